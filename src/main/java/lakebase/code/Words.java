package lakebase.code;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import lakebase.wire.Durations;
import lakebase.wire.Timestamps;
import org.jspecify.annotations.Nullable;

/** Names and values in the forms that languages have for them. */
final class Words {

  private Words() {}

  /** {@code source_branch} as {@code SourceBranch}; {@code NO_LOGIN} as {@code NoLogin}. */
  static String pascal(String words) {
    return Arrays.stream(words.toLowerCase(Locale.ROOT).split("[_-]", -1))
        .filter(word -> !word.isEmpty())
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }

  /** The same with a small first letter. */
  static String camel(String words) {
    String pascal = pascal(words);
    return pascal.substring(0, 1).toLowerCase(Locale.ROOT) + pascal.substring(1);
  }

  /** {@code SourceBranch} as {@code source_branch}. */
  static String snake(String pascal) {
    return pascal.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }

  /** The length of time that the text says; null when it says none. */
  static @Nullable Duration duration(String text) {
    return Durations.parse(text).orElse(null);
  }

  /** The moment that the text says; null when it says none. */
  static @Nullable Instant time(String text) {
    return Timestamps.parse(text).orElse(null);
  }

  /** A number with a point: {@code 0.5}, {@code 4.0}. */
  static String decimal(BigDecimal number) {
    BigDecimal plain = number.stripTrailingZeros();
    return (plain.scale() < 1 ? plain.setScale(1) : plain).toPlainString();
  }

  /** A number as short as it can be: {@code 0.5}, {@code 4}. */
  static String number(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
