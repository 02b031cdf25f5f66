package lakebase.auth;

import static lakebase.auth.Foreign.code;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import lakebase.api.ApiException;
import lakebase.api.RawRequest;
import lakebase.model.ApiFailure;
import lakebase.model.Secret;
import lakebase.model.SignIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every way to sign in, through the real library, against a real server (contract §9). */
class SignInJourneyTest {

  @TempDir Path directory;
  private Foreign foreign;

  @BeforeEach
  void start() {
    foreign = new Foreign(directory);
  }

  @AfterEach
  void stop() {
    foreign.close();
  }

  private String me(Session session) throws InterruptedException {
    return foreign.api(session).me().userName();
  }

  @Test
  void aServicePrincipalSignsInWithItsSecret() throws Exception {
    foreign.secrets.keep("w1", SecretKind.CLIENT_SECRET, foreign.workspace.clientSecret());
    Session session = foreign.open(new SignIn.ServicePrincipal(foreign.workspace.clientId()));
    assertThat(me(session)).isEqualTo(foreign.workspace.clientId());
    assertThat(session.expires()).hasValueSatisfying(end -> assertThat(end).isAfter(Instant.now()));
  }

  @Test
  void aWrongSecretIsToldAsSuchAndTriedOnce() {
    foreign.secrets.keep("w1", SecretKind.CLIENT_SECRET, new Secret("wrong-secret"));
    Session session = foreign.open(new SignIn.ServicePrincipal(foreign.workspace.clientId()));
    assertThat(code(session::token)).isEqualTo("WRONG_CLIENT_SECRET");
    int requests = foreign.api(session).journal().entries().size();
    assertThat(code(session::token)).isEqualTo("WRONG_CLIENT_SECRET");
    assertThat(foreign.api(session).journal().entries()).hasSize(requests);
    assertThat(foreign.api(session).journal().entries().toString())
        .contains("/oidc/v1/token")
        .doesNotContain("wrong-secret");
  }

  @Test
  void aSecretThatIsNotKeptIsMissed() {
    assertThat(code(foreign.open(new SignIn.ServicePrincipal("x"))::token))
        .isEqualTo("SECRET_MISSING");
    assertThat(code(foreign.open(new SignIn.AccessToken())::token)).isEqualTo("SECRET_MISSING");
  }

  @Test
  void anAccessTokenIsSentAsItIsUntilItIsRefused() throws Exception {
    foreign.secrets.keep("w1", SecretKind.ACCESS_TOKEN, foreign.workspace.token());
    Session session = foreign.open(new SignIn.AccessToken());
    assertThat(me(session)).isEqualTo(foreign.workspace.userName());
    assertThat(session.expires()).isEmpty();

    foreign.secrets.keep("w1", SecretKind.ACCESS_TOKEN, new Secret("dapi0123456789abcdef"));
    Session wrong = foreign.open(new SignIn.AccessToken());
    ApiFailure refused =
        catchThrowableOfType(ApiException.class, () -> foreign.api(wrong).me()).failure();
    assertThat(refused).isInstanceOf(ApiFailure.Unauthorized.class);
    assertThat(code(wrong::token)).isEqualTo("TOKEN_REFUSED");
  }

  @Test
  void thePersonSignsInInTheBrowserAndStaysSignedIn() throws Exception {
    BrowserRobot browser = BrowserRobot.approving(foreign.workspace);
    Session session = foreign.open(new SignIn.Browser(), browser);
    assertThat(code(session::token)).isEqualTo("NOT_SIGNED_IN");
    assertThat(browser.opened).isEmpty();
    session.signIn();
    assertThat(browser.lastPage.get()).contains("welcome &lt;b&gt;");
    assertThat(me(session)).isEqualTo(foreign.workspace.userName());
    assertThat(browser.opened).hasSize(1);
    Secret first = foreign.secrets.find("w1", SecretKind.REFRESH_TOKEN).orElseThrow();

    Session next = foreign.open(new SignIn.Browser(), browser);
    assertThat(me(next)).isEqualTo(foreign.workspace.userName());
    assertThat(browser.opened).hasSize(1);
    assertThat(foreign.secrets.find("w1", SecretKind.REFRESH_TOKEN).orElseThrow())
        .isNotEqualTo(first);
    String journal = foreign.api(next).journal().entries().toString();
    assertThat(journal).contains("/oidc/v1/token").doesNotContain(first.reveal());
  }

  @Test
  void aDeniedSignInSaysSo() {
    Session session = foreign.open(new SignIn.Browser(), BrowserRobot.denying());
    assertThat(code(session::signIn)).isEqualTo("DENIED");
    assertThat(code(session::token)).isEqualTo("DENIED");
  }

  @Test
  void anotherAnswerThanTheAskedOneChangesNothing() throws Exception {
    BrowserRobot browser = BrowserRobot.approving(foreign.workspace);
    Browser nosy =
        new Browser() {
          @Override
          public void open(java.net.URI page) {
            String back =
                java.net.URLDecoder.decode(
                    page.getQuery().replaceAll(".*redirect_uri=([^&]+).*", "$1"),
                    java.nio.charset.StandardCharsets.UTF_8);
            for (String query : new String[] {"", "?code=stolen&state=other", "?error=x"}) {
              assertThat(Statuses.of(back + "/" + query)).isEqualTo(404);
            }
            browser.open(page);
          }

          @Override
          public String farewell(boolean signedIn) {
            return "";
          }
        };
    Session session = foreign.open(new SignIn.Browser(), nosy);
    session.signIn();
    assertThat(me(session)).isEqualTo(foreign.workspace.userName());
  }

  @Test
  void aDeadRefreshTokenIsToldAsSuchAndForgotten() {
    foreign.secrets.keep("w1", SecretKind.REFRESH_TOKEN, new Secret("dead-refresh-token"));
    Session session = foreign.open(new SignIn.Browser());
    ApiFailure failure = catchThrowableOfType(ApiException.class, session::token).failure();
    assertThat(failure).isInstanceOf(ApiFailure.Unauthorized.class);
    assertThat(failure.details().error().errorCode()).isEqualTo("REFRESH_TOKEN_EXPIRED");
    assertThat(failure.toString()).doesNotContain("dead-refresh-token");
    assertThat(foreign.secrets.find("w1", SecretKind.REFRESH_TOKEN)).isEmpty();
  }

  @Test
  void signingOutForgetsHereAndAtTheHost() throws Exception {
    Session session = foreign.open(new SignIn.Browser(), BrowserRobot.approving(foreign.workspace));
    session.signIn();
    Secret refresh = foreign.secrets.find("w1", SecretKind.REFRESH_TOKEN).orElseThrow();
    session.signOut();
    assertThat(foreign.secrets.find("w1", SecretKind.REFRESH_TOKEN)).isEmpty();
    assertThat(session.expires()).isEmpty();
    assertThat(code(session::token)).isEqualTo("SIGNED_OUT");
    Eventually.holds(() ->
        foreign.api(session).journal().entries().stream()
            .anyMatch(entry -> entry.path().endsWith("/oidc/v1/revoke") && entry.status() == 200));
    foreign.secrets.keep("w1", SecretKind.REFRESH_TOKEN, refresh);
    Session again = foreign.open(new SignIn.Browser());
    assertThat(code(again::token)).isEqualTo("REFRESH_TOKEN_EXPIRED");
  }

  @Test
  void aProfileSignsInByWhatItHolds() throws Exception {
    Files.writeString(
        directory.resolve(".databrickscfg"),
        """
        [DEFAULT]
        host = https://elsewhere.example
        token = dapiffffffffffff

        [by-token]
        host  = %1$s
        token = %2$s

        [by-client]
        host          = %1$s/
        client_id     = %3$s
        client_secret = %4$s
        """
            .formatted(
                foreign.workspace.baseUri(),
                foreign.workspace.token().reveal(),
                foreign.workspace.clientId(),
                foreign.workspace.clientSecret().reveal()));
    foreign.environment.put("DATABRICKS_TOKEN", "dapi-of-something-else");
    foreign.environment.put("DATABRICKS_HOST", "https://elsewhere.example");
    assertThat(me(foreign.open(new SignIn.Profile("by-token"))))
        .isEqualTo(foreign.workspace.userName());
    assertThat(me(foreign.open(new SignIn.Profile("by-client"))))
        .isEqualTo(foreign.workspace.clientId());
    assertThat(code(foreign.open(new SignIn.Profile("gone"))::token)).isEqualTo("PROFILE_MISSING");
    assertThat(code(foreign.open(new SignIn.Profile("DEFAULT"))::token))
        .isEqualTo("PROFILE_OF_OTHER_HOST");
  }

  @Test
  void aProfileThatHoldsTwoWaysIsAmbiguous() throws Exception {
    Files.writeString(
        directory.resolve(".databrickscfg"),
        "[two]\nhost = "
            + foreign.workspace.baseUri()
            + "\ntoken = a\nclient_id = b\n"
            + "client_secret = c\n[none]\nhost = "
            + foreign.workspace.baseUri()
            + "\n");
    assertThat(code(foreign.open(new SignIn.Profile("two"))::token)).isEqualTo("AMBIGUOUS");
    assertThat(code(foreign.open(new SignIn.Profile("none"))::token))
        .isEqualTo("NOTHING_CONFIGURED");
  }

  @Test
  void theEnvironmentSignsIn() throws Exception {
    foreign.environment.put("DATABRICKS_HOST", foreign.workspace.baseUri().toString());
    foreign.environment.put("DATABRICKS_TOKEN", foreign.workspace.token().reveal());
    assertThat(me(foreign.open(new SignIn.Environment()))).isEqualTo(foreign.workspace.userName());
  }

  @Test
  void theCommandLineToolGivesItsToken() throws Exception {
    String expiry = Instant.now().plusSeconds(3600).toString();
    tool(
        "databricks",
        "{\"access_token\":\""
            + foreign.workspace.token().reveal()
            + "\",\"token_type\":\"Bearer\",\"expiry\":\""
            + expiry
            + "\"}");
    Session session = foreign.open(new SignIn.DatabricksCli());
    assertThat(me(session)).isEqualTo(foreign.workspace.userName());
    assertThat(session.expires()).isPresent();
  }

  @Test
  void aCommandLineToolThatIsNotThereIsMissed() {
    foreign.environment.put("PATH", directory.toString());
    assertThat(code(foreign.open(new SignIn.DatabricksCli())::token)).isEqualTo("TOOL_MISSING");
  }

  @Test
  void theAzureToolSignsInToAzureOnly() throws Exception {
    foreign.environment.put("PATH", directory.toString());
    assertThat(code(foreign.open(new SignIn.AzureCli())::token)).isEqualTo("TOOL_MISSING");
    tool("az", "{}");
    assertThat(code(foreign.open(new SignIn.AzureCli())::token)).isEqualTo("NOT_AZURE");
  }

  @Test
  void aRevokedAccessTokenIsReplacedWithoutANotice() throws Exception {
    Session session = foreign.open(new SignIn.Browser(), BrowserRobot.approving(foreign.workspace));
    session.signIn();
    Secret token = session.token();
    assertThat(
            foreign
                .connections
                .raw("w1", null)
                .send(
                    RawRequest.form(
                        foreign.workspace.baseUri().resolve("/oidc/v1/revoke"),
                        "token=" + token.reveal()))
                .status())
        .isEqualTo(200);
    assertThat(me(session)).isEqualTo(foreign.workspace.userName());
    assertThat(session.token()).isNotEqualTo(token);
  }

  @Test
  void aShortLivedTokenIsRenewedByItself() throws Exception {
    foreign.close();
    foreign = new Foreign(directory, options -> options.withTokenLife(Duration.ofSeconds(3)));
    foreign.secrets.keep("w1", SecretKind.CLIENT_SECRET, foreign.workspace.clientSecret());
    try (Session session =
        foreign.open(new SignIn.ServicePrincipal(foreign.workspace.clientId()))) {
      session.token();
      Instant first = session.expires().orElseThrow();
      Eventually.holds(() -> session.expires().orElseThrow().isAfter(first));
      assertThat(me(session)).isEqualTo(foreign.workspace.clientId());
    }
  }

  @Test
  void aHostThatIsNotThereIsTheNetworksFailure() {
    foreign.secrets.keep("w1", SecretKind.CLIENT_SECRET, new Secret("s"));
    foreign.workspace.close();
    Session session = foreign.open(new SignIn.ServicePrincipal("c"));
    ApiFailure failure = catchThrowableOfType(ApiException.class, session::token).failure();
    assertThat(failure).isInstanceOf(ApiFailure.Network.class);
    assertThat(failure.details().error().errorCode()).isEqualTo("NO_CONNECTION");
  }

  private void tool(String name, String json) throws Exception {
    Path bin = Files.createDirectories(directory.resolve("bin"));
    Path program = bin.resolve(name);
    // The library takes a small file for an old version of the tool.
    Files.writeString(
        program, "#!/bin/sh\ncat <<'END'\n" + json + "\nEND\nexit 0\n" + "#".repeat(1 << 20));
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    foreign.environment.put("PATH", bin + ":" + System.getenv("PATH"));
  }
}
