package lakebase.local.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import lakebase.local.engine.ComputePlan;
import lakebase.local.engine.LiveCompute;
import lakebase.local.proxy.Gate;
import lakebase.model.EndpointGroup;
import lakebase.model.EndpointType;
import lakebase.model.SizeRange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A read-only endpoint beside its branch's primary. */
@Timeout(90)
class ReplicaTest extends BranchTest {

  private Compute primary;
  private Compute replica;

  @BeforeEach
  void makeEndpoints() {
    primary = branch.compute(branch.plan(Map.of()));
    replica =
        branch.compute(
            branch.plan(
                EndpointType.READ_ONLY,
                "ep-read",
                TestBranch.spec(EndpointGroup.SINGLE, Map.of())));
  }

  @Test
  void followsShowsItsLagAndRefusesWrites() throws Exception {
    Gate write = primary.gate(false);
    Gate read = replica.gate(true);
    TestBranch.run(write, "CREATE TABLE t AS SELECT 1 AS x");
    TestBranch.await(read, "SELECT count(*) FROM pg_class WHERE relname = 't'", "1");

    TestBranch.run(write, "INSERT INTO t SELECT generate_series(2, 1000)");
    TestBranch.await(read, "SELECT count(*) FROM t", "1000");

    SQLException e =
        assertThrows(SQLException.class, () -> TestBranch.run(read, "INSERT INTO t VALUES (0)"));
    assertEquals("25006", e.getSQLState());
    while (!Long.valueOf(0).equals(replica.live().instances().getFirst().lagBytes())) {
      TestBranch.pause();
    }
    assertEquals(LiveCompute.Part.READ_ONLY, replica.live().instances().getFirst().part());
  }

  @Test
  void getsWhatIsMissingWhileThePrimarySleeps() throws Exception {
    Gate write = primary.gate(false);
    Gate read = replica.gate(false);
    TestBranch.run(write, "CREATE TABLE t AS SELECT 1 AS x");
    TestBranch.await(read, "SELECT count(*) FROM pg_class WHERE relname = 't'", "1");
    replica.stop();
    TestBranch.run(write, "INSERT INTO t VALUES (2)");
    assertTrue(primary.suspendIfUnused(Instant.now()).isEmpty());

    TestBranch.await(read, "SELECT count(*) FROM t", "2");

    assertTrue(primary.live().instances().isEmpty());
    TestBranch.run(write, "INSERT INTO t VALUES (3)");
    TestBranch.await(read, "SELECT count(*) FROM t", "3");
  }

  @Test
  void doesNotFetchTheLogAgainAndAgainWhileThePrimarySleeps() throws Exception {
    Gate read = replica.gate(true);
    TestBranch.run(primary.gate(false), "CREATE TABLE t AS SELECT 1 AS x");
    TestBranch.await(read, "SELECT count(*) FROM pg_class WHERE relname = 't'", "1");
    assertTrue(primary.suspendIfUnused(Instant.now()).isEmpty());
    TestBranch.await(read, "SHOW wal_retrieve_retry_interval", "10min");
    Path log = branch.storage.data("ep-read-1").resolve("pg_wal");
    branch.told.clear();

    // The first fetch may still be to come; each makes the file of the segment anew.
    Set<Object> fetched = new HashSet<>();
    for (int look = 0; look < 40; look++) {
      fetched.add(newest(log));
      assertNull(branch.told.poll(100, TimeUnit.MILLISECONDS));
    }

    assertTrue(fetched.size() <= 2, fetched.toString());
    TestBranch.run(primary.gate(false), "INSERT INTO t VALUES (2)");
    TestBranch.await(read, "SELECT count(*) FROM t", "2");
  }

  private static Object newest(Path log) throws IOException {
    try (Stream<Path> files = Files.list(log)) {
      Path last =
          files
              .filter(file -> WalSegments.isSegment(String.valueOf(file.getFileName())))
              .max(Path::compareTo)
              .orElseThrow();
      return Files.getAttribute(last, "unix:ino") + " " + Files.getLastModifiedTime(last);
    }
  }

  @Test
  void isMadeFromASleepingBranchAndAnewWhenItDoesNotStart() throws Exception {
    TestBranch.run(primary.gate(false), "CREATE TABLE t AS SELECT 1 AS x");
    primary.stop();
    TestBranch.await(replica.gate(true), "SELECT count(*) FROM t", "1");
    replica.stop();
    Path data = branch.storage.data("ep-read-1");
    Files.write(data.resolve("global/pg_control"), new byte[8192]);

    TestBranch.await(replica.gate(true), "SELECT count(*) FROM t", "1");

    replica.remove();
    assertFalse(Files.exists(data));
    assertTrue(Files.exists(branch.storage.primaryData()));
  }

  @Test
  void oneThatFellBehindTheLogThereIsIsMadeAnew() throws Exception {
    Gate write = primary.gate(false);
    Gate read = replica.gate(true);
    TestBranch.run(write, "CREATE TABLE t AS SELECT 1 AS x");
    TestBranch.await(read, "SELECT count(*) FROM pg_class WHERE relname = 't'", "1");
    String needed = TestBranch.ask(write, "SELECT pg_walfile_name(pg_current_wal_lsn())");
    replica.stop();
    for (int row = 2; row <= 6; row++) {
      TestBranch.run(write, "INSERT INTO t VALUES (" + row + ")");
      TestBranch.run(write, "SELECT pg_switch_wal()");
    }
    while (Files.exists(branch.storage.primaryData().resolve("pg_wal").resolve(needed))) {
      TestBranch.run(write, "CHECKPOINT");
    }
    Files.delete(branch.storage.archive().resolve(needed));

    String seen = TestBranch.ask(read, "SELECT count(*) FROM t");

    assertEquals("1", seen);
    boolean all = false;
    while (!all) {
      assertNotNull(replica.live());
      try {
        all = TestBranch.ask(read, "SELECT count(*) FROM t").equals("6");
      } catch (SQLException e) {
        // It is being stopped to be made anew.
        assertTrue(e.getSQLState().matches("57P0.|08.*"), e.toString());
      }
      TestBranch.pause();
    }
  }

  @Test
  void oneWhoseDataIsDestroyedIsMadeAnew() throws Exception {
    Gate read = replica.gate(true);
    TestBranch.run(primary.gate(false), "CREATE TABLE t AS SELECT 1 AS x");
    TestBranch.await(read, "SELECT count(*) FROM pg_class WHERE relname = 't'", "1");
    branch.told.clear();
    Trees.delete(branch.storage.data("ep-read-1"));
    ComputeTest.kill(replica);
    assertEquals("idle", branch.told.poll(30, TimeUnit.SECONDS));

    TestBranch.await(read, "SELECT count(*) FROM t", "1");
  }

  @Test
  void startsBesideALargerPrimaryThatAnotherProcessLeftAsleep() throws Exception {
    ComputePlan plan = branch.plan(Map.of());
    primary.apply(
        branch.plan(EndpointType.READ_WRITE, plan.uid(), plan.spec().withSize(SizeRange.fixed(2))));
    TestBranch.run(primary.gate(false), "CREATE TABLE t AS SELECT 1 AS x");
    TestBranch.await(replica.gate(true), "SELECT count(*) FROM pg_class WHERE relname = 't'", "1");
    ComputePlan small = replica.plan();
    replica.stop();
    primary.stop();

    Compute again = branch.compute(small, branch.takenUp());

    TestBranch.await(again.gate(true), "SELECT count(*) FROM t", "1");
  }

  @Test
  void goesAlongWithALargerPrimary() throws Exception {
    Gate read = replica.gate(true);
    TestBranch.run(primary.gate(false), "CREATE TABLE t AS SELECT 1 AS x");
    TestBranch.await(read, "SELECT count(*) FROM pg_class WHERE relname = 't'", "1");

    ComputePlan plan = branch.plan(Map.of());
    primary.apply(
        branch.plan(EndpointType.READ_WRITE, plan.uid(), plan.spec().withSize(SizeRange.fixed(2))));
    TestBranch.run(primary.gate(false), "INSERT INTO t VALUES (2)");

    assertEquals("429", TestBranch.ask(primary.gate(false), "SHOW max_connections"));
    boolean seen = false;
    while (!seen) {
      try {
        TestBranch.await(read, "SELECT count(*) FROM t", "2");
        seen = true;
      } catch (SQLException e) {
        // The replica is being restarted with as much room as its primary has.
        assertTrue(e.getSQLState().matches("57P0.|08.*"), e.toString());
      }
    }
    assertEquals("429", TestBranch.ask(read, "SHOW max_connections"));
  }
}
