package lakebase.task;

import java.time.Duration;

/** Lets time pass; tests let none pass. */
@FunctionalInterface
public interface Sleeper {

  /** The thread's own sleep. */
  Sleeper SYSTEM = Thread::sleep;

  /**
   * Returns after that time.
   *
   * @throws InterruptedException when the thread is interrupted
   */
  void sleep(Duration time) throws InterruptedException;
}
