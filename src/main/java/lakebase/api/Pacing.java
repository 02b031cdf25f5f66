package lakebase.api;

import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * The client's sense of time.
 *
 * @param clock tells the time
 * @param sleeper waits between attempts
 * @param random spreads the waits, so that many clients do not come back at once
 * @param limit how long one attempt may take in all, from connecting to the body's last byte
 * @param retries how often and after how long a call is tried again
 */
public record Pacing(
    InstantSource clock,
    Sleeper sleeper,
    RandomGenerator random,
    Duration limit,
    RetryPolicy retries) {

  /** The real clock, a minute an attempt, {@link RetryPolicy#STANDARD}. */
  public static Pacing standard() {
    return new Pacing(
        InstantSource.system(),
        Thread::sleep,
        RandomGenerator.getDefault(),
        Duration.ofMinutes(1),
        RetryPolicy.STANDARD);
  }
}
