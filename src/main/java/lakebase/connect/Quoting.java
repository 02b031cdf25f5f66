package lakebase.connect;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** How each format writes a text so that it is read back as it was. */
final class Quoting {

  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

  /** What no shell and no reader of settings takes for anything but itself. */
  private static final String PLAIN = "[A-Za-z0-9_.@%+:,/=-]+";

  private Quoting() {}

  /** Percent-encoded UTF-8 (RFC 3986): for every part of a URL. */
  static String url(String text) {
    StringBuilder encoded = new StringBuilder(text.length() + 16);
    for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
      if (UNRESERVED.indexOf(one) >= 0) {
        encoded.append((char) one);
      } else {
        encoded.append(String.format(Locale.ROOT, "%%%02X", one));
      }
    }
    return encoded.toString();
  }

  /** A value of libpq's {@code name=value} form. */
  static String conninfo(String text) {
    return text.matches("[^\\s'\\\\]+")
        ? text
        : "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  /** A word of a POSIX shell. */
  static String posix(String text) {
    return text.matches(PLAIN) ? text : "'" + text.replace("'", "'\\''") + "'";
  }

  /** A word of PowerShell, which takes the typographic single quotes for the straight one. */
  static String powerShell(String text) {
    return "'" + text.replaceAll("(['\u2018\u2019\u201a\u201b])", "$1$1") + "'";
  }

  /**
   * A value of an {@code .env} file. Bare or in single quotes, as a shell and all readers of such
   * files take it; only a name with a single quote is in double quotes, by the shell's rules.
   */
  static String env(String text) {
    if (text.matches(PLAIN)) {
      return text;
    }
    return text.contains("'")
        ? "\"" + text.replaceAll("([\\\\\"$`])", "\\\\$1") + "\""
        : "'" + text + "'";
  }

  /** A field of a {@code .pgpass} line. */
  static String pgpass(String text) {
    return text.replace("\\", "\\\\").replace(":", "\\:");
  }

  /**
   * A value of a Java properties file; other letters than Latin ones as every reader takes them.
   */
  static String properties(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int at = 0; at < text.length(); at++) {
      char one = text.charAt(at);
      if (one == '\\' || (one == ' ' && escaped.isEmpty())) {
        escaped.append('\\').append(one);
      } else if (one > '~') {
        escaped.append(String.format(Locale.ROOT, "\\u%04X", (int) one));
      } else {
        escaped.append(one);
      }
    }
    return escaped.toString();
  }

  /** A string of Python, JavaScript, Java or Go, which agree on texts without line breaks. */
  static String code(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
