package lakebase.model;

import java.util.regex.Pattern;

/**
 * A position in the write-ahead log, as Postgres writes it: two hexadecimal numbers, {@code
 * 0/1A2B3C4D}.
 */
public record Lsn(String value) {

  private static final Pattern SHAPE = Pattern.compile("[0-9A-Fa-f]{1,8}/[0-9A-Fa-f]{1,8}");

  public Lsn {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not a log sequence number: '" + value + "'");
    }
  }

  /** Whether the text is shaped like a log position. */
  public static boolean isValid(String text) {
    return SHAPE.matcher(text).matches();
  }

  /** Which of two valid positions is earlier, as {@link java.util.Comparator} has it. */
  public static int compare(String one, String other) {
    return Long.compareUnsigned(position(one), position(other));
  }

  private static long position(String text) {
    int slash = text.indexOf('/');
    return (Long.parseLong(text.substring(0, slash), 16) << 32)
        | Long.parseLong(text.substring(slash + 1), 16);
  }

  @Override
  public String toString() {
    return value;
  }
}
