package lakebase.ui.form;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A moment as entered: a date and a time of day, or a whole moment in the time's place: {@code
 * 2026-01-29 18:00}, RFC 3339, or a distance from now such as {@code 7d}.
 *
 * @param date the date in the clock's zone; absent when none is chosen
 */
public record MomentInput(@Nullable LocalDate date, String time) {

  /** Nothing entered. */
  public static final MomentInput EMPTY = new MomentInput(null, "");

  private static final Pattern DISTANCE = Pattern.compile("([0-9]{1,5})\\s*(d|h|min|m)");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("H:mm[:ss]", Locale.ROOT);

  /** That moment in that zone, to the second. */
  public static MomentInput of(Instant moment, ZoneId zone) {
    LocalDateTime local = LocalDateTime.ofInstant(moment, zone);
    String pattern = local.getSecond() == 0 ? "HH:mm" : "HH:mm:ss";
    return new MomentInput(
        local.toLocalDate(), local.format(DateTimeFormatter.ofPattern(pattern, Locale.ROOT)));
  }

  /**
   * The moment; empty when what is entered is none.
   *
   * @param sign 1 when a distance is meant into the future, -1 for the past
   */
  public Optional<Instant> resolve(Clock clock, int sign) {
    String text = time.strip();
    Matcher distance = DISTANCE.matcher(text.toLowerCase(Locale.ROOT));
    if (distance.matches()) {
      long amount = Long.parseLong(distance.group(1)) * sign;
      return Optional.of(clock.instant().plus(unit(distance.group(2)).multipliedBy(amount)));
    }
    return parse(() -> OffsetDateTime.parse(text).toInstant())
        .or(() -> parse(() -> local(LocalDateTime.parse(text.replace(' ', 'T')), clock)))
        .or(() -> ofDate(text, clock));
  }

  private Optional<Instant> ofDate(String text, Clock clock) {
    LocalDate day = date;
    return day == null
        ? Optional.empty()
        : parse(() ->
            local(day.atTime(text.isEmpty() ? LocalTime.MIN : LocalTime.parse(text, TIME)), clock));
  }

  private static Instant local(LocalDateTime moment, Clock clock) {
    return moment.atZone(clock.getZone()).toInstant();
  }

  private static Duration unit(String unit) {
    return switch (unit) {
      case "d" -> Duration.ofDays(1);
      case "h" -> Duration.ofHours(1);
      default -> Duration.ofMinutes(1);
    };
  }

  private static Optional<Instant> parse(Supplier<Instant> parser) {
    try {
      return Optional.of(parser.get());
    } catch (DateTimeException notOne) {
      return Optional.empty();
    }
  }
}
