package lakebase.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lakebase.wire.JsonValue;

/** JSON, indented. */
final class JsonText {

  private JsonText() {}

  /** The text of a value. */
  static String of(JsonValue value) {
    return String.join("\n", lines(value));
  }

  private static List<String> lines(JsonValue value) {
    return switch (value) {
      case JsonValue.Text(var text) -> List.of(Literals.json(text));
      case JsonValue.Decimal(var number) -> List.of(number.toPlainString());
      case JsonValue.Flag(var flag) -> List.of(String.valueOf(flag));
      case JsonValue.Nothing _ -> List.of("null");
      case JsonValue.Items(var items) ->
          block("[", items.stream().map(JsonText::lines).toList(), "]");
      case JsonValue.Members(var members) ->
          block("{", members.entrySet().stream().map(JsonText::member).toList(), "}");
    };
  }

  private static List<String> member(Map.Entry<String, JsonValue> member) {
    return Layout.wrap(Literals.json(member.getKey()) + ": ", lines(member.getValue()), "");
  }

  private static List<String> block(String open, List<List<String>> parts, String close) {
    if (parts.isEmpty()) {
      return List.of(open + close);
    }
    List<String> lines = new ArrayList<>();
    lines.add(open);
    for (int at = 0; at < parts.size(); at++) {
      String comma = at == parts.size() - 1 ? "" : ",";
      lines.addAll(Layout.indent("  ", Layout.wrap("", parts.get(at), comma)));
    }
    lines.add(close);
    return lines;
  }
}
