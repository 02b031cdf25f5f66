package lakebase.wire;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lengths of time as the API writes them: seconds with an {@code s}, for example {@code 300s} or
 * {@code 0.500s}, with 0, 3, 6 or 9 digits of a fraction (contract §2).
 */
public final class Durations {

  /** The longest length that the form allows, about 10,000 years. */
  public static final Duration LONGEST = Duration.ofDays(3_652_500);

  private static final Pattern SHAPE = Pattern.compile("(-?)(\\d{1,12})(?:\\.(\\d{1,9}))?s");

  private Durations() {}

  /**
   * The text of a length of time.
   *
   * @throws IllegalArgumentException when it is longer than {@link #LONGEST}
   */
  public static String format(Duration duration) {
    if (!isInRange(duration)) {
      throw new IllegalArgumentException("a duration has at most " + LONGEST.toSeconds() + " s");
    }
    Duration length = duration.abs();
    return (duration.isNegative() ? "-" : "")
        + length.getSeconds()
        + fraction(length.getNano())
        + "s";
  }

  /** The length of time that the text names; empty when it is none. */
  public static Optional<Duration> parse(String text) {
    Matcher parts = SHAPE.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String fraction = parts.group(3) == null ? "" : parts.group(3);
    int nanos = Integer.parseInt(fraction + "0".repeat(9 - fraction.length()));
    Duration length = Duration.ofSeconds(Long.parseLong(parts.group(2)), nanos);
    Duration signed = parts.group(1).isEmpty() ? length : length.negated();
    return isInRange(signed) ? Optional.of(signed) : Optional.empty();
  }

  private static boolean isInRange(Duration duration) {
    return duration.compareTo(LONGEST) <= 0 && duration.compareTo(LONGEST.negated()) >= 0;
  }

  private static String fraction(int nanos) {
    if (nanos == 0) {
      return "";
    }
    String digits = Integer.toString(1_000_000_000 + nanos).substring(1);
    if (digits.endsWith("000000")) {
      return "." + digits.substring(0, 3);
    }
    return "." + (digits.endsWith("000") ? digits.substring(0, 6) : digits);
  }
}
