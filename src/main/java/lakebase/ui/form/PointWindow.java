package lakebase.ui.form;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The part of a history that points can be chosen from: from here to now.
 *
 * @param from the first whole second of it
 * @param lsn the first log position of it; absent where it is not known
 */
public record PointWindow(Instant from, @Nullable String lsn) {

  private static final Duration USUAL = Duration.ofHours(1);

  /** The window that begins then, up to the next whole second: moments are entered in seconds. */
  public PointWindow {
    Instant whole = from.truncatedTo(ChronoUnit.SECONDS);
    from = whole.isBefore(from) ? whole.plusSeconds(1) : whole;
  }

  /** The moment to start from: an hour ago, or the beginning of a shorter history. */
  MomentInput proposal(Clock clock) {
    Instant usual = clock.instant().minus(USUAL).truncatedTo(ChronoUnit.SECONDS);
    return MomentInput.of(usual.isBefore(from) ? from : usual, clock.getZone());
  }
}
