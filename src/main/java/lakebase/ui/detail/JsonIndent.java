package lakebase.ui.detail;

/**
 * Indents JSON for reading. It moves white space only and understands nothing, so that a cut-off or
 * malformed body is shown too; text that is not JSON stays as it is.
 */
final class JsonIndent {

  private static final String STEP = "  ";

  private final StringBuilder out = new StringBuilder();
  private int depth;

  private JsonIndent() {}

  static String pretty(String text) {
    String trimmed = text.strip();
    boolean json = trimmed.startsWith("{") || trimmed.startsWith("[");
    return json ? new JsonIndent().indent(trimmed) : text;
  }

  private String indent(String json) {
    boolean quoted = false;
    for (int at = 0; at < json.length(); at++) {
      char c = json.charAt(at);
      if (quoted) {
        out.append(c);
        if (c == '\\' && at + 1 < json.length()) {
          out.append(json.charAt(++at));
        } else if (c == '"') {
          quoted = false;
        }
      } else if (c == '"') {
        quoted = true;
        out.append(c);
      } else if (!Character.isWhitespace(c)) {
        structure(c, at + 1 < json.length() ? next(json, at + 1) : ' ');
      }
    }
    return out.toString();
  }

  private static char next(String json, int from) {
    int at = from;
    while (at < json.length() - 1 && Character.isWhitespace(json.charAt(at))) {
      at++;
    }
    return json.charAt(at);
  }

  private void structure(char c, char next) {
    switch (c) {
      case '{', '[' -> {
        out.append(c);
        depth++;
        if (next != '}' && next != ']') {
          line();
        }
      }
      case '}', ']' -> {
        depth = Math.max(0, depth - 1);
        char last = out.isEmpty() ? ' ' : out.charAt(out.length() - 1);
        if (last != '{' && last != '[') {
          line();
        }
        out.append(c);
      }
      case ',' -> {
        out.append(c);
        line();
      }
      case ':' -> out.append(": ");
      default -> out.append(c);
    }
  }

  private void line() {
    out.append('\n').append(STEP.repeat(depth));
  }
}
