package lakebase.local.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import lakebase.local.engine.Refusal;
import lakebase.local.identity.AccessTokens;
import lakebase.local.identity.Approvals;
import lakebase.local.identity.Identity;
import lakebase.wire.Json;

/** The OAuth token endpoint (contract §9.4); its errors are OAuth's, not the API's. */
final class TokenRoutes {

  private final Identity identity;
  private final AccessTokens tokens;
  private final Approvals approvals;

  TokenRoutes(Identity identity, AccessTokens tokens, Approvals approvals) {
    this.identity = identity;
    this.tokens = tokens;
    this.approvals = approvals;
  }

  void register(RoutesConfig routes) {
    routes.post("/oidc/v1/token", this::token);
    routes.post("/oidc/v1/revoke", this::revoke);
  }

  private void token(Context c) {
    c.header("Cache-Control", "no-store");
    Map<String, String> form;
    try {
      form = Requests.form(c);
    } catch (Refusal malformed) {
      refuse(c, malformed.status(), "invalid_request");
      return;
    }
    switch (field(form, "grant_type")) {
      case "client_credentials" -> clientCredentials(c, form);
      case "authorization_code" -> authorizationCode(c, form);
      case "refresh_token" ->
          answer(c, tokens.refresh(field(form, "refresh_token")), "invalid_grant");
      default -> refuse(c, 400, "unsupported_grant_type");
    }
  }

  private void clientCredentials(Context c, Map<String, String> form) {
    String[] client =
        basic(c).orElse(new String[] {field(form, "client_id"), field(form, "client_secret")});
    if (identity.isClient(client[0], client[1])) {
      var issued = tokens.issue(identity.servicePrincipal(), false);
      answer(c, Optional.of(issued), "");
      return;
    }
    c.header("WWW-Authenticate", "Basic realm=\"local workspace\"");
    refuse(c, 401, "invalid_client");
  }

  private void authorizationCode(Context c, Map<String, String> form) {
    var redeemed =
        approvals.redeem(
            field(form, "code"),
            field(form, "client_id"),
            field(form, "redirect_uri"),
            field(form, "code_verifier"));
    answer(c, redeemed.map(who -> tokens.issue(who.caller(), who.refreshable())), "invalid_grant");
  }

  private void revoke(Context c) {
    try {
      tokens.revoke(field(Requests.form(c), "token"));
      Answers.json(c, Json.object());
    } catch (Refusal malformed) {
      refuse(c, malformed.status(), "invalid_request");
    }
  }

  private static void answer(Context c, Optional<AccessTokens.Issued> issued, String error) {
    if (issued.isEmpty()) {
      refuse(c, 400, error);
      return;
    }
    ObjectNode answer = Json.object();
    answer.put("access_token", issued.get().access());
    answer.put("token_type", "Bearer");
    answer.put("expires_in", issued.get().life().toSeconds());
    answer.put("scope", "all-apis");
    issued.get().refresh().ifPresent(refresh -> answer.put("refresh_token", refresh));
    Answers.json(c, answer);
  }

  private static void refuse(Context c, int status, String error) {
    c.status(status);
    Answers.json(
        c,
        Json.object()
            .put("error", error)
            .put("error_description", "The token request was refused: " + error + "."));
  }

  private static Optional<String[]> basic(Context c) {
    String header = Optional.ofNullable(c.header("Authorization")).orElse("");
    if (!header.regionMatches(true, 0, "Basic ", 0, 6)) {
      return Optional.empty();
    }
    try {
      byte[] decoded = Base64.getDecoder().decode(header.substring(6).strip());
      String[] parts = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
      return Optional.of(parts.length == 2 ? parts : new String[] {"", ""});
    } catch (IllegalArgumentException notBase64) {
      return Optional.of(new String[] {"", ""});
    }
  }

  private static String field(Map<String, String> form, String name) {
    return form.getOrDefault(name, "");
  }
}
