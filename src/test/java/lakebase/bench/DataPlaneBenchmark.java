package lakebase.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import lakebase.local.RealWorkspace;
import lakebase.local.postgres.PlainServer;

/**
 * Measures the local workspace's PostgreSQL against PostgreSQL alone, in turn, in one run: the
 * figures are ratios, because the times are this machine's. Within three minutes; leaves nothing.
 */
final class DataPlaneBenchmark implements AutoCloseable {

  private static final int ROUNDS = 7;
  private static final String SMALL =
      "{\"initial_endpoint_spec\":{\"suspend_timeout_duration\":\"60s\"}}";
  private static final Duration OVER_ITS_TIMEOUT = Duration.ofSeconds(61);

  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
  private final Path directory;
  private final Path postgres;
  private final RealWorkspace workspace;

  /** Measures once and prints it, in a temporary directory. */
  static void run() throws Exception {
    Path directory = Files.createTempDirectory("lakebase-bench-data");
    Thread cleaning = Thread.ofPlatform().name("bench-clean").unstarted(() -> clean(directory));
    Runtime.getRuntime().addShutdownHook(cleaning);
    Report report = new Report();
    report.dataPlane();
    try (DataPlaneBenchmark benchmark = new DataPlaneBenchmark(directory)) {
      benchmark.measure(report);
    } finally {
      clean(directory);
    }
    report.print();
  }

  /** Ends what still runs there, and removes it. */
  private static void clean(Path directory) {
    for (ProcessHandle server : RealWorkspace.servers(directory)) {
      server.destroyForcibly();
      server.onExit().join();
    }
    try {
      Branching.delete(directory);
    } catch (IOException e) {
      System.err.println(directory + " is left over: " + e.getMessage());
    }
  }

  private DataPlaneBenchmark(Path directory) {
    this.directory = directory;
    this.postgres = directory.resolve("workspace").resolve("postgres");
    InstantSource clock = () -> Instant.now().plus(ahead.get());
    workspace =
        RealWorkspace.start(RealWorkspace.options(directory.resolve("workspace")).withClock(clock));
  }

  /** Measures everything. */
  void measure(Report report) throws Exception {
    String compute = workspace.project("small", SMALL) + "/endpoints/primary";
    Path tls = directory.resolve("workspace").resolve("certificates");
    Path data = Branching.data(postgres, List.of());
    // The certificates are made for the first client.
    ask(compute);
    suspend(compute);
    try (PlainServer plain =
        PlainServer.of(RealWorkspace.CACHE, data, directory.resolve("plain"), tls)) {
      report.waking(waking(compute, plain));
      plain.start();
      report.idling(idling(compute, plain));
      Passing passing = new Passing(plain, tls);
      passing.prepare();
      report.passing(1, passing.with(1));
      report.passing(8, passing.with(8));
    }
    suspend(compute);
    Branching branching = new Branching(workspace, directory);
    report.branching(branching.measure());
  }

  private void suspend(String compute) {
    RealWorkspace.until(
        "sleep",
        () -> {
          ahead.updateAndGet(OVER_ITS_TIMEOUT::plus);
          workspace.workspace.runDue();
          return workspace.state(compute).equals("IDLE");
        });
  }

  /** From the wish to connect until the first row, of a compute that sleeps. */
  private Ratio waking(String compute, PlainServer plain) throws Exception {
    double[] ours = new double[ROUNDS];
    double[] theirs = new double[ROUNDS];
    String url = workspace.url(compute);
    for (int round = 0; round < ROUNDS; round++) {
      Properties login = login(workspace.workspace.userName(), workspace.credential(compute));
      ours[round] = millis(() -> ask(url, login));
      suspend(compute);
      theirs[round] =
          millis(() -> {
            plain.start();
            ask(plain.url(), login(PlainServer.SUPERUSER, ""));
          });
      plain.stop();
    }
    return Ratio.of(ours, theirs);
  }

  /** Both servers run, have been asked something, and nobody is connected any more. */
  private Optional<Ratio> idling(String compute, PlainServer plain) throws Exception {
    ask(compute);
    ask(plain.url(), login(PlainServer.SUPERUSER, ""));
    List<ProcessHandle> servers = RealWorkspace.servers(postgres);
    ProcessHandle ours =
        servers.stream()
            .filter(
                server -> servers.stream().noneMatch(server.parent().stream().toList()::contains))
            .findFirst()
            .orElseThrow();
    ProcessHandle theirs = ProcessHandle.of(plain.pid()).orElseThrow();
    RealWorkspace.until(
        "nobody to be connected", () -> ours.children().count() <= theirs.children().count());
    Optional<Double> own = Memory.of(ours);
    Optional<Double> other = Memory.of(theirs);
    return own.isPresent() && other.isPresent()
        ? Optional.of(new Ratio(own.get(), other.get()))
        : Optional.empty();
  }

  private static Properties login(String user, String password) {
    Properties login = new Properties();
    login.setProperty("user", user);
    login.setProperty("password", password);
    login.setProperty("sslmode", "require");
    return login;
  }

  private void ask(String compute) throws SQLException {
    ask(
        workspace.url(compute),
        login(workspace.workspace.userName(), workspace.credential(compute)));
  }

  private static void ask(String url, Properties login) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, login);
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT 1");
    }
  }

  /** Something to be timed. */
  @FunctionalInterface
  interface Work {
    void run() throws Exception;
  }

  static double millis(Work work) throws Exception {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e6;
  }

  @Override
  public void close() {
    workspace.close();
  }
}
