package lakebase.code;

import java.util.Locale;
import java.util.function.IntFunction;

/**
 * Texts as literals. What cannot be seen or would change the order of what is seen is escaped, so
 * that a text means what it looks like; half a character, which no encoding can carry, becomes the
 * replacement character where the language has no word for it.
 */
final class Literals {

  private static final String REPLACEMENT = "\\ufffd";

  private Literals() {}

  /** A word for POSIX shells: bare where that is safe, else in single quotes. */
  static String shell(String text) {
    return text.matches("[A-Za-z0-9_./:=@%+,-]+") ? text : singleQuoted(text);
  }

  /** Within single quotes nothing but the quote itself means anything to a shell. */
  static String singleQuoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  /** JSON. */
  static String json(String text) {
    return quoted(text, Literals::jsonEscape);
  }

  /** Java: octal escapes, because a Unicode escape is read before the text is a literal. */
  static String java(String text) {
    return quoted(
        text, c -> c < 0x20 ? named(c, String.format(Locale.ROOT, "\\%03o", c)) : utf16Escape(c));
  }

  /** Python. */
  static String python(String text) {
    return quoted(
        text, c -> named(c, c < 0x100 ? hex("\\x%02x", c) : unicode(c, hex("\\u%04x", c))));
  }

  /** Go. */
  static String go(String text) {
    return quoted(
        text,
        c ->
            isHalf(c)
                ? REPLACEMENT
                : named(c, c < 0x80 ? hex("\\x%02x", c) : unicode(c, hex("\\u%04x", c))));
  }

  /** Terraform's HCL, in which <code>${</code> and <code>%{</code> start templates. */
  static String hcl(String text) {
    String plain =
        quoted(
            text,
            c ->
                isHalf(c)
                    ? REPLACEMENT
                    : switch (c) {
                      case '\n' -> "\\n";
                      case '\r' -> "\\r";
                      case '\t' -> "\\t";
                      default -> unicode(c, hex("\\u%04x", c));
                    });
    return plain.replace("${", "$${").replace("%{", "%%{");
  }

  private static String jsonEscape(int c) {
    return switch (c) {
      case '\b' -> "\\b";
      case '\f' -> "\\f";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> utf16Escape(c);
    };
  }

  private static String named(int c, String otherwise) {
    return switch (c) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> otherwise;
    };
  }

  private static String utf16Escape(int c) {
    StringBuilder escaped = new StringBuilder();
    for (char half : Character.toChars(c)) {
      escaped.append(hex("\\u%04x", half));
    }
    return escaped.toString();
  }

  private static String unicode(int c, String small) {
    return c > 0xffff ? hex("\\U%08x", c) : small;
  }

  private static String hex(String form, int c) {
    return String.format(Locale.ROOT, form, c);
  }

  private static boolean isHalf(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }

  private static String quoted(String text, IntFunction<String> escape) {
    StringBuilder literal = new StringBuilder(text.length() + 2).append('"');
    text.codePoints()
        .forEach(c -> {
          if (c == '"' || c == '\\') {
            literal.append('\\').append((char) c);
          } else if (isUnseen(c)) {
            literal.append(escape.apply(c));
          } else {
            literal.appendCodePoint(c);
          }
        });
    return literal.append('"').toString();
  }

  /** Joiners are part of how words and emoji are written, and stay. */
  private static boolean isUnseen(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.PRIVATE_USE ->
          true;
      case Character.FORMAT -> c != 0x200c && c != 0x200d;
      default -> false;
    };
  }
}
