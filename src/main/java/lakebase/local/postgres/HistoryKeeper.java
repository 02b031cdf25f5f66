package lakebase.local.postgres;

import java.util.Collection;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import lakebase.local.engine.DataPlaneException;

/** Keeps the history of branches in the background, one after the other. Any thread. */
final class HistoryKeeper implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(HistoryKeeper.class.getName());
  private static final int EVERY_SECONDS = 60;

  private final Supplier<Collection<BranchData>> branches;
  private final ScheduledExecutorService executor =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().name("history-keeper").daemon().factory());

  HistoryKeeper(Supplier<Collection<BranchData>> branches) {
    this.branches = branches;
  }

  /** From now on every branch that is written to is looked at. */
  void start() {
    var _ =
        executor.scheduleWithFixedDelay(
            this::keepAll, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  /** Looks at that branch as soon as possible. */
  void soon(BranchData branch) {
    var _ = executor.submit(() -> keep(branch));
  }

  private void keepAll() {
    branches.get().stream()
        .filter(branch -> branch.primary().map(Compute::isOpen).orElse(false))
        .forEach(this::keep);
  }

  private void keep(BranchData branch) {
    try {
      branch.keepHistory();
    } catch (DataPlaneException e) {
      // It may be going just now; else the next time is a minute away.
      LOG.log(Level.FINE, e, () -> "history of " + branch.plan().uid());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Interrupts what is being done, and waits for its end. */
  @Override
  public void close() {
    executor.shutdownNow();
    executor.close();
  }
}
