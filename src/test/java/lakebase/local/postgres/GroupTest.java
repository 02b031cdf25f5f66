package lakebase.local.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lakebase.local.engine.ComputePlan;
import lakebase.local.engine.LiveCompute.Part;
import lakebase.local.proxy.Gate;
import lakebase.local.proxy.Refused;
import lakebase.model.EndpointGroup;
import lakebase.model.EndpointType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An endpoint with a primary and hot standbys. */
@Timeout(120)
class GroupTest extends BranchTest {

  private ComputePlan plan(int members, boolean readable) {
    EndpointGroup group = new EndpointGroup(members, members, readable);
    return branch.plan(EndpointType.READ_WRITE, "ep-main", TestBranch.spec(group, Map.of()));
  }

  @Test
  void secondariesServeReadsInTurn() throws Exception {
    Compute compute = branch.compute(plan(3, true));
    TestBranch.run(compute.gate(false), "CREATE TABLE t AS SELECT 1 AS x");
    Gate read = compute.gate(true);
    assertEquals("t", TestBranch.ask(read, "SELECT pg_is_in_recovery()"));
    awaitMembers(compute, 3);

    String own = "SELECT current_setting('unix_socket_directories')";
    assertNotEquals(TestBranch.ask(read, own), TestBranch.ask(read, own));
    assertEquals("f", TestBranch.ask(compute.gate(false), "SELECT pg_is_in_recovery()"));

    compute.apply(plan(1, false));
    awaitMembers(compute, 1);
    Refused e = assertThrows(Refused.class, read::enter);
    assertTrue(
        String.valueOf(e.getMessage()).endsWith("has no readable secondaries"), e.getMessage());
    while (branch.storage.memberNames().size() > 1) {
      TestBranch.pause();
    }
  }

  @Test
  void aSecondaryTakesOverWithEveryAcknowledgedRow() throws Exception {
    Compute compute = branch.compute(plan(2, true));
    Gate gate = compute.gate(false);
    TestBranch.run(gate, "CREATE TABLE t (x int)");
    awaitMembers(compute, 2);

    for (int round = 1; round <= 2; round++) {
      String before = branch.storage.primary();
      int acknowledged = writeUntilKilled(compute, gate, round * 1_000_000);
      while (branch.storage.primary().equals(before)) {
        TestBranch.pause();
      }

      String count = "SELECT count(*) FROM t WHERE x > " + round * 1_000_000;
      int there = Integer.parseInt(TestBranch.ask(gate, count));
      // The last one may have been committed without its writer having heard of it.
      assertTrue(there == acknowledged || there == acknowledged + 1, there + " of " + acknowledged);
      assertEquals("f", TestBranch.ask(gate, "SELECT pg_is_in_recovery()"));
      awaitMembers(compute, 2);
      TestBranch.await(compute.gate(true), count, Integer.toString(there));
    }
    assertEquals(Part.READ_WRITE, compute.live().instances().getFirst().part());
    assertEquals(Part.HOT_STANDBY, compute.live().instances().getLast().part());
  }

  @Test
  void aDeadSecondaryIsReplaced() throws Exception {
    Compute compute = branch.compute(plan(2, true));
    compute.start();
    awaitMembers(compute, 2);
    long dead = compute.live().instances().getLast().pid();

    assertTrue(ProcessHandle.of(dead).orElseThrow().destroyForcibly());

    while (compute.live().instances().size() < 2
        || compute.live().instances().getLast().pid() == dead) {
      TestBranch.pause();
    }
    assertEquals("t", TestBranch.ask(compute.gate(true), "SELECT pg_is_in_recovery()"));
  }

  @Test
  void oneIsChangedWhileItsSecondariesAreBeingMade() throws Exception {
    Compute compute = branch.compute(plan(3, true));
    Path second = branch.storage.members().resolve("2");
    boolean changed =
        compute.hold(_ -> {
          compute.start();
          while (!Files.exists(second)) {
            TestBranch.pause();
          }
          for (int members : new int[] {2, 4, 1, 3, 1, 2}) {
            compute.apply(plan(members, true));
          }
          return true;
        });
    assertTrue(changed);
    awaitMembers(compute, 2);
    compute.apply(plan(4, true));
    compute.stop();

    assertEquals(0, compute.live().instances().size());
    assertEquals("t", TestBranch.ask(compute.gate(true), "SELECT pg_is_in_recovery()"));
  }

  /** Writes row by row while the primary is killed; gives how many rows were acknowledged. */
  private static int writeUntilKilled(Compute compute, Gate gate, int from) throws Exception {
    CountDownLatch some = new CountDownLatch(50);
    try (ExecutorService writer = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Integer> rows = writer.submit(() -> write(gate, from, some));
      some.await();
      ComputeTest.kill(compute);
      return rows.get();
    }
  }

  private static int write(Gate gate, int from, CountDownLatch some) throws Exception {
    int rows = 0;
    try (Gate.Entry entry = gate.enter();
        Connection connection =
            ServerConnection.open(entry.socket(), "postgres", Installation.SUPERUSER)) {
      while (true) {
        Servers.execute(connection, "INSERT INTO t VALUES (" + (from + rows + 1) + ")");
        rows++;
        some.countDown();
      }
    } catch (SQLException e) {
      return rows;
    }
  }

  private static void awaitMembers(Compute compute, int count) {
    while (compute.live().instances().size() != count) {
      TestBranch.pause();
    }
  }
}
