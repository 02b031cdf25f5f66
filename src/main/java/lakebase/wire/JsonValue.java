package lakebase.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON value as plain Java, for a reader that has no business with JSON trees. */
public sealed interface JsonValue {

  /** A text. */
  record Text(String value) implements JsonValue {}

  /** A number, exactly as it was written. */
  record Decimal(BigDecimal value) implements JsonValue {}

  /** True or false. */
  record Flag(boolean value) implements JsonValue {}

  /** Null. */
  record Nothing() implements JsonValue {}

  /** An array. */
  record Items(List<JsonValue> values) implements JsonValue {
    public Items {
      values = List.copyOf(values);
    }
  }

  /** An object, its members in the order in which they were written. */
  record Members(Map<String, JsonValue> values) implements JsonValue {

    /** An object without members. */
    public static final Members NONE = new Members(Map.of());

    public Members {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
  }

  /**
   * Reads a value.
   *
   * @throws WireException when the text is not exactly one JSON value
   */
  static JsonValue parse(String json) {
    return of(Json.parse(json));
  }

  private static JsonValue of(JsonNode node) {
    return switch (node.getNodeType()) {
      case STRING -> new Text(node.textValue());
      case NUMBER -> new Decimal(node.decimalValue());
      case BOOLEAN -> new Flag(node.booleanValue());
      case ARRAY -> {
        List<JsonValue> values = new ArrayList<>();
        node.forEach(item -> values.add(of(item)));
        yield new Items(values);
      }
      case OBJECT -> {
        Map<String, JsonValue> values = new LinkedHashMap<>();
        node.properties().forEach(entry -> values.put(entry.getKey(), of(entry.getValue())));
        yield new Members(values);
      }
      case NULL, MISSING, BINARY, POJO -> new Nothing();
    };
  }
}
