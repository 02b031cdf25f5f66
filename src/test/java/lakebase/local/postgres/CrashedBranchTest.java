package lakebase.local.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import lakebase.local.engine.Origin;
import lakebase.local.engine.Window;
import lakebase.local.proxy.Gate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A branch whose server was killed, and has not been started since. */
@Timeout(90)
class CrashedBranchTest extends BranchTest {

  private Gate gate;
  private String end;
  private Instant moment;

  @BeforeEach
  void crash() throws Exception {
    Compute compute = branch.compute(branch.plan(Map.of()));
    gate = compute.gate(false);
    TestBranch.run(gate, "CREATE TABLE t (x int)");
    branch.data.keepHistory();
    TestBranch.run(gate, "INSERT INTO t SELECT generate_series(1, 1000)");
    moment = Instant.now();
    end = TestBranch.ask(gate, "SELECT pg_current_wal_flush_lsn()");
    branch.told.clear();
    ComputeTest.kill(compute);
    assertEquals("idle", branch.told.poll(30, TimeUnit.SECONDS));
    assertFalse(ControlFile.of(branch.storage.primaryData()).clean());
  }

  @Test
  void itsHistoryReachesToItsLastCommit() throws Exception {
    Window window = branch.data.window().orElseThrow();

    assertFalse(Lsn.parse(window.to().lsn()).isBefore(Lsn.parse(end)), window.toString());
    assertTrue(branch.told.isEmpty());
    assertEquals("1000", TestBranch.ask(gate, "SELECT count(*) FROM t"));
  }

  @Test
  void itsLastCommitCanBeBranchedFrom() throws Exception {
    Path byPosition = temporary.resolve("by-position");
    branch.data.copy(new Origin("br-test", null, end), byPosition);
    Path byTime = temporary.resolve("by-time");
    branch.data.copy(new Origin("br-test", moment, null), byTime);
    Path now = temporary.resolve("now");
    branch.data.copy(new Origin("br-test", null, null), now);

    for (Path copy : new Path[] {byPosition, byTime, now}) {
      assertEquals("1000", CopySource.queryIn(copy, "SELECT count(*) FROM t"), copy.toString());
    }
  }
}
