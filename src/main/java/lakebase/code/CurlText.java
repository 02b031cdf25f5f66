package lakebase.code;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The request itself, by curl in a POSIX shell. */
final class CurlText {

  private static final String BROKEN = " \\\n  ";

  private CurlText() {}

  static String of(Action action) {
    List<String> words = new ArrayList<>();
    words.add("curl --silent --show-error --fail-with-body");
    words.add("--request " + Literals.shell(action.method()) + " " + address(action));
    words.add("--header \"Authorization: Bearer $DATABRICKS_TOKEN\"");
    if (action.body() != null) {
      words.add("--header 'Content-Type: application/json'");
      words.add("--data " + Literals.singleQuoted(JsonText.of(action.body())));
    }
    return String.join(BROKEN, words) + "\n";
  }

  /** Path and escaped query. */
  static String pathAndQuery(Action action) {
    return action.query().isEmpty()
        ? action.path()
        : action.query().entrySet().stream()
            .map(entry -> escape(entry.getKey()) + "=" + escape(entry.getValue()))
            .collect(Collectors.joining("&", action.path() + "?", ""));
  }

  private static String address(Action action) {
    String rest = pathAndQuery(action);
    return rest.matches("[A-Za-z0-9_./:=@%+,?&~-]*")
        ? "\"$DATABRICKS_HOST" + rest + "\""
        : "\"$DATABRICKS_HOST\"" + Literals.singleQuoted(rest);
  }

  private static String escape(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("%2C", ",")
        .replace("%2F", "/");
  }
}
