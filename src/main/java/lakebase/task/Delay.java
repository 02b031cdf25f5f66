package lakebase.task;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Does something after a time; tests let no time pass. */
@FunctionalInterface
public interface Delay {

  /** Runs that once, on any thread, when the time has passed; returns at once. */
  void after(Duration time, Runnable action);

  /** By that scheduler's clock; what is asked for after its shutdown is not done. */
  static Delay by(ScheduledExecutorService scheduler) {
    return (time, action) -> {
      if (!scheduler.isShutdown()) {
        var _ = scheduler.schedule(action, time.toNanos(), TimeUnit.NANOSECONDS);
      }
    };
  }
}
