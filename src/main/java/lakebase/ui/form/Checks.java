package lakebase.ui.form;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import lakebase.model.BranchPoint;
import lakebase.model.ComputeLimits;
import lakebase.model.Expiration;
import lakebase.model.Lsn;
import lakebase.model.ResourceId;
import lakebase.model.Suspension;
import lakebase.state.AppState;
import lakebase.state.Ref;
import lakebase.ui.Formats;
import lakebase.ui.Texts;
import lakebase.ui.UiContext;
import org.jspecify.annotations.Nullable;

/** What can be wrong with what is entered, in a person's words; empty when nothing is. */
public record Checks(Texts texts, Formats formats, Clock clock) {

  private static final Pattern SETTING = Pattern.compile("[A-Za-z_][A-Za-z0-9_.$]*");

  /** The checks of that context. */
  public static Checks of(UiContext context) {
    return new Checks(context.texts(), context.formats(), context.clock());
  }

  /** A text of 1 to that many characters. */
  public Optional<String> text(String value, int longest) {
    if (value.isBlank()) {
      return problem("form.required");
    }
    return value.codePointCount(0, value.length()) > longest
        ? problem("form.long", longest)
        : Optional.empty();
  }

  /** The id of a new resource (contract §3.4). */
  public Optional<String> id(String value) {
    return ResourceId.problem(value).map(found -> texts.of("form.id", found));
  }

  /** The name of a new resource: nothing is called so already, as far as is known. */
  public Optional<String> free(AppState known, Ref.OfResource name) {
    return known.find(name).map(_ -> texts.get("field.id.taken"));
  }

  /** A size range (contract §2.3). */
  public Optional<String> size(SizeInput input) {
    return input
        .range()
        .map(range -> ComputeLimits.problem(range).map(found -> texts.of("form.size", found)))
        .orElseGet(() -> problem("form.number"));
  }

  /** When to scale to zero (contract §2.3). */
  public Optional<String> suspension(SuspensionInput input) {
    return input
        .suspension()
        .map(found ->
            found instanceof Suspension.After(Duration timeout)
                    && (timeout.compareTo(Suspension.SHORTEST) < 0
                        || timeout.compareTo(Suspension.LONGEST) > 0)
                ? problem("form.suspension.range")
                : Optional.<String>empty())
        .orElseGet(() -> problem("form.number"));
  }

  /** A whole number of days between these two. */
  public Optional<String> days(String value, Duration shortest, Duration longest) {
    OptionalDouble number = Numbers.parse(value);
    if (number.isEmpty()) {
      return problem("form.number");
    }
    double days = number.getAsDouble();
    boolean fits = days == Math.rint(days) && days >= shortest.toDays() && days <= longest.toDays();
    return fits ? Optional.empty() : problem("form.days", shortest.toDays(), longest.toDays());
  }

  /** When a branch expires: one way must be chosen (contract §2.2). */
  public Optional<String> expiration(ExpirationInput input) {
    return switch (input.choice()) {
      case NONE -> problem("form.expiration.NONE");
      case NEVER, HOUR, DAY, WEEK -> Optional.empty();
      case DATE -> input.resolve(clock).map(this::lifetime).orElseGet(() -> problem("form.moment"));
    };
  }

  /** A point of history in that window. */
  public Optional<String> point(PointInput input, PointWindow window) {
    return input
        .point(clock)
        .map(point ->
            switch (point) {
              case BranchPoint.Now _ -> Optional.<String>empty();
              case BranchPoint.AtTime(Instant at) -> past(at, window.from());
              case BranchPoint.AtLsn(Lsn lsn) -> past(lsn, window.lsn());
            })
        .orElseGet(
            () -> problem(input.choice() == PointInput.Choice.LSN ? "form.lsn" : "form.moment"));
  }

  /** Postgres settings by name. */
  public Optional<String> settings(Pairs pairs) {
    Optional<String> wrong =
        pairs.filled().stream()
            .filter(row -> !SETTING.matcher(row.key().strip()).matches() || row.value().isBlank())
            .findFirst()
            .map(row -> texts.get("form.setting.wrong", row.key().strip()));
    return wrong.or(() -> repeated(pairs));
  }

  /** Tags by key. */
  public Optional<String> tags(Pairs pairs) {
    return pairs.filled().stream().anyMatch(row -> row.key().isBlank())
        ? problem("form.tag.key")
        : repeated(pairs);
  }

  private Optional<String> repeated(Pairs pairs) {
    Set<String> seen = new HashSet<>();
    return pairs.filled().stream()
        .map(row -> row.key().strip())
        .filter(key -> !seen.add(key.toLowerCase(Locale.ROOT)))
        .findFirst()
        .map(key -> texts.get("form.repeated", key));
  }

  private Optional<String> lifetime(Instant at) {
    Instant now = clock.instant();
    if (!at.isAfter(now)) {
      return problem("form.moment.past");
    }
    return at.isAfter(now.plus(Expiration.LONGEST))
        ? problem("form.expiration.long")
        : Optional.empty();
  }

  private Optional<String> past(Instant at, Instant oldest) {
    if (at.isAfter(clock.instant())) {
      return problem("form.moment.future");
    }
    return at.isBefore(oldest)
        ? problem("form.moment.old", formats.dateTimeSeconds(oldest))
        : Optional.empty();
  }

  private Optional<String> past(Lsn lsn, @Nullable String oldest) {
    return oldest != null && Lsn.isValid(oldest) && Lsn.compare(lsn.value(), oldest) < 0
        ? problem("form.lsn.old", oldest)
        : Optional.empty();
  }

  private Optional<String> problem(String key, Object... values) {
    return Optional.of(texts.get(key, values));
  }
}
