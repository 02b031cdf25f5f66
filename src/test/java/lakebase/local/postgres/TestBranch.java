package lakebase.local.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import lakebase.local.engine.BranchPlan;
import lakebase.local.engine.ComputePlan;
import lakebase.local.engine.DataPlane;
import lakebase.local.proxy.Gate;
import lakebase.model.BranchName;
import lakebase.model.EndpointGroup;
import lakebase.model.EndpointHosts;
import lakebase.model.EndpointName;
import lakebase.model.EndpointSpec;
import lakebase.model.EndpointType;
import lakebase.model.SizeRange;
import lakebase.model.Suspension;

/** A branch with its servers below a directory, and computes on it that end with it. */
final class TestBranch implements AutoCloseable {

  private static final String UID = "br-test";
  private static final BranchName NAME = BranchName.parse("projects/p/branches/main");
  private static final BranchPlan PLAN = new BranchPlan(NAME, UID, 17, Duration.ofDays(7), true);

  /** What a compute has told of itself: {@code waking}, {@code active}, {@code idle}. */
  final BlockingQueue<String> told = new LinkedBlockingQueue<>();

  final BranchStorage storage;
  final BranchServers servers;
  final BranchData data;
  private final List<Compute> computes = new CopyOnWriteArrayList<>();

  TestBranch(Path root) throws IOException, InterruptedException {
    storage = BranchStorage.of(root, UID);
    storage.create();
    Servers.data(storage.data(BranchStorage.FIRST_MEMBER));
    storage.setPrimary(BranchStorage.FIRST_MEMBER);
    data = takenUp();
    servers = data.servers();
  }

  /** The branch as another process would take it up. */
  BranchData takenUp() throws InterruptedException {
    return new BranchData(
        PLAN, storage, Servers.installation(), FileCopy.bySystem(), InstantSource.system());
  }

  Compute compute(ComputePlan plan) {
    return compute(plan, data);
  }

  Compute compute(ComputePlan plan, BranchData data) {
    Compute compute = new Compute(plan, data.servers(), observer(), Duration.ofSeconds(3));
    computes.add(compute);
    if (plan.type().equals(EndpointType.READ_WRITE)) {
      data.setPrimary(compute);
    }
    return compute;
  }

  ComputePlan plan(Map<String, String> settings) {
    return plan(EndpointType.READ_WRITE, "ep-main", spec(EndpointGroup.SINGLE, settings));
  }

  ComputePlan plan(EndpointType type, String uid, EndpointSpec spec) {
    EndpointName name = NAME.endpoint(uid);
    return new ComputePlan(name, uid, PLAN, type, spec, EndpointHosts.NONE);
  }

  static EndpointSpec spec(EndpointGroup group, Map<String, String> settings) {
    return new EndpointSpec(
        new SizeRange(0.5, 1), Suspension.after(Duration.ofMinutes(5)), false, group, settings);
  }

  private DataPlane.Observer observer() {
    return new DataPlane.Observer() {
      @Override
      public void waking(EndpointName endpoint) {
        told.add("waking");
      }

      @Override
      public void active(EndpointName endpoint) {
        told.add("active");
      }

      @Override
      public void idle(EndpointName endpoint) {
        told.add("idle");
      }
    };
  }

  /** Comes in through the gate, asks something and leaves. */
  static String ask(Gate gate, String sql) throws Exception {
    try (Gate.Entry entry = gate.enter();
        Connection connection =
            ServerConnection.open(entry.socket(), "postgres", Installation.SUPERUSER)) {
      return Servers.query(connection, sql);
    }
  }

  static void run(Gate gate, String sql) throws Exception {
    try (Gate.Entry entry = gate.enter();
        Connection connection =
            ServerConnection.open(entry.socket(), "postgres", Installation.SUPERUSER)) {
      Servers.execute(connection, sql);
    }
  }

  /** Lets others work before one looks again. */
  static void pause() {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    if (Thread.currentThread().isInterrupted()) {
      throw new IllegalStateException("interrupted");
    }
  }

  /** Asks again and again, until that is the answer. */
  static void await(Gate gate, String sql, String answer) throws Exception {
    while (!ask(gate, sql).equals(answer)) {
      pause();
    }
  }

  @Override
  public void close() {
    computes.forEach(Compute::close);
  }
}
