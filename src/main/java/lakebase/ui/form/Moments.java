package lakebase.ui.form;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Locale;

/** A moment in full, so that nobody mistakes the day or the zone. */
final class Moments {

  private Moments() {}

  /** Weekday, date, time, zone, and how far that is from now. */
  static String full(Checks checks, Instant moment) {
    Locale locale = checks.texts().locale();
    ZonedDateTime local = moment.atZone(checks.clock().getZone());
    String text =
        local.format(
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                .withLocale(locale));
    String zone = local.getZone().getDisplayName(TextStyle.SHORT, locale);
    return text + " " + zone + ", " + checks.formats().relative(moment);
  }
}
