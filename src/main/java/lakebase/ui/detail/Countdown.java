package lakebase.ui.detail;

import java.time.Duration;
import java.util.Locale;
import lakebase.ui.Texts;

/** What is left of a time, to the second: {@code 59:41}, {@code 3 d 04:12:05}. */
public final class Countdown {

  private Countdown() {}

  /** The words for that duration; nothing is left of a negative one. */
  public static String text(Texts texts, Duration left) {
    Duration held = left.isNegative() ? Duration.ZERO : left;
    String clock =
        held.toHours() == 0
            ? String.format(Locale.ROOT, "%02d:%02d", held.toMinutesPart(), held.toSecondsPart())
            : String.format(
                Locale.ROOT,
                "%02d:%02d:%02d",
                held.toHoursPart(),
                held.toMinutesPart(),
                held.toSecondsPart());
    return held.toDays() == 0 ? clock : texts.get("format.days", held.toDays()) + " " + clock;
  }
}
