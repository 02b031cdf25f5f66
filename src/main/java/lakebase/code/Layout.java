package lakebase.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Pieces of code as lines, put into one another. */
final class Layout {

  private Layout() {}

  /** The same lines, further in. */
  static List<String> indent(String by, List<String> lines) {
    return lines.stream().map(line -> line.isEmpty() ? line : by + line).toList();
  }

  /** The same lines with a text before the first and one after the last. */
  static List<String> wrap(String before, List<String> lines, String after) {
    List<String> wrapped = new ArrayList<>(lines);
    wrapped.set(0, before + wrapped.getFirst());
    wrapped.set(wrapped.size() - 1, wrapped.getLast() + after);
    return wrapped;
  }

  /**
   * Named values, a line each, the values below one another where some in a row take one line each:
   * as the formatters of Go and Terraform have it.
   *
   * @param sign stands between
   * @param signAtValue whether before the value, not behind the name
   * @param after ends each value
   */
  static List<String> aligned(
      Map<String, List<String>> values, String sign, boolean signAtValue, String after) {
    List<Map.Entry<String, List<String>>> entries = List.copyOf(values.entrySet());
    List<String> lines = new ArrayList<>();
    int from = 0;
    while (from < entries.size()) {
      int to = from;
      while (to < entries.size() && entries.get(to).getValue().size() == 1) {
        to++;
      }
      int width =
          entries.subList(from, to).stream()
              .mapToInt(entry -> entry.getKey().length())
              .max()
              .orElse(0);
      for (Map.Entry<String, List<String>> entry : entries.subList(from, to)) {
        String pad = " ".repeat(width - entry.getKey().length());
        lines.addAll(wrap(name(entry.getKey(), pad, sign, signAtValue), entry.getValue(), after));
      }
      if (to < entries.size()) {
        Map.Entry<String, List<String>> tall = entries.get(to);
        lines.addAll(wrap(name(tall.getKey(), "", sign, signAtValue), tall.getValue(), after));
        to++;
      }
      from = to;
    }
    return lines;
  }

  private static String name(String name, String pad, String sign, boolean signAtValue) {
    return signAtValue ? name + pad + " " + sign + " " : name + sign + pad + " ";
  }

  /** The lines as a text. */
  static String text(List<String> lines) {
    return String.join("\n", lines) + "\n";
  }
}
