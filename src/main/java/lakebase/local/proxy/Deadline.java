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

  /** Gives the calling thread that long. */
  Deadline(ScheduledThreadPoolExecutor timer, Duration limit) {
    thread = Thread.currentThread();
    alarm = timer.schedule(this::interrupt, limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Interrupts the thread now, unless it is done. Any thread. */
  synchronized void interrupt() {
    if (thread != null) {
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
