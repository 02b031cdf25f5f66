package lakebase.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import lakebase.connect.TestReport.Step;
import lakebase.model.Secret;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ConnectionTestTest {

  private static final String WRONG = "eyJhbGciOiJub25lIn0.e30.wrong-token";

  private RealCompute compute;

  @BeforeAll
  void start(@TempDir Path home) throws InterruptedException {
    compute = RealCompute.start(home);
  }

  @AfterAll
  void close() {
    compute.close();
  }

  private TestReport failing(Step step, Target target, Trust trust) {
    Login login = new Login(target, new Secret(WRONG), Instant.MAX);
    TestReport report = new ConnectionTest(login, trust, false).run();
    assertThat(report.isGood()).isFalse();
    assertThat(failed(report).step()).isEqualTo(step);
    assertThat(failed(report).reason()).isNotBlank().doesNotContain(WRONG);
    assertThat(report.passed())
        .extracting(TestReport.Passed::step)
        .isEqualTo(Stream.of(Step.values()).takeWhile(one -> one != step).toList());
    return report;
  }

  private static TestReport.Failed failed(TestReport report) {
    return Objects.requireNonNull(report.failed());
  }

  @Test
  void walksAllSteps() throws InterruptedException {
    TestReport report = new ConnectionTest(compute.login(), compute.trust(), false).run();
    assertThat(report.failed()).isNull();
    assertThat(report.passed()).extracting(TestReport.Passed::step).containsExactly(Step.values());
    assertThat(report.tls()).startsWith("TLSv1.3, TLS_");
    assertThat(report.version()).matches("\\d+\\.\\d+.*");
    assertThat(report.wake()).isNull();
    assertThat(report.took(Step.AGAIN)).isPositive();
  }

  @Test
  void namesAHostThatNobodyKnows() {
    TestReport report =
        failing(Step.NAME, new Target("no-such-host.invalid", 5432, "d", "u"), Trust.SYSTEM);
    assertThat(failed(report).reason()).contains("no-such-host.invalid");
  }

  @Test
  void namesAnAddressThatDoesNotAnswer() throws IOException {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }
    failing(Step.REACH, new Target("127.0.0.1", port, "d", "u"), Trust.SYSTEM);
  }

  @Test
  void namesAHostWithoutTls() throws IOException {
    try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> answerNo(plain));
      Target target = new Target("127.0.0.1", plain.getLocalPort(), "d", "u");
      assertThat(failed(failing(Step.TLS, target, Trust.SYSTEM)).reason())
          .contains("does not offer TLS");
    }
  }

  private static void answerNo(ServerSocket server) {
    try (Socket client = server.accept()) {
      client.getInputStream().readNBytes(8);
      client.getOutputStream().write('N');
      client.getInputStream().readAllBytes();
    } catch (IOException gone) {
      // The test has seen what it came for.
      return;
    }
  }

  @Test
  void namesACertificateThatNobodyTrusts() throws InterruptedException {
    TestReport report = failing(Step.TLS, compute.target("u", "d"), Trust.SYSTEM);
    assertThat(failed(report).reason()).containsIgnoringCase("certification path");
  }

  @Test
  void namesAHostThatIsAnother() throws Exception {
    Target real = compute.target("u", "d");
    // The certificate is for the address, not for this name of it.
    Target other = new Target("localhost", real.port(), "d", "u");
    try (Socket tried = Dial.reach(Dial.resolve(real), real.port(), Duration.ofSeconds(5))) {
      assertThat(catchThrowable(() -> Dial.secure(tried, other, compute.trust().context())))
          .isInstanceOf(SSLException.class);
    }
  }

  @Test
  void namesARefusedLogin() throws InterruptedException {
    TestReport report =
        failing(
            Step.LOGIN,
            compute.target(compute.workspace.userName(), RealCompute.DATABASE),
            compute.trust());
    assertThat(report.tls()).isNotEmpty();
    assertThat(failed(report).reason()).contains("token");
  }

  @Test
  void trustsTheSystemAndMore() throws InterruptedException {
    Path authority = compute.trust().authority().orElseThrow();
    TestReport report =
        new ConnectionTest(compute.login(), Trust.systemAnd(authority), false).run();
    assertThat(report.failed()).isNull();
  }

  @Test
  void tellsHowLongASleepingComputeTookToWakeUp(@TempDir Path other) throws InterruptedException {
    AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    InstantSource clock = () -> Instant.now().plus(ahead.get());
    try (RealCompute sleepy = RealCompute.start(other, clock)) {
      ahead.set(Duration.ofHours(30));
      sleepy.awaitSleep();
      TestReport report = new ConnectionTest(sleepy.login(), sleepy.trust(), true).run();
      assertThat(report.failed()).isNull();
      assertThat(report.wake()).isPositive();
      assertThat(report.took(Step.LOGIN)).isGreaterThan(report.took(Step.AGAIN));
    }
  }
}
