package lakebase.local.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import lakebase.local.engine.ComputePlan;
import lakebase.local.engine.DataPlaneException;
import lakebase.local.engine.Origin;
import lakebase.local.proxy.Gate;
import lakebase.local.proxy.Gate.Method;
import lakebase.local.proxy.Refused;
import lakebase.model.EndpointType;
import lakebase.model.SizeRange;
import lakebase.model.Suspension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One endpoint with one server. */
@Timeout(90)
class ComputeTest extends BranchTest {

  private static final int CYCLES = 50;
  private static final int CLIENTS = 4;
  private static final long MOST_DELAY_NANOS = 20_000_000;

  @Test
  void aConnectionWakesIt() throws Exception {
    Compute compute = branch.compute(branch.plan(Map.of("work_mem", "5MB")));
    Gate gate = compute.gate(false);
    assertTrue(compute.live().instances().isEmpty());
    assertTrue(gate.sockets().isEmpty());

    assertEquals("5MB", TestBranch.ask(gate, "SHOW work_mem"));

    assertEquals(List.of("waking", "active"), List.copyOf(branch.told));
    assertEquals("219", TestBranch.ask(gate, "SHOW max_connections"));
    assertEquals("16MB", TestBranch.ask(gate, "SHOW shared_buffers"));
    assertEquals(1, compute.live().wakeUps());
    assertEquals(0, compute.live().connections());
    assertEquals(1, gate.sockets().size());
  }

  @Test
  void settingsAreAppliedByReloadOrRestart() throws Exception {
    Compute compute = branch.compute(branch.plan(Map.of("work_mem", "5MB")));
    compute.start();
    Gate gate = compute.gate(false);
    long pid = compute.live().instances().getFirst().pid();

    compute.apply(branch.plan(Map.of("work_mem", "6MB", "my.text", "it's \\ so")));
    assertEquals("6MB", TestBranch.ask(gate, "SHOW work_mem"));
    assertEquals("it's \\ so", TestBranch.ask(gate, "SHOW my.text"));
    assertEquals(pid, compute.live().instances().getFirst().pid());

    compute.apply(branch.plan(Map.of("max_locks_per_transaction", "80")));
    assertEquals("4MB", TestBranch.ask(gate, "SHOW work_mem"));
    assertEquals("80", TestBranch.ask(gate, "SHOW max_locks_per_transaction"));
    assertNotEquals(pid, compute.live().instances().getFirst().pid());

    compute.apply(resized(branch.plan(Map.of()), 4));
    assertEquals("64MB", TestBranch.ask(gate, "SHOW shared_buffers"));
    assertEquals("849", TestBranch.ask(gate, "SHOW max_connections"));
  }

  @Test
  void settingsByWhichItDoesNotStartLeaveItAsItWas() throws Exception {
    ComputePlan plan = branch.plan(Map.of("work_mem", "5MB"));
    Compute compute = branch.compute(plan);
    compute.start();

    assertThrows(
        DataPlaneException.class,
        () -> compute.apply(branch.plan(Map.of("shared_preload_libraries", "missing"))));

    assertTrue(compute.isOpen());
    assertEquals(plan, compute.plan());
    assertEquals("5MB", TestBranch.ask(compute.gate(false), "SHOW work_mem"));
    assertEquals(List.of(), List.copyOf(branch.told));
  }

  @Test
  void oneThatDoesNotWakeIsIdleAgain() throws Exception {
    Compute compute = branch.compute(branch.plan(Map.of("shared_preload_libraries", "missing")));

    Refused e = assertThrows(Refused.class, () -> compute.gate(false).enter());

    assertTrue(String.valueOf(e.getMessage()).contains("\"missing\""), e.getMessage());
    assertEquals(List.of("waking", "idle"), List.copyOf(branch.told));
  }

  @Test
  void settingsThatTheLocalWorkspaceNeedsAreItsOwnWhateverIsStored() throws Exception {
    Map<String, String> stored =
        Map.of(
            "archive_library", "basic_archive",
            "archive_mode", "off",
            "hot_standby", "off",
            "Listen_Addresses", "*",
            "max_connections", "3",
            "ssl", "on",
            "wal_level", "minimal");
    Gate gate = branch.compute(branch.plan(stored)).gate(false);

    for (String setting : List.of("archive_mode", "hot_standby")) {
      assertEquals("on", TestBranch.ask(gate, "SHOW " + setting));
    }
    for (String setting : List.of("archive_library", "listen_addresses")) {
      assertEquals("", TestBranch.ask(gate, "SHOW " + setting));
    }
    assertEquals("219", TestBranch.ask(gate, "SHOW max_connections"));
    assertEquals("off", TestBranch.ask(gate, "SHOW ssl"));
    assertEquals("replica", TestBranch.ask(gate, "SHOW wal_level"));
  }

  @Test
  void ownSessionsDoNotGoByWhatIsSetForThoseOfPeople() throws Exception {
    Map<String, String> settings =
        Map.of(
            "statement_timeout", "1",
            "idle_session_timeout", "1",
            "transaction_timeout", "10s",
            "default_transaction_read_only", "on",
            "default_transaction_isolation", "serializable");
    Compute compute = branch.compute(branch.plan(settings));
    PostgresServer server = compute.awake();

    CatalogSql.setUp(server::connect);
    try (Connection own = server.connect("postgres")) {
      assertEquals("0", Servers.query(own, "SHOW transaction_timeout"));
    }
    branch.data.keepHistory();
    branch.data.copy(new Origin("br-test", null, null), temporary.resolve("copy"));

    assertTrue(branch.data.window().isPresent());
    assertTrue(Files.exists(temporary.resolve("copy").resolve("PG_VERSION")));
  }

  @Test
  void aDisabledOneIsStoppedAndLetsNobodyIn() throws Exception {
    ComputePlan plan = branch.plan(Map.of());
    Compute compute = branch.compute(plan);
    compute.start();

    compute.apply(branch.plan(EndpointType.READ_WRITE, plan.uid(), plan.spec().withDisabled(true)));

    assertTrue(compute.live().instances().isEmpty());
    Refused e = assertThrows(Refused.class, () -> compute.gate(false).enter());
    assertEquals("57P03", e.sqlState());
    assertTrue(String.valueOf(e.getMessage()).endsWith("is disabled; enable it to connect to it"));
    compute.apply(plan);
    assertEquals("1", TestBranch.ask(compute.gate(false), "SELECT 1"));
  }

  @Test
  void suspendsOnlyWhenUnused() throws Exception {
    Compute compute = branch.compute(branch.plan(Map.of()));
    try (Gate.Entry entry = compute.gate(false).enter()) {
      assertTrue(compute.suspendIfUnused(Instant.now().plusSeconds(60)).isPresent());
      assertEquals(1, compute.live().connections());
      assertEquals(Method.NO_LOGIN, entry.role("pg_monitor").orElseThrow().method());
    }
    assertTrue(compute.suspendIfUnused(Instant.EPOCH).isPresent());

    assertEquals(Optional.empty(), compute.suspendIfUnused(Instant.now()));

    assertTrue(compute.live().instances().isEmpty());
  }

  @Test
  void noClientFailsWhileItSuspendsAndWakes() throws Exception {
    Compute compute = branch.compute(branch.plan(Map.of()));
    Gate gate = compute.gate(false);
    compute.start();
    int suspended = 0;
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      while (suspended < CYCLES) {
        List<Future<String>> running = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
          long delay = ThreadLocalRandom.current().nextLong(MOST_DELAY_NANOS);
          running.add(
              clients.submit(() -> {
                LockSupport.parkNanos(delay);
                return TestBranch.ask(gate, "SELECT 1");
              }));
        }
        suspended += compute.suspendIfUnused(Instant.now()).isEmpty() ? 1 : 0;
        for (Future<String> client : running) {
          assertEquals("1", client.get());
        }
      }
    }
    assertEquals(CYCLES, compute.live().wakeUps());
    assertEquals(0, compute.live().connections());
  }

  @Test
  void aKilledServerIsBackAtTheNextConnectionWithEveryCommit() throws Exception {
    Compute compute = branch.compute(branch.plan(Map.of()));
    Gate gate = compute.gate(false);
    TestBranch.run(gate, "CREATE TABLE t AS SELECT 1 AS x");
    branch.told.clear();

    kill(compute);

    assertEquals("idle", branch.told.poll(30, TimeUnit.SECONDS));
    assertFalse(compute.isOpen());
    assertEquals("1", TestBranch.ask(gate, "SELECT x FROM t"));
  }

  @Test
  void oneThatNeverSuspendsIsBackAtOnce() throws Exception {
    ComputePlan plan = branch.plan(Map.of());
    Compute compute =
        branch.compute(
            branch.plan(
                EndpointType.READ_WRITE,
                plan.uid(),
                plan.spec().withSuspension(Suspension.never())));
    compute.start();

    kill(compute);

    assertEquals("idle", branch.told.poll(30, TimeUnit.SECONDS));
    assertEquals("active", branch.told.poll(30, TimeUnit.SECONDS));
    assertEquals(1, compute.live().instances().size());
  }

  @Test
  void rolesTellHowTheyLogIn() throws Exception {
    Compute compute = branch.compute(branch.plan(Map.of()));
    Gate gate = compute.gate(false);
    TestBranch.run(
        gate,
        "CREATE ROLE databricks_auth_user; CREATE ROLE \"a@b.c\" LOGIN IN ROLE"
            + " databricks_auth_user; CREATE ROLE native LOGIN PASSWORD 'secret'; CREATE ROLE empty"
            + " LOGIN; CREATE ROLE child LOGIN IN ROLE \"a@b.c\"; CREATE ROLE md5 LOGIN PASSWORD"
            + " 'md5b25cc92a8e8cd7e6a2b2f8e6ed6b2f5a'");

    try (Gate.Entry entry = gate.enter()) {
      assertEquals(Method.OAUTH, entry.role("a@b.c").orElseThrow().method());
      Gate.LoginRole role = entry.role("native").orElseThrow();
      assertEquals(Method.PASSWORD, role.method());
      assertTrue(role.verifier().orElseThrow().startsWith("SCRAM-SHA-256$4096:"));
      assertEquals(Method.NO_LOGIN, entry.role("empty").orElseThrow().method());
      assertEquals(Method.NO_LOGIN, entry.role("child").orElseThrow().method());
      assertEquals(Method.NO_LOGIN, entry.role("md5").orElseThrow().method());
      assertEquals(Optional.empty(), entry.role("nobody"));
      assertEquals(Optional.empty(), entry.role(Installation.SUPERUSER));
      assertTrue(entry.nativeLogin());
    }
  }

  @Test
  void aKeptConnectionThatWasEndedIsReplaced() throws Exception {
    Compute compute = branch.compute(branch.plan(Map.of()));
    PostgresServer server = compute.awake();
    Member main = compute.main().orElseThrow();
    String own = main.ask(session -> Servers.query(session, "SELECT pg_backend_pid()"));
    try (Connection other = server.connect("postgres")) {
      Servers.execute(other, "SELECT pg_terminate_backend(" + own + ", 10000)");
    }

    assertNotEquals(own, main.ask(session -> Servers.query(session, "SELECT pg_backend_pid()")));
  }

  @Test
  void theOwnConnectionDoesNotStay() throws Exception {
    Compute compute = branch.compute(branch.plan(Map.of()));
    Gate gate = compute.gate(false);
    try (Gate.Entry entry = gate.enter();
        Connection connection =
            ServerConnection.open(entry.socket(), "postgres", Installation.SUPERUSER)) {
      assertEquals(Optional.empty(), entry.role("nobody"));
      String others =
          "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend'"
              + " AND pid <> pg_backend_pid()";
      assertEquals("1", Servers.query(connection, others));
      while (!Servers.query(connection, others).equals("0")) {
        TestBranch.pause();
      }
    }
  }

  private ComputePlan resized(ComputePlan plan, double cu) {
    return branch.plan(
        EndpointType.READ_WRITE, plan.uid(), plan.spec().withSize(SizeRange.fixed(cu)));
  }

  static void kill(Compute compute) {
    long pid = compute.live().instances().getFirst().pid();
    assertTrue(ProcessHandle.of(pid).orElseThrow().destroyForcibly());
  }
}
