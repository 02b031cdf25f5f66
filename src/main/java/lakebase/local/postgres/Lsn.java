package lakebase.local.postgres;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A position in PostgreSQL's log, written as {@code 0/1A2B3C4}. */
record Lsn(long value) implements Comparable<Lsn> {

  private static final Pattern FORM = Pattern.compile("([0-9A-Fa-f]{1,8})/([0-9A-Fa-f]{1,8})");

  /** Reads the written form. */
  static Lsn parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a log position: " + text);
    }
    return new Lsn(half(matcher.group(1)) << 32 | half(matcher.group(2)));
  }

  @Override
  public int compareTo(Lsn other) {
    return Long.compareUnsigned(value, other.value);
  }

  boolean isBefore(Lsn other) {
    return compareTo(other) < 0;
  }

  @Override
  public String toString() {
    return String.format("%X/%X", value >>> 32, value & 0xFFFF_FFFFL);
  }

  private static long half(String digits) {
    return Long.parseLong(digits, 16);
  }
}
