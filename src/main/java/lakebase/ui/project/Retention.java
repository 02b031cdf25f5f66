package lakebase.ui.project;

import java.time.Duration;
import java.util.Optional;
import lakebase.model.ProjectSpec;
import lakebase.ui.form.Checks;
import org.jspecify.annotations.Nullable;

/** The history retention as entered: a number of days. */
final class Retention {

  private Retention() {}

  static Optional<String> check(Checks checks, String days) {
    return checks.days(days, ProjectSpec.SHORTEST_RETENTION, ProjectSpec.LONGEST_RETENTION);
  }

  /** The days in the field; empty when there are none. */
  static Optional<Duration> parse(String days) {
    try {
      return Optional.of(Duration.ofDays(Math.clamp(Long.parseLong(days.strip()), 0, 10_000)));
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }

  static String text(@Nullable Duration retention) {
    return retention == null ? "" : Long.toString(retention.toDays());
  }
}
