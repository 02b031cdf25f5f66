package lakebase.code;

import java.util.stream.Collectors;

/** The request as people read it: nothing escaped, a line a parameter and a path of the mask. */
final class HttpText {

  private HttpText() {}

  static String of(Action action) {
    String query =
        action.query().entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue().replace(",", ",\n    "))
            .collect(Collectors.joining("\n  &", action.query().isEmpty() ? "" : "\n  ?", ""));
    return action.method()
        + " "
        + action.path()
        + query
        + (action.body() == null ? "" : "\n\n" + JsonText.of(action.body()))
        + "\n";
  }
}
