package lakebase.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Points in time as the API writes them: RFC 3339 in UTC with 0, 3, 6 or 9 digits of a second's
 * fraction (contract §2). Any offset and any number of digits up to nine is read.
 */
public final class Timestamps {

  private static final Pattern SHAPE =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})");
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

  private Timestamps() {}

  /**
   * The text of a moment, for example {@code 2026-01-29T18:00:00Z}.
   *
   * @throws IllegalArgumentException outside the years 1 to 9999, which JSON has no form for
   */
  public static String format(Instant time) {
    if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
      throw new IllegalArgumentException("a timestamp lies in the years 1 to 9999");
    }
    return time.toString();
  }

  /** The moment that the text names; empty when it is not a timestamp. */
  public static Optional<Instant> parse(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    if (!SHAPE.matcher(upper).matches()) {
      return Optional.empty();
    }
    try {
      Instant time = OffsetDateTime.parse(upper).toInstant();
      boolean inRange = !time.isBefore(EARLIEST) && !time.isAfter(LATEST);
      return inRange ? Optional.of(time) : Optional.empty();
    } catch (DateTimeException noSuchMoment) {
      return Optional.empty();
    }
  }
}
