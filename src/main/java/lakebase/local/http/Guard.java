package lakebase.local.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import lakebase.local.engine.Caller;
import lakebase.local.engine.Refusal;
import lakebase.local.identity.AccessTokens;
import lakebase.local.identity.Identity;
import lakebase.local.identity.PersonalTokens;

/**
 * Lets in only who asks this machine by a loopback name (a web page that has its own name point to
 * 127.0.0.1 does not) and, outside of sign-in, carries a token.
 */
final class Guard {

  private static final Pattern LOOPBACK =
      Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d{1,5})?");
  private static final Pattern BAD_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");
  private static final List<String> PUBLIC = List.of("/.well-known/", "/oidc/");

  private final Identity identity;
  private final AccessTokens tokens;
  private final PersonalTokens personal;

  Guard(Identity identity, AccessTokens tokens, PersonalTokens personal) {
    this.identity = identity;
    this.tokens = tokens;
    this.personal = personal;
  }

  /** Refuses what must not come in; notes who asks. */
  void check(Context request) {
    String host = Optional.ofNullable(request.header("Host")).orElse("");
    if (!LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches()) {
      throw Refusal.of(421, "BAD_REQUEST", "This server answers to localhost and 127.0.0.1 only.");
    }
    String query = Optional.ofNullable(request.queryString()).orElse("");
    if (BAD_ESCAPE.matcher(request.req().getRequestURI() + "?" + query).find()) {
      throw Requests.malformed("The address has a bad percent-encoding.");
    }
    if (PUBLIC.stream().noneMatch(request.path()::startsWith)) {
      Requests.setCaller(request, authenticate(request));
    }
  }

  private Caller authenticate(Context request) {
    String header = Optional.ofNullable(request.header("Authorization")).orElse("");
    if (!header.regionMatches(true, 0, "Bearer ", 0, 7) || header.substring(7).isBlank()) {
      throw Refusal.of(
          401,
          "UNAUTHENTICATED",
          "Credential was not sent or was of an unsupported type for this API. [ReqId: "
              + java.util.UUID.randomUUID()
              + "]");
    }
    String token = header.substring(7).strip();
    if (identity.isToken(token)) {
      return identity.user();
    }
    return tokens
        .authenticate(token)
        .or(() -> personal.authenticate(token))
        .orElseThrow(() ->
            Refusal.of(
                401,
                "UNAUTHENTICATED",
                "Invalid access token. [ReqId: " + java.util.UUID.randomUUID() + "]"));
  }
}
