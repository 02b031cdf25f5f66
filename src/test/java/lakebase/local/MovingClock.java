package lakebase.local;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The system's clock, which can be set forward. */
final class MovingClock implements InstantSource {

  private volatile Duration ahead = Duration.ZERO;

  @Override
  public Instant instant() {
    return Instant.now().plus(ahead);
  }

  void advance(Duration by) {
    ahead = ahead.plus(by);
  }
}
