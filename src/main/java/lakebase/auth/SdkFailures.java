package lakebase.auth;

import java.util.Locale;
import java.util.Optional;
import lakebase.api.ApiException;
import lakebase.api.RawAnswer;

/** Says why the vendor's library gave no token. */
final class SdkFailures {

  private static final int LONGEST = 300;

  private SdkFailures() {}

  /**
   * The failure: what happened on the wire where something did, else what the library says.
   *
   * @param thrown what the library threw
   */
  static ApiException of(Account account, SdkHttp http, RuntimeException thrown) {
    Optional<RawAnswer> refusal = http.refusal();
    if (refusal.isPresent()) {
      return refused(account, refusal.get());
    }
    String said = String.valueOf(thrown.getMessage());
    Reason reason = reason(said.toLowerCase(Locale.ROOT));
    boolean onTheWire = reason == Reason.SIGN_IN_FAILED || reason == Reason.NO_OAUTH;
    if (onTheWire && http.lost().isPresent()) {
      return new ApiException(http.lost().get());
    }
    return reason.exception(account, brief(said));
  }

  private static ApiException refused(Account account, RawAnswer answer) {
    String code = answer.oauthError().orElse("HTTP " + answer.status());
    Reason reason =
        switch (code) {
          case "invalid_grant" -> Reason.REFRESH_TOKEN_EXPIRED;
          case "invalid_client", "unauthorized_client" -> Reason.WRONG_CLIENT_SECRET;
          case "access_denied" -> Reason.DENIED;
          default -> Reason.SIGN_IN_FAILED;
        };
    String said = answer.oauthDescription().filter(text -> !text.isBlank()).orElse("");
    return reason.exception(account, code + (said.isEmpty() ? "" : ": " + brief(said)));
  }

  /** By the library's own words; a test holds each against the version in use. */
  private static Reason reason(String said) {
    if (said.contains("has no ") && said.contains("profile configured")) {
      return Reason.PROFILE_MISSING;
    }
    if (said.contains("more than one authorization method")) {
      return Reason.AMBIGUOUS;
    }
    if (said.contains("not installed")) {
      return Reason.TOOL_MISSING;
    }
    if (said.contains("cannot get access token") || said.contains("databricks-cli:")) {
      return Reason.TOOL_FAILED;
    }
    if (said.contains("cannot load ") || said.contains("reserved section name")) {
      return Reason.BAD_CONFIGURATION;
    }
    if (said.contains("oidc endpoint")) {
      return Reason.NO_OAUTH;
    }
    return said.contains("cannot configure default credentials")
        ? Reason.NOTHING_CONFIGURED
        : Reason.SIGN_IN_FAILED;
  }

  /** Without the configuration that the library adds, which names everything it knows. */
  private static String brief(String said) {
    String alone = said.replaceFirst("(?s)\\. Config: .*$", "").strip();
    return alone.length() > LONGEST ? alone.substring(0, LONGEST) + "…" : alone;
  }
}
