package lakebase.wire;

import com.fasterxml.jackson.databind.JsonNode;

/** Numbers of the API: 64-bit integers may come as decimal texts (contract §2). */
final class Numbers {

  private static final double LARGEST_EXACT = 9_007_199_254_740_992.0; // 2^53

  private Numbers() {}

  static long int64(JsonNode value, String path) {
    if (value.isIntegralNumber() && value.canConvertToLong()) {
      return value.longValue();
    }
    if (value.isTextual()) {
      try {
        return Long.parseLong(value.textValue());
      } catch (NumberFormatException notANumber) {
        throw new WireException(path, "expected a 64-bit integer");
      }
    }
    double whole = value.isNumber() ? value.doubleValue() : Double.NaN;
    if (whole == Math.rint(whole) && Math.abs(whole) <= LARGEST_EXACT) {
      return (long) whole;
    }
    throw new WireException(path, "expected a 64-bit integer");
  }

  static double decimal(JsonNode value, String path) {
    double number = value.isNumber() ? value.doubleValue() : Double.NaN;
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      throw new WireException(path, "expected a number");
    }
    return number;
  }
}
