package lakebase.auth;

import com.databricks.sdk.core.DatabricksConfig;
import com.databricks.sdk.core.DatabricksException;
import com.databricks.sdk.core.oauth.ErrorTokenSource;
import com.databricks.sdk.core.oauth.TokenSource;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Objects;
import lakebase.api.ApiException;
import lakebase.api.RawHttp;
import lakebase.model.Secret;
import lakebase.model.SignIn;
import org.jspecify.annotations.Nullable;

/**
 * Tokens by the vendor's credential providers. Each try reads the configuration anew, so that what
 * was put right in a file or by a command-line tool is seen.
 */
final class UnifiedTokens implements TokenMaker {

  private static final String BEARER = "Bearer ";

  private final Account account;
  private final Machine machine;
  private final SecretKeeper secrets;
  private final RawHttp sender;
  private final InstantSource clock;

  UnifiedTokens(
      Account account, Machine machine, SecretKeeper secrets, RawHttp sender, InstantSource clock) {
    this.account = account;
    this.machine = machine;
    this.secrets = secrets;
    this.sender = sender;
    this.clock = clock;
  }

  @Override
  public Grant fetch() {
    SdkHttp http = new SdkHttp(sender);
    DatabricksConfig config = SdkConfig.over(machine, http);
    choose(config);
    try {
      config.resolve();
      checkHost(config);
      Instant asked = clock.instant();
      String header = config.authenticate().getOrDefault("Authorization", "");
      if (!header.startsWith(BEARER)) {
        throw Reason.NOT_A_TOKEN.exception(account, "it gives no bearer token");
      }
      return new Grant(new Secret(header.substring(BEARER.length())), asked, expiry(config));
    } catch (DatabricksException | IllegalArgumentException | IllegalStateException refused) {
      throw named(SdkFailures.of(account, http, refused));
    }
  }

  /** For a tool that is not there the library only says that nothing is configured. */
  private ApiException named(ApiException why) {
    boolean nothing =
        why.failure().details().error().errorCode().equals(Reason.NOTHING_CONFIGURED.name());
    return switch (account.signIn()) {
      case SignIn.DatabricksCli _ when nothing ->
          Reason.TOOL_MISSING.exception(account, "databricks is not on the path");
      case SignIn.AzureCli _ when nothing ->
          machine.program("az").isEmpty()
              ? Reason.TOOL_MISSING.exception(account, "az is not on the path")
              : Reason.NOT_AZURE.exception(account, "the host is not one of Azure Databricks");
      default -> why;
    };
  }

  private void choose(DatabricksConfig config) {
    String host = account.host().toString();
    switch (account.signIn()) {
      case SignIn.Profile(String name) ->
          config.setProfile(name).setConfigFile(machine.configFile().toString());
      case SignIn.Environment _ -> config.setHost(host);
      case SignIn.ServicePrincipal(String clientId) ->
          config
              .setHost(host)
              .setAuthType("oauth-m2m")
              .setClientId(clientId)
              .setClientSecret(clientSecret().reveal());
      case SignIn.AzureCli _ -> config.setHost(host).setAuthType("azure-cli");
      case SignIn.DatabricksCli _ -> config.setHost(host).setAuthType("databricks-cli");
      case SignIn.Browser _, SignIn.AccessToken _, SignIn.Embedded _ ->
          throw new IllegalArgumentException("not by the library");
    }
  }

  private Secret clientSecret() {
    return secrets
        .find(account.key(), SecretKind.CLIENT_SECRET)
        .orElseThrow(() ->
            Reason.SECRET_MISSING.exception(account, "the client secret is not kept any more"));
  }

  /** A profile's token goes to the profile's host alone. */
  private void checkHost(DatabricksConfig config) {
    if (!(account.signIn() instanceof SignIn.Profile(String name))) {
      return;
    }
    String host = Objects.requireNonNullElse(config.getHost(), "");
    URI found = URI.create(host.contains("://") ? host : "https://" + host);
    boolean same =
        Objects.equals(lower(found.getAuthority()), lower(account.host().getAuthority()));
    if (!same) {
      throw Reason.PROFILE_OF_OTHER_HOST.exception(
          account, "profile " + name + " is for " + found.getAuthority());
    }
  }

  private static @Nullable String lower(@Nullable String text) {
    return text == null ? null : text.toLowerCase(Locale.ROOT);
  }

  private static @Nullable Instant expiry(DatabricksConfig config) {
    TokenSource source = config.getTokenSource();
    return source instanceof ErrorTokenSource ? null : source.getToken().getExpiry();
  }

  @Override
  public boolean renews() {
    return true;
  }

  @Override
  public void forget() {
    secrets.forgetAll(account.key());
  }
}
