package lakebase.local.postgres;

import java.util.Collection;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import lakebase.local.engine.DataPlaneException;

/**
 * Looks after what exists, again and again in the background: keeps the history of branches, one
 * after the other. Any thread.
 */
final class HistoryKeeper implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(HistoryKeeper.class.getName());
  private static final int EVERY_SECONDS = 60;

  private final Supplier<Collection<BranchData>> branches;
  private final Runnable also;
  private final ScheduledExecutorService executor =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().name("history-keeper").daemon().factory());

  /**
   * Of these branches.
   *
   * @param also what is done every time as well, which must not block
   */
  HistoryKeeper(Supplier<Collection<BranchData>> branches, Runnable also) {
    this.branches = branches;
    this.also = also;
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
    also.run();
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
    } catch (RuntimeException e) {
      // One branch's fault must not end the keeping of the others.
      LOG.log(Level.WARNING, e, () -> "history of " + branch.plan().uid());
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
