package lakebase.local.proxy;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Interrupts a thread that is not done in time, and never afterwards. */
final class Deadline implements AutoCloseable {

  private @Nullable Thread thread;
  private final Future<?> alarm;

  /**
   * Gives the calling thread that long.
   *
   * @param late what to do before it is interrupted
   */
  Deadline(ScheduledThreadPoolExecutor timer, Duration limit, Runnable late) {
    thread = Thread.currentThread();
    alarm = timer.schedule(() -> end(late), limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Does that and interrupts the thread, now, unless it is done or was ended before. Any thread.
   */
  synchronized void end(Runnable first) {
    if (thread != null) {
      first.run();
      thread.interrupt();
    }
  }

  /** It is done. Leaves no interrupt behind. */
  @Override
  public void close() {
    synchronized (this) {
      thread = null;
    }
    alarm.cancel(false);
    if (Thread.interrupted()) {
      // It came too late to stop anything.
      return;
    }
  }
}
