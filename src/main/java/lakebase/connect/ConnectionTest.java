package lakebase.connect;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import lakebase.connect.TestReport.Step;
import org.jspecify.annotations.Nullable;

/**
 * Tries a connection as a client would, and says which step takes how long, or fails. Blocks; meant
 * for a virtual thread, whose interrupt ends it.
 */
public final class ConnectionTest {

  private static final Duration TO_REACH = Duration.ofSeconds(15);

  /** A compute that scaled to zero is started by the log-in. */
  private static final Duration TO_LOG_IN = Duration.ofMinutes(2);

  private final Login login;
  private final Trust trust;
  private final boolean asleep;
  private final List<TestReport.Passed> passed = new ArrayList<>();
  private Step step = Step.NAME;
  private long started;
  private String tls = "";
  private String version = "";

  /**
   * A test that has not been run.
   *
   * @param asleep whether the compute had scaled to zero before
   */
  public ConnectionTest(Login login, Trust trust, boolean asleep) {
    this.login = login;
    this.trust = trust;
    this.asleep = asleep;
  }

  /** Tries it, once. */
  public TestReport run() {
    try {
      reach();
      logIn();
      return report(null);
    } catch (IOException | SQLException e) {
      return report(new TestReport.Failed(step, reason(e)));
    }
  }

  private void reach() throws IOException {
    begin(Step.NAME);
    InetAddress[] addresses = Dial.resolve(login.target());
    begin(Step.REACH);
    try (Socket socket = Dial.reach(addresses, login.target().port(), TO_REACH)) {
      socket.setSoTimeout((int) TO_REACH.toMillis());
      begin(Step.TLS);
      try (SSLSocket secured = Dial.secure(socket, login.target(), trust.context())) {
        SSLSession session = secured.getSession();
        tls = session.getProtocol() + ", " + session.getCipherSuite();
      }
    }
  }

  private void logIn() throws SQLException {
    begin(Step.LOGIN);
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      begin(Step.ASK);
      try (ResultSet rows = statement.executeQuery("select 1")) {
        rows.next();
      }
      version = connection.getMetaData().getDatabaseProductVersion();
    }
    begin(Step.AGAIN);
    connect().close();
    end();
  }

  private Connection connect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", login.target().user());
    properties.setProperty("password", login.password().reveal());
    properties.setProperty("sslmode", "verify-full");
    properties.setProperty("sslfactory", TrustingSockets.class.getName());
    properties.setProperty("sslfactoryarg", trust.argument());
    properties.setProperty("gssEncMode", "disable");
    properties.setProperty("connectTimeout", Long.toString(TO_REACH.toSeconds()));
    properties.setProperty("socketTimeout", Long.toString(TO_LOG_IN.toSeconds()));
    properties.setProperty("ApplicationName", "Lakebase Console");
    return DriverManager.getConnection(ConnectTexts.jdbcPlace(login.target()), properties);
  }

  private void begin(Step next) {
    if (next != Step.NAME) {
      end();
    }
    step = next;
    started = System.nanoTime();
  }

  private void end() {
    passed.add(new TestReport.Passed(step, Duration.ofNanos(System.nanoTime() - started)));
  }

  private TestReport report(TestReport.@Nullable Failed failed) {
    TestReport report = new TestReport(passed, failed, tls, version, null);
    if (failed != null || !asleep) {
      return report;
    }
    Duration wake = report.took(Step.LOGIN).minus(report.took(Step.AGAIN));
    return new TestReport(passed, null, tls, version, wake.isNegative() ? Duration.ZERO : wake);
  }

  /** The innermost cause says most: the driver's own message only that it failed. */
  private String reason(Exception failure) {
    Throwable cause = failure;
    while (cause.getCause() != null && step != Step.LOGIN) {
      cause = cause.getCause();
    }
    String message = Objects.requireNonNullElse(cause.getMessage(), "");
    String said =
        cause instanceof UnknownHostException || message.isBlank()
            ? cause.getClass().getSimpleName() + " " + message
            : message;
    return said.replace(login.password().reveal(), "***").strip();
  }
}
