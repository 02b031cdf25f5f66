package lakebase.ui;

import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lakebase.model.SizeRange;

/**
 * Numbers, sizes, dates and durations as a person of the chosen language reads them, in the
 * system's time zone.
 */
public final class Formats {

  private static final long SECONDS_AN_HOUR = 3_600;
  private static final long SECONDS_A_DAY = 86_400;

  private final Texts texts;
  private final Clock clock;
  private final DateTimeFormatter dateTime;
  private final DateTimeFormatter dateTimeSeconds;
  private final DateTimeFormatter time;
  private final DateTimeFormatter minute;

  /** The formats of the texts' language; relative times are measured by the clock. */
  public Formats(Texts texts, Clock clock) {
    this.texts = texts;
    this.clock = clock;
    ZoneId zone = clock.getZone();
    this.dateTime =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(texts.locale())
            .withZone(zone);
    this.dateTimeSeconds =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.MEDIUM)
            .withLocale(texts.locale())
            .withZone(zone);
    this.time =
        DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM)
            .withLocale(texts.locale())
            .withZone(zone);
    this.minute =
        DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
            .withLocale(texts.locale())
            .withZone(zone);
  }

  /** Date and time to the minute, for example {@code 21 Nov 2026, 18:02}. */
  public String dateTime(Instant moment) {
    return dateTime.format(moment);
  }

  /** Date and time to the second, where a second matters. */
  public String dateTimeSeconds(Instant moment) {
    return dateTimeSeconds.format(moment);
  }

  /** Time of day to the second. */
  public String time(Instant moment) {
    return time.format(moment);
  }

  /** A moment as short as it can be: the time of today, else with its date. */
  public String moment(Instant moment) {
    boolean today = LocalDate.ofInstant(moment, clock.getZone()).equals(LocalDate.now(clock));
    return today ? minute.format(moment) : dateTime.format(moment);
  }

  /** The same moment in UTC, RFC 3339, for tooltips. */
  public String utc(Instant moment) {
    return DateTimeFormatter.ISO_INSTANT.format(moment);
  }

  /** How long ago, or in how long: {@code 12 s ago}, {@code in 3 d}. */
  public String relative(Instant moment) {
    Duration distance = Duration.between(moment, clock.instant());
    if (distance.abs().toSeconds() < 1) {
      return texts.get("format.now");
    }
    return distance.isNegative()
        ? texts.get("format.in", rough(distance.negated()))
        : texts.get("format.ago", rough(distance));
  }

  /** A duration to its last second, in as many units as that takes: {@code 5 min}, {@code 1 d}. */
  public String duration(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds == 0) {
      return texts.get("format.seconds", 0);
    }
    return Stream.of(
            part("format.days", seconds / SECONDS_A_DAY),
            part("format.hours", seconds / SECONDS_AN_HOUR % 24),
            part("format.minutes", seconds / 60 % 60),
            part("format.seconds", seconds % 60))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(" "));
  }

  /** A duration in the one unit that fits, rounded: {@code 3 d} for a second less than that. */
  public String rough(Duration distance) {
    long seconds = distance.toSeconds();
    if (seconds < 90) {
      return texts.get("format.seconds", seconds);
    }
    long minutes = Math.round(seconds / 60.0);
    if (minutes < 90) {
      return texts.get("format.minutes", minutes);
    }
    long hours = Math.round(seconds / (double) SECONDS_AN_HOUR);
    return hours < 24
        ? texts.get("format.hours", hours)
        : texts.get("format.days", Math.round(seconds / (double) SECONDS_A_DAY));
  }

  private String part(String key, long value) {
    return value == 0 ? "" : texts.get(key, value);
  }

  /** A number of bytes in the unit that fits: {@code 1.2 GB}. */
  public String bytes(long bytes) {
    if (bytes < 1024) {
      return texts.get("format.bytes", bytes);
    }
    double value = bytes;
    int unit = -1;
    while (value >= 1024 && unit < 3) {
      value /= 1024;
      unit++;
    }
    return number(value) + " " + new String[] {"KB", "MB", "GB", "TB"}[unit];
  }

  /** A number with at most one decimal. */
  public String number(double value) {
    NumberFormat format = NumberFormat.getNumberInstance(texts.locale());
    format.setMaximumFractionDigits(1);
    return format.format(value);
  }

  /** A size range in compute units: {@code 0.5–2 CU}, {@code 1 CU}. */
  public String size(SizeRange range) {
    String max = number(range.maxCu());
    return range.minCu() == range.maxCu() ? max + " CU" : number(range.minCu()) + "–" + max + " CU";
  }
}
