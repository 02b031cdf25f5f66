package lakebase.api;

import java.time.Duration;

/** Waits between attempts; tests give one that only notes how long. */
@FunctionalInterface
public interface Sleeper {

  /** Returns after that long, or throws as soon as the thread is interrupted. */
  void sleep(Duration duration) throws InterruptedException;
}
