package lakebase.ui.form;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import lakebase.model.Expiration;

/**
 * When a branch expires, as chosen.
 *
 * @param choice which of the ways
 * @param moment the moment, for a date
 * @param chosen when a span was chosen: what it counts from on a branch that exists
 */
public record ExpirationInput(Choice choice, MomentInput moment, Instant chosen) {

  /** The ways; the API wants one to be chosen. */
  public enum Choice {
    NONE(Duration.ZERO),
    HOUR(Duration.ofHours(1)),
    DAY(Duration.ofDays(1)),
    WEEK(Duration.ofDays(7)),
    DATE(Duration.ZERO),
    NEVER(Duration.ZERO);

    private final Duration span;

    Choice(Duration span) {
      this.span = span;
    }

    /** Whether it is a span of time. */
    public boolean isSpan() {
      return !span.isZero();
    }
  }

  /** Nothing chosen yet. */
  public static final ExpirationInput NONE =
      new ExpirationInput(Choice.NONE, MomentInput.EMPTY, Instant.EPOCH);

  /** What a branch that exists has. */
  public static ExpirationInput of(Expiration expiration, Clock clock) {
    return switch (expiration) {
      case Expiration.Never() -> NONE.choose(Choice.NEVER, clock);
      case Expiration.At(Instant time) ->
          NONE.withMoment(MomentInput.of(time, clock.getZone())).choose(Choice.DATE, clock);
      case Expiration.After(Duration ttl) ->
          NONE.withMoment(MomentInput.of(clock.instant().plus(ttl), clock.getZone()))
              .choose(Choice.DATE, clock);
    };
  }

  /** The same, chosen now; a date starts a day ahead unless one was entered. */
  public ExpirationInput choose(Choice now, Clock clock) {
    MomentInput start =
        now == Choice.DATE && moment.equals(MomentInput.EMPTY)
            ? MomentInput.of(nextFullHour(clock).plus(Duration.ofDays(1)), clock.getZone())
            : moment;
    return new ExpirationInput(now, start, now.isSpan() ? clock.instant() : Instant.EPOCH);
  }

  /** The same with another moment. */
  public ExpirationInput withMoment(MomentInput value) {
    return new ExpirationInput(choice, value, chosen);
  }

  /** When it will be; empty for never, and when nothing usable is entered. */
  public Optional<Instant> resolve(Clock clock) {
    return switch (choice) {
      case NONE, NEVER -> Optional.empty();
      case HOUR, DAY, WEEK -> Optional.of(chosen.plus(choice.span));
      case DATE -> moment.resolve(clock, 1);
    };
  }

  /** What a new branch gets: a span counts from its creation. */
  public Optional<Expiration> forCreation(Clock clock) {
    return choice.isSpan() ? Optional.of(Expiration.after(choice.span)) : forUpdate(clock);
  }

  /** What a branch that exists gets: a span counts from the choice. */
  public Optional<Expiration> forUpdate(Clock clock) {
    return choice == Choice.NEVER
        ? Optional.of(Expiration.never())
        : resolve(clock).map(Expiration::at);
  }

  private static Instant nextFullHour(Clock clock) {
    return clock.instant().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1));
  }
}
