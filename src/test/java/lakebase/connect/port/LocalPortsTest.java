package lakebase.connect.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import lakebase.api.ApiException;
import lakebase.connect.ConnectTexts;
import lakebase.connect.RealCompute;
import lakebase.connect.Run;
import lakebase.connect.Trust;
import lakebase.model.ApiFailure;
import lakebase.model.Credential;
import lakebase.model.CredentialRequest;
import lakebase.model.Secret;
import lakebase.model.ServiceError;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Clients of a local port, at a real compute behind it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LocalPortsTest {

  private static final String GROUP = "first.last+x@example.com";

  private final AtomicInteger minted = new AtomicInteger();
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
  private RealCompute compute;
  private LocalPorts ports = new LocalPorts(Clock.systemUTC());

  @BeforeAll
  void start(@TempDir Path home) throws InterruptedException {
    compute = RealCompute.start(home);
    compute.group("odd", GROUP);
  }

  @AfterAll
  void end() {
    compute.close();
  }

  @AfterEach
  void close() {
    ports.close();
  }

  private Credential mint() throws InterruptedException {
    minted.incrementAndGet();
    return compute.api.generateCredential(new CredentialRequest(compute.endpoint, null));
  }

  private PortRequest request(Mint mint, Trust trust) throws InterruptedException {
    return new PortRequest(
        "local",
        compute.endpoint,
        "Shop",
        compute.target(compute.workspace.userName(), RealCompute.DATABASE),
        trust,
        mint);
  }

  private OpenPort open() throws IOException, InterruptedException {
    return ports.open(request(this::mint, compute.trust()));
  }

  private static Connection connect(OpenPort port, String password, String... more)
      throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", "anybody");
    properties.setProperty("password", password);
    properties.setProperty("ApplicationName", "a tool");
    // Else the driver tells its name only after the log-in.
    properties.setProperty("assumeMinServerVersion", "9.0");
    for (int at = 0; at < more.length; at += 2) {
      properties.setProperty(more[at], more[at + 1]);
    }
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port.port() + "/" + RealCompute.DATABASE, properties);
  }

  private static Connection connect(OpenPort port) throws SQLException {
    return connect(port, port.password().reveal());
  }

  private static String ask(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static void until(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("still waiting for " + what).isLessThan(end);
      LockSupport.parkNanos(2_000_000);
    }
  }

  private List<LiveConnection> live(OpenPort port) {
    return ports.list().stream()
        .filter(open -> open.port() == port.port())
        .flatMap(open -> open.connections().stream())
        .toList();
  }

  @Test
  void thereIsNoneUntilOneIsOpened() {
    assertThat(ports.list()).isEmpty();
  }

  @Test
  void letsAToolInWithItsOwnPasswordAndAFreshToken() throws Exception {
    OpenPort port = open();
    assertThat(port.port()).isBetween(LocalPorts.FIRST, LocalPorts.LAST);
    minted.set(0);
    try (Connection connection = connect(port)) {
      assertThat(ask(connection, "select current_user")).isEqualTo(compute.workspace.userName());
      assertThat(live(port))
          .singleElement()
          .satisfies(one -> {
            assertThat(one.application()).isEqualTo("a tool");
            assertThat(one.database()).isEqualTo(RealCompute.DATABASE);
          });
    }
    until("the connection to be gone", () -> live(port).isEmpty());
    connect(port).close();
    // One token serves both.
    assertThat(minted.get()).isOne();
  }

  @Test
  void eachPortHasAPasswordOfItsOwn() throws Exception {
    OpenPort one = open();
    OpenPort other = open();
    assertThat(one.password()).isNotEqualTo(other.password());
    assertThat(one.password().reveal()).hasSize(24);
    assertThat(one.toString()).doesNotContain(one.password().reveal());
    assertThat(ports.list()).extracting(OpenPort::port).contains(one.port(), other.port());
    assertThatThrownBy(() -> connect(one, other.password().reveal()))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
    assertThat(ports.list().getFirst().problem()).contains("password");
  }

  @Test
  void aWrongPasswordReachesNeitherServiceNorCompute() throws Exception {
    OpenPort port = ports.open(request(this::mint, compute.trust()));
    minted.set(0);
    for (String wrong : List.of("wrong", "admin")) {
      assertThatThrownBy(() -> connect(port, wrong)).isInstanceOf(SQLException.class);
    }
    assertThat(minted.get()).isZero();
    assertThat(live(port)).isEmpty();
  }

  @Test
  void psqlConnectsByItsUri() throws Exception {
    assumeTrue(Run.has("psql"), "no psql here");
    OpenPort port = open();
    String uri = ConnectTexts.uri(port.login()).replace("sslmode=require", "sslmode=prefer");
    Run.Ended ended =
        Run.in(Path.of("."), Map.of(), List.of("psql", uri, "-XAtc", "select current_user, 6 * 7"));
    assertThat(ended.output()).isEqualTo(compute.workspace.userName() + "|42");
  }

  @Test
  void anotherDatabaseAndALargeAnswerPass() throws Exception {
    OpenPort port = open();
    try (Connection connection = connect(port)) {
      String sql = "select length(string_agg(repeat('x', 1000), '')) from generate_series(1, 5000)";
      assertThat(ask(connection, sql)).isEqualTo("5000000");
      try (Statement statement = connection.createStatement();
          ResultSet rows =
              statement.executeQuery("select repeat('y', 100000) from generate_series(1, 100)")) {
        int count = 0;
        while (rows.next()) {
          count += rows.getString(1).length();
        }
        assertThat(count).isEqualTo(10_000_000);
      }
    }
    Properties properties = new Properties();
    properties.setProperty("user", "u");
    properties.setProperty("password", port.password().reveal());
    try (Connection other =
        DriverManager.getConnection(
            "jdbc:postgresql://127.0.0.1:" + port.port() + "/postgres", properties)) {
      assertThat(ask(other, "select current_database()")).isEqualTo("postgres");
    }
  }

  @Test
  void aCancelRequestPasses() throws Exception {
    OpenPort port = open();
    try (Connection connection = connect(port);
        Statement statement = connection.createStatement()) {
      AtomicReference<Throwable> ended = new AtomicReference<>();
      Thread asking =
          Thread.ofVirtual()
              .start(() -> {
                try {
                  statement.execute("select pg_sleep(60)");
                } catch (SQLException e) {
                  ended.set(e);
                }
              });
      try (Connection watching = connect(port)) {
        until("the statement to run", () -> running(watching) == 1);
      }
      statement.cancel();
      assertThat(asking.join(Duration.ofSeconds(20))).isTrue();
      assertThat(ended.get())
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("57014"));
    }
  }

  private static int running(Connection watching) {
    try {
      return Integer.parseInt(
          ask(
              watching,
              "select count(*) from pg_stat_activity where state = 'active' and query ="
                  + " 'select pg_sleep(60)'"));
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void closingEndsConnectionsAndFreesThePort() throws Exception {
    OpenPort port = open();
    try (Connection connection = connect(port)) {
      ports.close(port.port());
      assertThatThrownBy(() -> ask(connection, "select 1")).isInstanceOf(SQLException.class);
    }
    assertThat(ports.list()).isEmpty();
    assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port.port()).close())
        .isInstanceOf(IOException.class);
    OpenPort again = open();
    assertThat(again.password()).isNotEqualTo(port.password());
  }

  @Test
  void aTokenIsUsedUntilLittleIsLeft() throws Exception {
    Instant first = now.get();
    FreshToken token = new FreshToken(this::hour, now::get);
    Credential one = token.get();
    now.set(first.plus(Duration.ofMinutes(54)));
    assertThat(token.get()).isEqualTo(one);
    now.set(first.plus(Duration.ofMinutes(55)));
    assertThat(token.get()).isNotEqualTo(one);
  }

  private Credential hour() {
    int count = minted.incrementAndGet();
    return new Credential(new Secret("token-" + count), now.get().plus(Duration.ofHours(1)));
  }

  @Test
  void aRefusedTokenIsReplacedOnce() throws Exception {
    AtomicInteger count = new AtomicInteger();
    Mint first =
        () ->
            count.incrementAndGet() == 1
                ? new Credential(new Secret("eyJ.revoked.x"), RealCompute.later())
                : compute.api.generateCredential(new CredentialRequest(compute.endpoint, null));
    OpenPort port = ports.open(request(first, compute.trust()));
    connect(port).close();
    assertThat(count.get()).isEqualTo(2);
  }

  @Test
  void saysThatTheServiceGivesNoToken() throws Exception {
    Mint none =
        () -> {
          ServiceError error = new ServiceError("DENIED", "you may not", List.of(), null);
          throw new ApiException(
              new ApiFailure.Forbidden(new ApiFailure.Details(403, error, "POST credentials")));
        };
    OpenPort port = ports.open(request(none, compute.trust()));
    assertThatThrownBy(() -> connect(port)).hasMessageContaining("you may not");
    assertThat(ports.list().getFirst().problem()).contains("you may not");
  }

  @Test
  void saysThatTheComputeIsNotTrusted() throws Exception {
    OpenPort port = ports.open(request(this::mint, Trust.SYSTEM));
    assertThatThrownBy(() -> connect(port)).hasMessageContaining("cannot be reached");
  }

  @Test
  void aGroupIsLoggedInAsItsRole() throws Exception {
    Mint group =
        () -> compute.api.generateCredential(new CredentialRequest(compute.endpoint, null, GROUP));
    OpenPort port =
        ports.open(
            new PortRequest(
                "local",
                compute.endpoint,
                "Shop",
                compute.target(GROUP, GROUP),
                compute.trust(),
                group));
    Properties properties = new Properties();
    properties.setProperty("user", "u");
    properties.setProperty("password", port.password().reveal());
    try (Connection connection =
        DriverManager.getConnection(
            ConnectTexts.jdbcUrl(port.login()).split("\\?", 2)[0], properties)) {
      assertThat(ask(connection, "select current_user")).isEqualTo(GROUP);
    }
  }

  @Test
  void aMalformedStartEndsTheConnectionAlone() throws Exception {
    OpenPort port = open();
    for (String garbage : List.of("GET / HTTP/1.1\r\n\r\n", "\0\0\0\u0008\0\u0009\0\0")) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port.port())) {
        socket.getOutputStream().write(garbage.getBytes(StandardCharsets.ISO_8859_1));
        socket.shutdownOutput();
        socket.getInputStream().readAllBytes();
      }
    }
    connect(port).close();
  }

  @Test
  void isToldOfChanges() throws Exception {
    AtomicInteger changes = new AtomicInteger();
    ports.onChange(changes::incrementAndGet);
    OpenPort port = open();
    assertThat(changes.get()).isEqualTo(1);
    connect(port).close();
    until("the connection to come and go", () -> changes.get() == 3);
    ports.close(port.port());
    assertThat(changes.get()).isEqualTo(4);
  }
}
