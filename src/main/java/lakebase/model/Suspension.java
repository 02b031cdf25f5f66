package lakebase.model;

import java.time.Duration;

/** When an unused compute scales to zero: the oneof {@code suspension} (contract §2.3). */
public sealed interface Suspension {

  /** Never: {@code no_suspension}. */
  record Never() implements Suspension {}

  /**
   * After that long without a query or connection: {@code suspend_timeout_duration}, 60 s to 7 d.
   */
  record After(Duration timeout) implements Suspension {}

  /** The shortest timeout that the service accepts. */
  Duration SHORTEST = Duration.ofSeconds(60);

  /** The longest timeout that the service accepts. */
  Duration LONGEST = Duration.ofDays(7);

  /** Never scales to zero. */
  static Suspension never() {
    return new Never();
  }

  /** Scales to zero after that long without use. */
  static Suspension after(Duration timeout) {
    return new After(timeout);
  }
}
