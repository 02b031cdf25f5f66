package lakebase.auth;

import com.databricks.sdk.core.DatabricksConfig;
import com.databricks.sdk.core.DatabricksException;
import com.databricks.sdk.core.oauth.AuthParameterPosition;
import com.databricks.sdk.core.oauth.OAuthClientUtils;
import com.databricks.sdk.core.oauth.OpenIDConnectEndpoints;
import com.databricks.sdk.core.oauth.SessionCredentialsTokenSource;
import com.databricks.sdk.core.oauth.Token;
import com.databricks.sdk.core.oauth.TokenEndpointClient;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lakebase.api.ApiException;
import lakebase.api.RawHttp;
import lakebase.model.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Tokens of a person who signed in in the browser (OAuth with PKCE, contract §9.4). The vendor's
 * library finds the endpoints, trades the code and refreshes; the browser, the address that it
 * comes back to, and the place of the refresh token are ours: the library would open the browser by
 * itself whenever a refresh fails, and keep the token in a file.
 */
final class BrowserTokens implements TokenMaker {

  private final Account account;
  private final Machine machine;
  private final SecretKeeper secrets;
  private final RawHttp sender;
  private final Browser browser;
  private final InstantSource clock;

  /** What the library found out of the host. */
  private record Client(DatabricksConfig config, OpenIDConnectEndpoints endpoints, String id) {}

  BrowserTokens(
      Account account,
      Machine machine,
      SecretKeeper secrets,
      RawHttp sender,
      Browser browser,
      InstantSource clock) {
    this.account = account;
    this.machine = machine;
    this.secrets = secrets;
    this.sender = sender;
    this.browser = browser;
    this.clock = clock;
  }

  @Override
  public Grant fetch() {
    Secret refresh =
        secrets
            .find(account.key(), SecretKind.REFRESH_TOKEN)
            .orElseThrow(() ->
                Reason.NOT_SIGNED_IN.exception(account, "nobody has signed in in the browser"));
    SdkHttp http = new SdkHttp(sender);
    try {
      Client client = client(http);
      Instant asked = clock.instant();
      Token token =
          new SessionCredentialsTokenSource(
                  new Token("", "Bearer", refresh.reveal(), Instant.EPOCH),
                  http,
                  client.endpoints().getTokenEndpoint(),
                  client.id(),
                  null,
                  Optional.of(client.config().getEffectiveOAuthRedirectUrl()),
                  Optional.empty())
              .getToken();
      return keep(token, asked);
    } catch (DatabricksException | IllegalArgumentException refused) {
      ApiException why = SdkFailures.of(account, http, refused);
      if (why.failure().details().error().errorCode().equals(Reason.REFRESH_TOKEN_EXPIRED.name())) {
        secrets.forget(account.key(), SecretKind.REFRESH_TOKEN);
      }
      throw why;
    }
  }

  @Override
  public Grant ask() throws InterruptedException {
    SdkHttp http = new SdkHttp(sender);
    try {
      Client client = client(http);
      Pkce pkce = Pkce.random();
      try (Callback callback = Callback.open(pkce.state(), browser::farewell)) {
        browser.open(
            pkce.question(
                URI.create(client.endpoints().getAuthorizationEndpoint()),
                client.id(),
                callback.address(),
                scopes(client.config())));
        String code = code(callback);
        Instant asked = clock.instant();
        return keep(trade(http, client, pkce, code, callback.address()), asked);
      }
    } catch (IOException noBrowser) {
      throw Reason.NO_BROWSER.exception(account, String.valueOf(noBrowser.getMessage()));
    } catch (DatabricksException | IllegalArgumentException refused) {
      throw SdkFailures.of(account, http, refused);
    }
  }

  private String code(Callback callback) throws InterruptedException {
    Map<String, String> answer =
        callback
            .await(SignIns.TO_DECIDE)
            .orElseThrow(
                () -> Reason.TIMED_OUT.exception(account, "no answer from the browser in time"));
    String code = answer.getOrDefault("code", "");
    if (code.isEmpty()) {
      throw Reason.DENIED.exception(
          account,
          answer.getOrDefault("error", "no code")
              + " "
              + answer.getOrDefault("error_description", ""));
    }
    return code;
  }

  private static Token trade(SdkHttp http, Client client, Pkce pkce, String code, String redirect) {
    Map<String, String> form = new HashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("code_verifier", pkce.verifier());
    form.put("redirect_uri", redirect);
    String endpoint = client.endpoints().getTokenEndpoint();
    Map<String, String> headers = new HashMap<>();
    if (endpoint.contains("microsoft")) {
      headers.put("Origin", redirect);
    }
    return TokenEndpointClient.retrieveToken(
        http, client.id(), null, endpoint, form, headers, AuthParameterPosition.BODY);
  }

  private Client client(SdkHttp http) {
    DatabricksConfig config =
        SdkConfig.over(machine, http)
            .setHost(account.host().toString())
            .setAuthType("external-browser")
            .resolve();
    OpenIDConnectEndpoints endpoints;
    try {
      endpoints = OAuthClientUtils.resolveOidcEndpoints(config);
    } catch (IOException unreadable) {
      throw new DatabricksException("oidc endpoint: " + unreadable.getMessage(), unreadable);
    }
    if (endpoints == null || endpoints.getAuthorizationEndpoint() == null) {
      throw Reason.NO_OAUTH.exception(account, "the host names no place to sign in at");
    }
    return new Client(config, endpoints, OAuthClientUtils.resolveClientId(config));
  }

  /** As the vendor's own browser sign-in asks for them. */
  private static Set<String> scopes(DatabricksConfig config) {
    Set<String> scopes = new LinkedHashSet<>(config.getScopes());
    scopes.add("offline_access");
    if (config.isAzure()) {
      scopes.add(config.getEffectiveAzureLoginAppId() + "/user_impersonation");
    }
    return scopes;
  }

  private Grant keep(Token token, Instant asked) {
    @Nullable String refresh = token.getRefreshToken();
    if (refresh != null && !refresh.isEmpty()) {
      secrets.keep(account.key(), SecretKind.REFRESH_TOKEN, new Secret(refresh));
    }
    return new Grant(new Secret(token.getAccessToken()), asked, token.getExpiry());
  }

  @Override
  public void forget() {
    Optional<Secret> refresh = secrets.find(account.key(), SecretKind.REFRESH_TOKEN);
    secrets.forgetAll(account.key());
    refresh.ifPresent(
        token -> Thread.startVirtualThread(() -> new Revocation(account, sender).revoke(token)));
  }
}
