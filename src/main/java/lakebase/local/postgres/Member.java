package lakebase.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import lakebase.local.engine.ComputePlan;
import lakebase.local.engine.DataPlaneException;
import lakebase.local.engine.DataPlaneException.Kind;
import org.jspecify.annotations.Nullable;

/**
 * One server of an endpoint with its data directory: the branch's primary or a standby. Any thread;
 * changes happen one after the other.
 */
final class Member {

  private static final Logger LOG = Logger.getLogger(Member.class.getName());

  private final ReentrantLock seeding = new ReentrantLock();
  private final ReentrantLock lock = new ReentrantLock();
  private final BranchServers branch;
  private final String name;
  private final DataDirectory data;
  private final BiConsumer<Member, PostgresServer> died;
  private volatile ComputePlan plan;
  private volatile @Nullable Running running;
  private volatile boolean standby;
  private volatile boolean missing;
  private boolean wanted;

  /** A server and the settings that it has. */
  private record Running(
      PostgresServer server, AdminConnection admin, Map<String, String> settings) {}

  /**
   * A server that does not run yet.
   *
   * @param died is told on a thread of its own when the server ends without having been asked to
   */
  Member(
      BranchServers branch,
      String name,
      ComputePlan plan,
      BiConsumer<Member, PostgresServer> died) {
    this.branch = branch;
    this.name = name;
    this.plan = plan;
    this.died = died;
    this.data = new DataDirectory(branch.storage().data(name));
  }

  String name() {
    return name;
  }

  /** Whether it follows the primary. */
  boolean isStandby() {
    return standby;
  }

  /** Its server, when it accepts connections. */
  Optional<PostgresServer> server() {
    return Optional.ofNullable(running).map(Running::server).filter(PostgresServer::isAlive);
  }

  /** Whether that is the server it has, alive or not. */
  boolean hasServer(PostgresServer server) {
    Running now = running;
    return now != null && now.server() == server;
  }

  /** Asks its server something. */
  <T> T ask(AdminConnection.Question<T> question) throws SQLException, InterruptedException {
    Running now = running;
    if (now == null) {
      throw new SQLException("the server does not run");
    }
    return now.admin().ask(question);
  }

  /** Starts it as the branch's primary. */
  void startPrimary() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      standby = false;
      Files.deleteIfExists(standbySignal());
      Map<String, String> settings = ServerSettings.primary(plan, branch.archive());
      branch.primaryRuns(this, launch(settings), settings);
    } catch (IOException e) {
      throw Failures.of("Changing the branch's data", e);
    } finally {
      lock.unlock();
    }
  }

  /** Starts it as a standby, with a new copy of the branch if it has none or none that starts. */
  void startStandby() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      wanted = true;
      standby = true;
    } finally {
      lock.unlock();
    }
    bringUp(true);
  }

  /**
   * Starts a standby that is wanted. Its data is copied without holding the lock: that waits for
   * the primary's endpoint, which may be about to change or stop this server.
   *
   * @param patient whether to wait for somebody else who is doing so, and looks again afterwards
   */
  private void bringUp(boolean patient) throws InterruptedException {
    missing = true;
    if (patient) {
      seeding.lockInterruptibly();
    } else if (!seeding.tryLock()) {
      return;
    }
    try {
      while (missing) {
        missing = false;
        if (!launchStandby(false)) {
          seed();
          boolean _ = launchStandby(true);
        }
      }
    } finally {
      seeding.unlock();
    }
    if (missing) {
      bringUp(false);
    } else {
      refresh();
    }
  }

  /** Starts it with the data it has; false if it needs a new copy for that. */
  private boolean launchStandby(boolean seeded) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      if (!wanted || server().isPresent()) {
        return true;
      }
      if (!Files.exists(standbySignal())) {
        return false;
      }
      PostgresServer _ = launch(branch.standbySettings(plan));
      branch.add(this);
      return true;
    } catch (DataPlaneException e) {
      if (seeded) {
        throw e;
      }
      LOG.log(Level.INFO, "standby {0} does not start and is made anew", name);
      return false;
    } finally {
      lock.unlock();
    }
  }

  private PostgresServer launch(Map<String, String> settings) throws InterruptedException {
    data.secure();
    data.configure(ServerSettings.text(settings));
    Path log = branch.storage().log().resolve(name + ".log");
    PostgresServer server =
        PostgresServer.start(
            branch.installation(), new PostgresServer.Launch(data.path(), log, Map.of()));
    running = new Running(server, new AdminConnection(server), settings);
    server.onExit(() -> ended(server));
    return server;
  }

  private void ended(PostgresServer server) {
    if (hasServer(server)) {
      died.accept(this, server);
    }
  }

  private void seed() throws InterruptedException {
    try {
      Trees.delete(data.path());
      Files.createDirectories(data.path().resolveSibling("."));
      branch.seeder().seed(data.path());
      Files.deleteIfExists(PostmasterFile.in(data.path()));
      Files.deleteIfExists(data.path().resolve("recovery.signal"));
      Files.write(standbySignal(), new byte[0]);
    } catch (IOException e) {
      throw Failures.of("Copying a standby's data", e);
    }
  }

  /** Gives it the settings of another plan. */
  void apply(ComputePlan other) throws InterruptedException {
    plan = other;
    refresh();
  }

  /** Brings a running server's settings up to date, by reload, or by restart if need be. */
  void refresh() throws InterruptedException {
    boolean restart = false;
    lock.lockInterruptibly();
    try {
      Running now = running;
      if (now == null || !now.server().isAlive()) {
        return;
      }
      Map<String, String> settings =
          standby ? branch.standbySettings(plan) : ServerSettings.primary(plan, branch.archive());
      Set<String> changed = changed(now.settings(), settings);
      if (changed.isEmpty()) {
        return;
      }
      if (needsRestart(now, changed)) {
        halt();
        restart = standby;
        if (!standby) {
          startPrimary();
        }
      } else {
        data.configure(ServerSettings.text(settings));
        running = new Running(now.server(), now.admin(), settings);
        Reload.await(now.server());
        now.admin().close();
      }
    } catch (SQLException e) {
      throw new DataPlaneException(Kind.FAILED, "Settings cannot be applied: " + e.getMessage(), e);
    } finally {
      lock.unlock();
    }
    if (restart) {
      bringUp(false);
    }
  }

  private static boolean needsRestart(Running now, Set<String> changed)
      throws SQLException, InterruptedException {
    return now.admin().ask(connection -> Reload.needsRestart(connection, changed));
  }

  private static Set<String> changed(Map<String, String> before, Map<String, String> after) {
    Set<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    names.removeIf(key ->
        before.getOrDefault(key, "").equals(after.getOrDefault(key, ""))
            && before.containsKey(key) == after.containsKey(key));
    return names;
  }

  /** Makes a standby the primary, with everything that the old one has written to its log. */
  void promote() throws SQLException, InterruptedException {
    lock.lockInterruptibly();
    try {
      boolean promoted = ask(Promotion::promote);
      if (!promoted) {
        throw new SQLException("the standby has not been promoted in time");
      }
      branch.remove(this);
      standby = false;
    } finally {
      lock.unlock();
    }
  }

  /** After a promotion has been made known: lets it live as a primary. */
  void settleAsPrimary() throws InterruptedException {
    PostgresServer server = server().orElseThrow();
    branch.primaryRuns(this, server, ServerSettings.primary(plan, branch.archive()));
    refresh();
  }

  /** Stops it, if it runs or is about to. */
  void stop() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      wanted = false;
      halt();
    } finally {
      lock.unlock();
    }
  }

  private void halt() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      branch.remove(this);
      Running now = running;
      if (now != null) {
        running = null;
        now.admin().close();
        boolean stopped = false;
        try {
          now.server().stop();
          stopped = true;
        } finally {
          if (!stopped) {
            now.server().close();
          }
        }
        if (!standby) {
          branch.primaryStopped();
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /** Makes a standby anew from a copy of the branch as it is now. */
  void rebuild() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      if (!standby || running == null) {
        return;
      }
      halt();
      Files.deleteIfExists(standbySignal());
    } catch (IOException e) {
      throw Failures.of("Making a standby anew", e);
    } finally {
      lock.unlock();
    }
    bringUp(false);
  }

  private Path standbySignal() {
    return data.path().resolve("standby.signal");
  }
}
