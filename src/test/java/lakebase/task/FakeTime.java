package lakebase.task;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import lakebase.api.Sleeper;

/** A clock that only sleeping moves, and that knows how long each sleep was. */
public final class FakeTime extends Clock implements Sleeper {

  private final List<Duration> sleeps = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-22T09:14:00Z");

  @Override
  public void sleep(Duration time) {
    sleeps.add(time);
    now = now.plus(time);
  }

  /** Every sleep so far, in order. */
  public List<Duration> sleeps() {
    return List.copyOf(sleeps);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException();
  }
}
