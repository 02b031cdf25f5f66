package lakebase.ui.form;

import java.util.OptionalDouble;

/** Numbers as people type them. */
final class Numbers {

  private Numbers() {}

  /** The number in the text, with a decimal point or comma; empty when there is none. */
  static OptionalDouble parse(String text) {
    try {
      double value = Double.parseDouble(text.strip().replace(',', '.'));
      return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    } catch (NumberFormatException notANumber) {
      return OptionalDouble.empty();
    }
  }

  /** The number as it stands in a field: no grouping, no needless decimals. */
  static String plain(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  /** Whether both texts mean the same number, or are the same text. */
  static boolean isSame(String one, String other) {
    return one.equals(other) || (parse(one).isPresent() && parse(one).equals(parse(other)));
  }
}
