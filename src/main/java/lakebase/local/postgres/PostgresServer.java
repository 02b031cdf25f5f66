package lakebase.local.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import lakebase.local.engine.DataPlaneException;
import org.jspecify.annotations.Nullable;

/**
 * A running server: one process on one data directory, which listens on a Unix socket that only
 * this user can reach. Any thread.
 */
final class PostgresServer implements AutoCloseable {

  /**
   * What a server is started with.
   *
   * @param data its data directory
   * @param log where it writes what it says
   * @param options settings that win over those of files
   * @param startLimit how long it may take to accept connections, recovery included
   */
  record Launch(Path data, Path log, Map<String, String> options, Duration startLimit) {

    /** With five minutes to start, which is recovery after a crash. */
    Launch(Path data, Path log, Map<String, String> options) {
      this(data, log, options, Duration.ofMinutes(5));
    }

    Launch {
      options = Map.copyOf(options);
    }
  }

  private static final Logger LOG = Logger.getLogger(PostgresServer.class.getName());
  private static final int POLL_MILLIS = 2;
  private static final Duration FAST = Duration.ofSeconds(20);
  private static final Duration IMMEDIATE = Duration.ofSeconds(5);

  private final Installation installation;
  private final Path data;
  private final Process process;
  private final RunDirectory run;
  private final ServerLog log;
  private final Thread drain;
  private final Instant started = Instant.now();

  private PostgresServer(
      Installation installation, Launch launch, Process process, RunDirectory run) {
    this.installation = installation;
    this.data = launch.data();
    this.process = process;
    this.run = run;
    this.log = new ServerLog(launch.log());
    this.drain =
        Thread.ofPlatform()
            .name("postgres-log-" + process.pid())
            .daemon()
            .start(() -> log.drain(process.inputReader()));
  }

  /**
   * Starts a server and returns when it accepts connections.
   *
   * @throws DataPlaneException when it cannot be started, with PostgreSQL's own last words
   */
  static PostgresServer start(Installation installation, Launch launch)
      throws InterruptedException {
    PostgresServer server = launch(installation, launch);
    boolean ready = false;
    try {
      server.awaitReady(launch.startLimit());
      ready = true;
      return server;
    } catch (IOException e) {
      throw failed(String.valueOf(e.getMessage()), e);
    } finally {
      if (!ready) {
        server.kill();
      }
    }
  }

  private static PostgresServer launch(Installation installation, Launch launch) {
    RunDirectory run = null;
    try {
      run = RunDirectory.make();
      Orphans.forget(launch.data());
      ProcessBuilder program =
          installation
              .program("postgres", arguments(launch, run))
              .directory(launch.data().toFile());
      Process process = program.start();
      process.getOutputStream().close();
      return new PostgresServer(installation, launch, process, run);
    } catch (IOException e) {
      if (run != null) {
        remove(run);
      }
      throw failed(String.valueOf(e.getMessage()), e);
    }
  }

  private static List<String> arguments(Launch launch, RunDirectory run) {
    List<String> arguments = new ArrayList<>(List.of("-D", launch.data().toString()));
    launch.options().forEach((name, value) -> option(arguments, name, value));
    option(arguments, "listen_addresses", "");
    option(arguments, "port", "5432");
    option(arguments, "unix_socket_directories", run.path().toString());
    option(arguments, "unix_socket_permissions", "0700");
    option(arguments, "logging_collector", "off");
    option(arguments, "log_destination", "stderr");
    return arguments;
  }

  private static void option(List<String> arguments, String name, String value) {
    arguments.add("-c");
    arguments.add(name + "=" + value);
  }

  private void awaitReady(Duration limit) throws IOException, InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (!accepts()) {
      if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
        drain.join(IMMEDIATE);
        throw failed(log.reason(), null);
      }
      if (System.nanoTime() > end) {
        throw failed("it does not accept connections after " + limit.toSeconds() + " s", null);
      }
    }
  }

  private boolean accepts() throws IOException {
    return PostmasterFile.read(data)
        .filter(file -> file.pid() == pid() && file.accepts())
        .isPresent();
  }

  /** Its process. */
  long pid() {
    return process.pid();
  }

  /** Since when it runs. */
  Instant started() {
    return started;
  }

  /** Its data directory. */
  Path data() {
    return data;
  }

  /** Its socket. */
  Path socket() {
    return run.socket();
  }

  /** Whether its process runs. */
  boolean isAlive() {
    return process.isAlive();
  }

  /** Has that done on some thread after its process has ended, at once if it has. */
  void onExit(Runnable action) {
    Processes.onExit(process, action);
  }

  /** Connects as the superuser; an interrupt ends what the connection is doing. */
  Connection connect(String database) throws SQLException {
    return ServerConnection.open(socket(), database, installation.major());
  }

  /** Has it read its configuration files again. */
  void reload() throws InterruptedException {
    installation.signal("HUP", pid());
  }

  /**
   * Stops it: connections are ended, everything is written to disk. When that takes too long, it is
   * ended without, which costs a recovery at the next start and no commit.
   */
  void stop() throws InterruptedException {
    try {
      boolean asked = process.isAlive() && installation.signal("INT", pid());
      if (asked && !process.waitFor(FAST.toMillis(), TimeUnit.MILLISECONDS)) {
        installation.signal("QUIT", pid());
        boolean ended = process.waitFor(IMMEDIATE.toMillis(), TimeUnit.MILLISECONDS);
        LOG.log(Level.WARNING, "server {0} had to be ended: {1}", new Object[] {pid(), ended});
      }
    } finally {
      kill();
    }
    awaitGone();
  }

  /** {@link #stop} also when interrupted. */
  @Override
  public void close() {
    boolean interrupted = Thread.interrupted();
    while (process.isAlive()) {
      try {
        stop();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    kill();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends it as it is. Its children notice that they are alone, and end too. */
  void kill() {
    Processes.end(process);
    remove(run);
  }

  /** Makes sure that no process of it is left, as is the case when it has ended in order. */
  private void awaitGone() throws InterruptedException {
    try {
      if (process.exitValue() != 0) {
        Orphans.endBackends(data, installation.executable("postgres"));
      }
    } catch (IOException e) {
      LOG.log(Level.WARNING, "a server's processes cannot be listed", e);
    }
  }

  private static void remove(RunDirectory run) {
    try {
      run.delete();
    } catch (IOException e) {
      LOG.log(Level.WARNING, "a server's socket cannot be removed", e);
    }
  }

  private static DataPlaneException failed(String why, @Nullable Exception cause) {
    return Failures.failed("PostgreSQL does not start: " + why, cause);
  }
}
