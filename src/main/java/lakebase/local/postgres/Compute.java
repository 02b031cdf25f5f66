package lakebase.local.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;
import lakebase.local.engine.BranchPlan;
import lakebase.local.engine.ComputePlan;
import lakebase.local.engine.DataPlane.Observer;
import lakebase.local.engine.DataPlaneException;
import lakebase.local.engine.DataPlaneException.Kind;
import lakebase.local.engine.LiveCompute;
import lakebase.local.proxy.Gate;
import lakebase.local.proxy.Refused;
import lakebase.model.EndpointType;
import lakebase.model.Suspension;
import org.jspecify.annotations.Nullable;

/**
 * One endpoint: its plan, its servers, and who is connected. Starting, stopping and changing happen
 * one after the other; whoever comes in meanwhile waits. Any thread.
 *
 * <p>The observer is told while nothing else can happen to the endpoint, and must not call back.
 */
final class Compute implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(Compute.class.getName());

  private final ReentrantLock lifecycle = new ReentrantLock();
  private final Crew crew;
  private final Lag lag;
  private final Visits visits = new Visits();
  private final Observer observer;
  private volatile ComputePlan plan;
  private volatile boolean open;
  private boolean closed;

  /** An endpoint that sleeps. */
  Compute(ComputePlan plan, BranchServers branch, Observer observer) {
    this(plan, branch, observer, Lag.STUCK);
  }

  /**
   * An endpoint that sleeps.
   *
   * @param stuck after how long without a step a standby is made anew
   */
  Compute(ComputePlan plan, BranchServers branch, Observer observer, Duration stuck) {
    this.plan = plan;
    this.observer = observer;
    this.crew = new Crew(branch, plan, (member, server) -> died(member, server));
    this.lag = new Lag(branch, crew, stuck);
  }

  /** What it is to be. */
  ComputePlan plan() {
    return plan;
  }

  /** Whether it accepts connections. */
  boolean isOpen() {
    return open;
  }

  /** The main server's member, if it accepts connections. */
  Optional<Member> main() {
    return open ? crew.main() : Optional.empty();
  }

  /** Starts it unless it runs, and returns when it accepts connections. */
  void start() throws InterruptedException {
    lifecycle.lockInterruptibly();
    try {
      startNow();
    } finally {
      lifecycle.unlock();
    }
  }

  private void startNow() throws InterruptedException {
    if (closed) {
      throw new DataPlaneException(Kind.FAILED, "The local workspace is being stopped.");
    }
    if (!open || crew.main().isEmpty()) {
      open = false;
      crew.start();
      visits.used();
      open = true;
    }
  }

  /** Stops it, whoever is connected. */
  void stop() throws InterruptedException {
    lifecycle.lockInterruptibly();
    try {
      open = false;
      crew.stop();
    } finally {
      lifecycle.unlock();
    }
  }

  /**
   * Serves it by another plan; a sleeping one is not woken. If that cannot be, it is served as
   * before.
   */
  void apply(ComputePlan other) throws InterruptedException {
    lifecycle.lockInterruptibly();
    try {
      ComputePlan before = plan;
      boolean wasOpen = open;
      open = false;
      try {
        plan = other;
        if (other.spec().disabled()) {
          crew.stop();
        }
        crew.apply(other);
        open = wasOpen && !other.spec().disabled();
      } catch (DataPlaneException e) {
        goBack(before, wasOpen);
        throw e;
      }
    } finally {
      lifecycle.unlock();
    }
  }

  private void goBack(ComputePlan before, boolean wasOpen) throws InterruptedException {
    plan = before;
    try {
      crew.apply(before);
      if (wasOpen) {
        startNow();
      }
    } catch (DataPlaneException e) {
      LOG.log(Level.WARNING, e, () -> "endpoint " + plan.uid() + " cannot be served as before");
      crew.stop();
      observer.idle(plan.name());
    }
  }

  /**
   * Stops it if nobody is connected and nobody was since that moment. Whoever connects at the same
   * time is either seen here or wakes it again.
   *
   * @return when it was last used, if it was not stopped
   */
  Optional<Instant> suspendIfUnused(Instant since) throws InterruptedException {
    lifecycle.lockInterruptibly();
    try {
      Optional<Instant> used = visits.ifNoneSince(since, () -> open = false);
      if (used.isEmpty()) {
        try {
          crew.stop();
        } finally {
          observer.idle(plan.name());
        }
      }
      return used;
    } finally {
      lifecycle.unlock();
    }
  }

  /** Uses the main server while it neither starts nor stops. */
  @FunctionalInterface
  interface Use<T> {
    T with(@Nullable PostgresServer server) throws InterruptedException;
  }

  /** Has that done while the servers neither start nor stop; null: the main one does not run. */
  <T> T hold(Use<T> use) throws InterruptedException {
    lifecycle.lockInterruptibly();
    try {
      return use.with(main().flatMap(Member::server).orElse(null));
    } finally {
      lifecycle.unlock();
    }
  }

  /** The main server, which is woken as by a connection if it sleeps. */
  PostgresServer awake() throws InterruptedException {
    try {
      wake();
    } catch (Refused e) {
      throw DataPlaneException.invalid(String.valueOf(e.getMessage()));
    }
    return main()
        .flatMap(Member::server)
        .orElseThrow(() -> new DataPlaneException(Kind.FAILED, "The compute has stopped."));
  }

  /** Tells it that its branch has other values. */
  void describe(BranchPlan branch) throws InterruptedException {
    lifecycle.lockInterruptibly();
    try {
      ComputePlan old = plan;
      plan = new ComputePlan(old.name(), old.uid(), branch, old.type(), old.spec(), old.hosts());
    } finally {
      lifecycle.unlock();
    }
  }

  /** Sees to it that its standbys follow. */
  void watch() {
    if (open) {
      lag.measureLater();
    }
  }

  /** What it does now; does not block. Lag is as of a moment ago. */
  LiveCompute live() {
    lag.measureLater();
    List<LiveCompute.Instance> instances =
        crew.members().stream().flatMap(member -> lag.instance(member, plan).stream()).toList();
    return visits.live(instances);
  }

  /** Its address for reading and writing, or for reading only. */
  Gate gate(boolean readOnly) {
    return new Gate() {
      @Override
      public Entry enter() throws Refused, InterruptedException {
        return Compute.this.enter(readOnly);
      }

      @Override
      public List<Path> sockets() {
        return crew.members().stream()
            .flatMap(member -> member.server().stream())
            .map(PostgresServer::socket)
            .toList();
      }
    };
  }

  private Gate.Entry enter(boolean readOnly) throws Refused, InterruptedException {
    visits.begin();
    boolean in = false;
    try {
      Gate.Entry entry = new ComputeEntry(find(readOnly), plan.branch(), visits);
      in = true;
      return entry;
    } catch (DataPlaneException e) {
      throw new Refused(Refusal.CANNOT_CONNECT_NOW, String.valueOf(e.getMessage()));
    } finally {
      if (!in) {
        visits.end();
      }
    }
  }

  private Member find(boolean readOnly) throws Refused, InterruptedException {
    boolean secondary = readOnly && plan.type().equals(EndpointType.READ_WRITE);
    Refusal.ifNotServed(plan, secondary);
    Optional<Member> member = pick(secondary);
    if (member.isEmpty()) {
      wake();
      if (secondary) {
        crew.awaitOthers();
      }
      member = pick(secondary);
    }
    return member.orElseThrow(() -> Refusal.noServer(plan));
  }

  private Optional<Member> pick(boolean secondary) {
    if (!open) {
      return Optional.empty();
    }
    return secondary || !plan.type().equals(EndpointType.READ_WRITE) ? crew.reader() : crew.main();
  }

  private void wake() throws Refused, InterruptedException {
    lifecycle.lockInterruptibly();
    try {
      Refusal.ifNotServed(plan, false);
      if (!open || crew.main().isEmpty()) {
        observer.waking(plan.name());
        boolean started = false;
        try {
          startNow();
          started = true;
        } finally {
          if (!started) {
            observer.idle(plan.name());
          }
        }
        visits.woken();
        observer.active(plan.name());
      }
    } finally {
      lifecycle.unlock();
    }
  }

  /** A server has ended without having been asked to. */
  private void died(Member member, PostgresServer server) {
    lifecycle.lock();
    try {
      boolean ours = crew.members().contains(member) && member.hasServer(server);
      if (!ours || closed) {
        return;
      }
      LOG.log(Level.WARNING, "a server of endpoint {0} has ended", plan.uid());
      boolean isMain = crew.isMain(member);
      open = open && !isMain;
      if (crew.repair(member)) {
        open = true;
      } else {
        crew.stop();
        observer.idle(plan.name());
        if (plan.spec().suspension() instanceof Suspension.Never && !visits.diesOften()) {
          startNow();
          observer.active(plan.name());
        }
      }
    } catch (DataPlaneException e) {
      LOG.log(Level.WARNING, "after the end of a server", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lifecycle.unlock();
    }
  }

  /** Stops it for good and removes the data of its standbys; the branch's own stays. */
  void remove() throws IOException, InterruptedException {
    close();
    crew.deleteStandbys();
  }

  /** Stops it for good. A second call does nothing. */
  @Override
  public void close() {
    boolean interrupted = false;
    lifecycle.lock();
    try {
      closed = true;
      open = false;
      boolean stopped = false;
      while (!stopped) {
        try {
          crew.stop();
          lag.end();
          stopped = true;
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      lifecycle.unlock();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
