package lakebase.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Asks the FX thread for something every few milliseconds, as a person's events do, whether or not
 * it has answered the last time; so a stall counts for everything that it holds up. Also tells how
 * much the FX thread computed between two answers, which other processes do not disturb.
 */
final class FxProbe implements AutoCloseable {

  static final int EVERY_MILLIS = 5;

  /**
   * What was measured.
   *
   * @param waits how long each request waited for the FX thread
   * @param work processor time of the FX thread from one answer to the next
   */
  record Result(Times waits, Times work) {}

  private final Executor fx;
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("probe").factory());

  // Both belong to the FX thread.
  private final List<Long> waits = new ArrayList<>();
  private final List<Long> used = new ArrayList<>();

  FxProbe(Executor fx) {
    this.fx = fx;
    var _ = clock.scheduleAtFixedRate(this::ask, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void ask() {
    long asked = System.nanoTime();
    fx.execute(() -> {
      waits.add(System.nanoTime() - asked);
      used.add(threads.getCurrentThreadCpuTime());
    });
  }

  /** What was measured so far. On the FX thread. */
  Result result() {
    long[] work = new long[Math.max(1, used.size() - 1)];
    for (int i = 1; i < used.size(); i++) {
      work[i - 1] = used.get(i) - used.get(i - 1);
    }
    return new Result(
        Times.of(waits.stream().mapToLong(Long::longValue).toArray()), Times.of(work));
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
