package lakebase.ui.form;

import java.util.Optional;
import java.util.OptionalDouble;
import lakebase.model.SizeRange;
import org.jspecify.annotations.Nullable;

/** A size range as typed, in compute units. */
public record SizeInput(String min, String max) {

  /** That range; empty fields for none. */
  public static SizeInput of(@Nullable SizeRange range) {
    return range == null
        ? new SizeInput("", "")
        : new SizeInput(Numbers.plain(range.minCu()), Numbers.plain(range.maxCu()));
  }

  /** The range, when both are numbers; whether the service takes it is another question. */
  public Optional<SizeRange> range() {
    OptionalDouble low = Numbers.parse(min);
    OptionalDouble high = Numbers.parse(max);
    return low.isPresent() && high.isPresent()
        ? Optional.of(new SizeRange(low.getAsDouble(), high.getAsDouble()))
        : Optional.empty();
  }

  /** The same with another minimum. */
  SizeInput withMin(String now) {
    return new SizeInput(now, max);
  }

  /** The same with another maximum. */
  SizeInput withMax(String now) {
    return new SizeInput(min, now);
  }
}
