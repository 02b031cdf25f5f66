package lakebase.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
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
   * @param queued how long meanwhile it could have gone on, but had no processor; zero where the
   *     system does not tell
   */
  record Result(Times waits, Times work, Times queued) {}

  /** Of the thread that reads it: nanoseconds of running and of waiting to run, and how often. */
  private static final Path SCHEDULED = Path.of("/proc/thread-self/schedstat");

  private final Executor fx;
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("probe").factory());

  // Both belong to the FX thread.
  private final List<Long> waits = new ArrayList<>();
  private final List<Long> used = new ArrayList<>();
  private final List<Long> queued = new ArrayList<>();

  FxProbe(Executor fx) {
    this.fx = fx;
    var _ = clock.scheduleAtFixedRate(this::ask, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void ask() {
    long asked = System.nanoTime();
    fx.execute(() -> {
      waits.add(System.nanoTime() - asked);
      used.add(threads.getCurrentThreadCpuTime());
      queued.add(queuedSoFar());
    });
  }

  /** What was measured so far. On the FX thread. */
  Result result() {
    return new Result(
        Times.of(waits.stream().mapToLong(Long::longValue).toArray()), steps(used), steps(queued));
  }

  private static Times steps(List<Long> sums) {
    long[] steps = new long[Math.max(1, sums.size() - 1)];
    for (int i = 1; i < sums.size(); i++) {
      steps[i - 1] = sums.get(i) - sums.get(i - 1);
    }
    return Times.of(steps);
  }

  private static long queuedSoFar() {
    try {
      return Files.exists(SCHEDULED)
          ? Long.parseLong(Files.readString(SCHEDULED).split(" ", -1)[1])
          : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
