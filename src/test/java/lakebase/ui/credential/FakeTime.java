package lakebase.ui.credential;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import lakebase.state.Store;
import lakebase.testkit.Samples;

/** A clock that moves when it is told to, and rings what was set on the way. */
final class FakeTime extends Clock implements Alarm {

  private record Set(Instant at, Runnable action) {}

  private final List<Set> alarms = new ArrayList<>();
  private Instant now = Samples.NOW;

  void pass(Duration duration) {
    now = now.plus(duration);
    for (Set alarm : List.copyOf(alarms)) {
      if (!alarm.at().isAfter(now) && alarms.remove(alarm)) {
        alarm.action().run();
      }
    }
  }

  @Override
  public Store.Subscription after(Duration wait, Runnable action) {
    Set alarm = new Set(now.plus(wait), action);
    alarms.add(alarm);
    return () -> alarms.remove(alarm);
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
    return this;
  }
}
