package lakebase.api;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * When a failed call is tried again (contract §4): after 429 and 503, and when the connection
 * failed; never after another error of the service.
 *
 * <p>What may have been carried out is repeated only where that does no harm: reading, and asking
 * for a credential. A deletion is not repeated: the second one would answer "not found" for a first
 * one that worked, and could meet a resource made anew under the old name.
 *
 * @param attempts how often a call is tried in all
 * @param first the wait after the first attempt, doubled after each further one
 * @param longest the longest wait; a service that asks for a longer one has refused the call
 */
public record RetryPolicy(int attempts, Duration first, Duration longest) {

  /** Four attempts, 1 s, 2 s and 4 s apart, as the vendor's Java client does it. */
  public static final RetryPolicy STANDARD =
      new RetryPolicy(4, Duration.ofSeconds(1), Duration.ofMinutes(1));

  private static final int LEAST_JITTER_MS = 50;
  private static final int MOST_JITTER_MS = 750;

  /**
   * How long to wait before the next attempt.
   *
   * @param attempt the number of the failed attempt, from 1
   * @param harmless whether the call may be carried out twice
   * @param asked what the service asked for in {@code Retry-After}
   * @return empty when there shall be no other attempt
   */
  Optional<Duration> delay(
      int attempt,
      Repeat repeat,
      boolean harmless,
      @Nullable Duration asked,
      RandomGenerator random) {
    boolean allowed = repeat == Repeat.ALWAYS || (repeat == Repeat.IF_HARMLESS && harmless);
    if (!allowed || attempt >= attempts) {
      return Optional.empty();
    }
    if (asked != null) {
      return asked.compareTo(longest) > 0 ? Optional.empty() : Optional.of(asked);
    }
    Duration backoff = first.multipliedBy(1L << Math.min(attempt - 1, 20));
    Duration bounded = backoff.compareTo(longest) > 0 ? longest : backoff;
    return Optional.of(bounded.plusMillis(random.nextInt(LEAST_JITTER_MS, MOST_JITTER_MS)));
  }
}
