package lakebase.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many clients of the whole workspace, while computes fall asleep, wake and die. */
@Timeout(120)
class PostgresTrafficTest {

  private static final int CYCLES = 50;
  private static final int CLIENTS = 3;
  private static final int MANY = 200;
  private static final Duration OVER_ITS_TIMEOUT = Duration.ofSeconds(61);

  @TempDir static Path directory;

  private static final MovingClock CLOCK = new MovingClock();
  private static RealWorkspace workspace;
  private static String compute;

  @BeforeAll
  static void start() throws SQLException {
    workspace = RealWorkspace.start(RealWorkspace.options(directory).withClock(CLOCK));
    compute =
        workspace.project(
                "nap",
                "{\"initial_endpoint_spec\":{\"autoscaling_limit_min_cu\":1,"
                    + "\"autoscaling_limit_max_cu\":2,\"suspend_timeout_duration\":\"60s\"}}")
            + "/endpoints/primary";
    workspace.run(compute, "CREATE TABLE t AS SELECT 1 AS n");
  }

  @AfterAll
  static void stop() {
    workspace.close();
    assertThat(RealWorkspace.servers(directory)).isEmpty();
  }

  @Test
  void noClientFailsWhileItFallsAsleepAndWakes() throws Exception {
    long before = wakeUps();
    int rounds = 0;
    while (wakeUps() - before < CYCLES) {
      assertThat(rounds++).isLessThan(4 * CYCLES);
      try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
        List<Future<String>> answers = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
          answers.add(clients.submit(PostgresTrafficTest::ask));
        }
        CLOCK.advance(OVER_ITS_TIMEOUT);
        workspace.workspace.runDue();
        for (Future<String> answer : answers) {
          assertThat(answer.get()).isEqualTo("1");
        }
      }
      CLOCK.advance(OVER_ITS_TIMEOUT);
      workspace.workspace.runDue();
    }
  }

  private static long wakeUps() {
    return workspace.http.get(compute + "/compute-instances").body().path("wake_ups").asLong();
  }

  private static String ask() throws SQLException {
    return workspace.ask(compute, "SELECT n FROM t");
  }

  @Test
  void servesManyConnectionsAtOnce() throws Exception {
    String url = workspace.url(compute);
    Properties login = new Properties();
    login.setProperty("user", workspace.workspace.userName());
    login.setProperty("password", workspace.credential(compute));
    login.setProperty("sslmode", "require");
    CountDownLatch all = new CountDownLatch(MANY);
    try (ExecutorService clients = Executors.newFixedThreadPool(MANY)) {
      List<Future<String>> answers = new ArrayList<>();
      for (int client = 0; client < MANY; client++) {
        answers.add(clients.submit(() -> askWithAll(url, login, all)));
      }
      for (Future<String> answer : answers) {
        assertThat(answer.get()).isEqualTo("1");
      }
    }
    RealWorkspace.until(
        "nobody to be connected",
        () ->
            workspace.http.get(compute + "/compute-instances").body().path("connections").asInt()
                == 0);
  }

  /** Asks when all are connected; one that fails lets the others go on. */
  private static String askWithAll(String url, Properties login, CountDownLatch all)
      throws Exception {
    boolean connected = false;
    try (Connection connection = DriverManager.getConnection(url, login)) {
      connected = true;
      all.countDown();
      all.await();
      return RealWorkspace.ask(connection, "SELECT n FROM t");
    } finally {
      if (!connected) {
        all.countDown();
      }
    }
  }

  @Test
  void whoComesRightAfterItsServerDiedIsServed() throws SQLException {
    for (int death = 0; death < 5; death++) {
      assertThat(ask()).isEqualTo("1");
      ProcessHandle.of(
              workspace
                  .http
                  .get(compute + "/compute-instances")
                  .body()
                  .at("/compute_instances/0/process_id")
                  .asLong())
          .orElseThrow()
          .destroyForcibly();
      assertThat(ask()).isEqualTo("1");
    }
  }
}
