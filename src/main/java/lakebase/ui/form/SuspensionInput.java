package lakebase.ui.form;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import lakebase.model.Suspension;

/**
 * When to scale to zero, as entered.
 *
 * @param never whether never; the amount is then kept for a change of mind
 * @param amount how many units
 * @param unit of what
 */
public record SuspensionInput(boolean never, String amount, Unit unit) {

  /** The units a person can choose. */
  public enum Unit {
    SECONDS(1),
    MINUTES(60),
    HOURS(3_600),
    DAYS(86_400);

    private final long seconds;

    Unit(long seconds) {
      this.seconds = seconds;
    }
  }

  /** That suspension, in the largest unit without a remainder. */
  public static SuspensionInput of(Suspension suspension) {
    return switch (suspension) {
      case Suspension.Never() -> new SuspensionInput(true, "5", Unit.MINUTES);
      case Suspension.After(Duration timeout) -> {
        long seconds = timeout.toSeconds();
        Unit unit = Unit.SECONDS;
        for (Unit candidate : Unit.values()) {
          unit = seconds % candidate.seconds == 0 ? candidate : unit;
        }
        yield new SuspensionInput(false, Long.toString(seconds / unit.seconds), unit);
      }
    };
  }

  /** The suspension, when the amount is a number; its bounds are another question. */
  public Optional<Suspension> suspension() {
    if (never) {
      return Optional.of(Suspension.never());
    }
    OptionalDouble number = Numbers.parse(amount);
    return number.isEmpty() || Math.abs(number.getAsDouble()) > 1e9
        ? Optional.empty()
        : Optional.of(
            Suspension.after(Duration.ofSeconds(Math.round(number.getAsDouble() * unit.seconds))));
  }

  /** The same, never or not. */
  public SuspensionInput withNever(boolean value) {
    return new SuspensionInput(value, amount, unit);
  }

  /** The same with another amount. */
  public SuspensionInput withAmount(String value) {
    return new SuspensionInput(never, value, unit);
  }

  /** The same in another unit. */
  public SuspensionInput withUnit(Unit value) {
    return new SuspensionInput(never, amount, value);
  }
}
