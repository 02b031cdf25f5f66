package lakebase.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import lakebase.api.ApiException;
import lakebase.auth.ConnectionTest.Step;
import lakebase.model.ApiFailure;
import lakebase.model.Secret;
import lakebase.model.SignIn;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The step that fails is named, and why. */
class ConnectionTestTest {

  @TempDir Path directory;

  private final List<Progress> seen = new ArrayList<>();

  private boolean run(Foreign foreign, Account account, Browser browser)
      throws InterruptedException {
    seen.clear();
    try (Session session = foreign.signIns(browser).open(account)) {
      return walk(foreign, account, session);
    }
  }

  private boolean walk(Foreign foreign, Account account, Session session)
      throws InterruptedException {
    ConnectionTest test = new ConnectionTest(foreign.connections);
    for (Step step : Step.to(account.host())) {
      try {
        seen.add(new Progress.Passed(step, test.take(step, account, session)));
      } catch (ApiException failed) {
        seen.add(new Progress.Failed(step, failed.failure()));
        return false;
      }
    }
    return true;
  }

  private sealed interface Progress {
    Step step();

    record Passed(Step step, String found) implements Progress {}

    record Failed(Step step, ApiFailure failure) implements Progress {}
  }

  private static Account at(String host, SignIn signIn, @Nullable Path certificates) {
    return new Account("w1", URI.create(host), signIn, certificates);
  }

  private String failed() {
    Progress.Failed last = (Progress.Failed) seen.getLast();
    return last.step() + " " + last.failure().details().error().errorCode();
  }

  private String failedMessage() {
    return ((Progress.Failed) seen.getLast()).failure().details().error().message();
  }

  private List<Step> passed() {
    return seen.stream().filter(Progress.Passed.class::isInstance).map(Progress::step).toList();
  }

  @Test
  void allStepsSucceedAndTellWhatTheyFound() throws Exception {
    try (Foreign foreign = new Foreign(directory)) {
      BrowserRobot browser = BrowserRobot.approving(foreign.workspace);
      assertThat(run(foreign, foreign.account(new SignIn.Browser()), browser))
          .as(() -> seen.toString())
          .isTrue();
      assertThat(passed())
          .containsExactly(Step.NAME, Step.TCP, Step.HTTP, Step.SIGN_IN, Step.WHO, Step.PROJECTS);
      assertThat(seen.toString())
          .contains("127.0.0.1")
          .contains("found=HTTP 200")
          .contains("found=" + foreign.workspace.userName())
          .contains("step=PROJECTS");
      assertThat(browser.opened).hasSize(1);
      assertThat(run(foreign, foreign.account(new SignIn.Browser()), browser))
          .as(() -> seen.toString())
          .isTrue();
      assertThat(browser.opened).hasSize(1);
    }
  }

  private static int unusedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Test
  void theStepThatFailsIsNamed() throws Exception {
    int unused = unusedPort();
    try (Foreign foreign = new Foreign(directory)) {
      SignIn token = new SignIn.AccessToken();
      assertThat(run(foreign, at("https://no.such.invalid", token, null), BrowserRobot.idle()))
          .isFalse();
      assertThat(failed()).isEqualTo("NAME UNKNOWN_HOST");
      run(foreign, at("http://127.0.0.1:" + unused, token, null), BrowserRobot.idle());
      assertThat(failed()).isEqualTo("TCP NO_CONNECTION");
      run(foreign, foreign.account(token), BrowserRobot.idle());
      assertThat(failed()).isEqualTo("SIGN_IN SECRET_MISSING");
      foreign.secrets.keep("w1", SecretKind.ACCESS_TOKEN, new Secret("dapi0000000000000000"));
      run(foreign, foreign.account(token), BrowserRobot.idle());
      assertThat(failed()).isEqualTo("WHO UNAUTHENTICATED");
      foreign.secrets.keep("w1", SecretKind.REFRESH_TOKEN, new Secret("dead"));
      run(foreign, foreign.account(new SignIn.Profile("gone")), BrowserRobot.idle());
      assertThat(failed()).isEqualTo("SIGN_IN PROFILE_MISSING");
    }
  }

  @Test
  void anUntrustedCertificateIsNamedWithItsIssuerAndTrustedByItsFile() throws Exception {
    try (Foreign foreign = new Foreign(directory);
        TlsFront front = new TlsFront(foreign.workspace.baseUri(), directory, "localhost")) {
      foreign.secrets.keep("w1", SecretKind.ACCESS_TOKEN, foreign.workspace.token());
      String host = "https://localhost:" + front.port();
      run(foreign, at(host, new SignIn.AccessToken(), null), BrowserRobot.idle());
      assertThat(failed()).isEqualTo("TLS CERTIFICATE");
      assertThat(failedMessage()).contains("CN=localhost").contains(TlsFront.AUTHORITY);

      Account trusted = at(host, new SignIn.AccessToken(), front.authority);
      assertThat(run(foreign, trusted, BrowserRobot.idle())).isTrue();
      assertThat(passed()).containsExactly(Step.values());
      assertThat(seen.toString()).contains("TLSv1.3, " + TlsFront.AUTHORITY);

      Path empty = Files.writeString(directory.resolve("empty.pem"), "nothing");
      run(foreign, at(host, new SignIn.AccessToken(), empty), BrowserRobot.idle());
      assertThat(failed()).isEqualTo("TLS CA_FILE");
      assertThat(failedMessage()).contains("empty.pem");
    }
  }

  @Test
  void theProxyIsUsedAndNamedWhereItFails() throws Exception {
    try (Foreign foreign = new Foreign(directory);
        TlsFront front =
            new TlsFront(foreign.workspace.baseUri(), directory, "workspace.example")) {
      Account account = at("https://workspace.example", new SignIn.AccessToken(), front.authority);
      try (TestProxy proxy =
              new TestProxy(
                  front.port(), Base64.getEncoder().encodeToString("me:p@ss".getBytes(UTF_8)));
          Foreign inside = behind(foreign, "http://me:p%40ss@localhost:" + proxy.port());
          Foreign stranger = behind(foreign, "http://localhost:" + proxy.port())) {
        assertThat(run(inside, account, BrowserRobot.idle())).as(seen.toString()).isTrue();
        assertThat(proxy.asked)
            .isNotEmpty()
            .allMatch(line -> line.startsWith("CONNECT workspace.example:443"));
        run(stranger, account, BrowserRobot.idle());
        assertThat(failed()).isEqualTo("TLS PROXY_SIGN_IN");
      }
      int unused = unusedPort();
      try (Foreign inside = behind(foreign, "localhost:" + unused)) {
        run(inside, account, BrowserRobot.idle());
        assertThat(failed()).isEqualTo("TCP PROXY");
        assertThat(failedMessage()).contains("localhost:" + unused);
      }
    }
  }

  private Foreign behind(Foreign foreign, String proxy) throws Exception {
    Foreign inside =
        new Foreign(
            Files.createTempDirectory(directory, "inside"),
            options -> options,
            Map.of("https_proxy", proxy));
    inside.secrets.keep("w1", SecretKind.ACCESS_TOKEN, foreign.workspace.token());
    return inside;
  }

  @Test
  void anInterruptEndsIt() throws Exception {
    try (Foreign foreign = new Foreign(directory)) {
      Account account = foreign.account(new SignIn.Browser());
      Session session = foreign.signIns(BrowserRobot.idle()).open(account);
      ConnectionTest test = new ConnectionTest(foreign.connections);
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> test.take(Step.SIGN_IN, account, session))
          .isInstanceOf(InterruptedException.class);
    }
  }
}
