package lakebase.ui.credential;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import lakebase.model.Secret;
import lakebase.state.Store;
import org.jspecify.annotations.Nullable;

/**
 * Puts a token on the clipboard and takes it away again: after a minute, or when it expires if that
 * is sooner, and only if the clipboard still holds it. FX thread.
 */
final class ClipboardGuard {

  /** How long a token stays on the clipboard. */
  static final Duration LONGEST = Duration.ofMinutes(1);

  private final Board board;
  private final Alarm alarm;
  private final Clock clock;
  private @Nullable Secret guarded;
  private @Nullable Instant until;
  private Store.Subscription running = () -> {};

  ClipboardGuard(Board board, Alarm alarm, Clock clock) {
    this.board = board;
    this.alarm = alarm;
    this.clock = clock;
  }

  /** Copies the token, which expires at that moment; an earlier one is no longer guarded. */
  void copy(Secret token, Instant expiry) {
    running.end();
    Instant now = clock.instant();
    Duration left = Duration.between(now, expiry);
    Duration wait = left.compareTo(LONGEST) < 0 ? left : LONGEST;
    if (wait.isNegative() || wait.isZero()) {
      forget();
      return;
    }
    guarded = token;
    until = now.plus(wait);
    board.put(token.reveal());
    running = alarm.after(wait, this::wipe);
  }

  /** Takes the token away now, if the clipboard still holds it. */
  void wipe() {
    Secret token = guarded;
    if (token != null && board.text().equals(token.reveal())) {
      board.clear();
    }
    running.end();
    forget();
  }

  /** How long the token stays on the clipboard; zero when none is there. */
  Duration left() {
    Instant end = until;
    if (end == null) {
      return Duration.ZERO;
    }
    Duration left = Duration.between(clock.instant(), end);
    return left.isNegative() ? Duration.ZERO : left;
  }

  private void forget() {
    guarded = null;
    until = null;
    running = () -> {};
  }
}
