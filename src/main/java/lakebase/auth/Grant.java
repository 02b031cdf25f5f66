package lakebase.auth;

import java.time.Duration;
import java.time.Instant;
import lakebase.model.Secret;
import org.jspecify.annotations.Nullable;

/**
 * A token and how long it is good.
 *
 * @param token the token
 * @param from when it was got
 * @param until when it expires; absent when it does not
 */
record Grant(Secret token, Instant from, @Nullable Instant until) {

  /** Some services refuse a token that is about to expire (contract §9.4). */
  private static final Duration MARGIN = Duration.ofSeconds(40);

  private static final Duration EARLIEST = Duration.ofMinutes(20);

  /** Whether it may still be sent. */
  boolean isGood(Instant now) {
    return until == null || now.isBefore(until.minus(shorter(MARGIN, life(until).dividedBy(10))));
  }

  /** How long to wait until it is to be renewed: well before its end. */
  Duration untilRenewal(Instant now) {
    if (until == null) {
      return Duration.ZERO;
    }
    Duration left = Duration.between(now, until);
    return left.minus(shorter(EARLIEST, left.dividedBy(2)));
  }

  private Duration life(Instant end) {
    return Duration.between(from, end);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
