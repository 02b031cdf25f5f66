package lakebase.task;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the service is asked again: pure arithmetic. Each wait is spread by a
 * tenth up or down, so that operations that began together do not stay in step.
 */
final class PollDelays {

  private static final double FIRST_MILLIS = 1_000;
  private static final double GROWTH = 1.5;
  private static final double LONGEST_MILLIS = 5_000;
  private static final double LONGEST_RETRY_MILLIS = 30_000;
  private static final double SPREAD = 0.1;

  private final RandomGenerator random;

  PollDelays(RandomGenerator random) {
    this.random = random;
  }

  /** Before the next look at work that goes on: 1 s at first, growing to 5 s. */
  Duration afterAnswers(int answers) {
    return spread(Math.min(LONGEST_MILLIS, FIRST_MILLIS * Math.pow(GROWTH, answers)));
  }

  /** Before the next attempt after that many failures in a row, from 1: doubling to 30 s. */
  Duration afterFailures(int failures) {
    return spread(Math.min(LONGEST_RETRY_MILLIS, FIRST_MILLIS * Math.pow(2, failures - 1)));
  }

  private Duration spread(double millis) {
    return Duration.ofMillis(Math.round(millis * (1 + SPREAD * (2 * random.nextDouble() - 1))));
  }
}
