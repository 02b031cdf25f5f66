package lakebase.local.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import lakebase.wire.Durations;
import lakebase.wire.Json;
import lakebase.wire.Timestamps;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object of a request. Absent and null are the same; a value of the wrong type is refused
 * with 400, unknown fields are ignored (both assumed).
 */
public final class Body {

  private final JsonNode object;
  private final String path;

  private Body(JsonNode object, String path) {
    if (!object.isObject()) {
      throw wrong(path.isEmpty() ? "body" : path, "an object");
    }
    this.object = object;
    this.path = path;
  }

  /** The body of a request. */
  public static Body of(JsonNode object) {
    return new Body(object, "");
  }

  /** A body without fields. */
  public static Body empty() {
    return of(Json.object());
  }

  /** Whether there is a value at that dotted path; refuses a path through something else. */
  boolean has(String dotted) {
    int dot = dotted.indexOf('.');
    return dot < 0
        ? value(dotted) != null
        : has(dotted.substring(0, dot))
            && object(dotted.substring(0, dot)).has(dotted.substring(dot + 1));
  }

  /** Whether there is any field with a value. */
  boolean hasAny() {
    return object.properties().stream().anyMatch(field -> !isDefault(field.getValue()));
  }

  /** The object at that name; without fields when it is absent. */
  Body object(String name) {
    JsonNode value = value(name);
    return new Body(value == null ? Json.object() : value, pathOf(name));
  }

  @Nullable String text(String name) {
    JsonNode value = value(name);
    if (value != null && !value.isTextual()) {
      throw wrong(pathOf(name), "a string");
    }
    return value == null ? null : value.textValue();
  }

  /** The text at that name; empty when it is absent. */
  public String textOrEmpty(String name) {
    String text = text(name);
    return text == null ? "" : text;
  }

  boolean flag(String name) {
    JsonNode value = value(name);
    if (value != null && !value.isBoolean()) {
      throw wrong(pathOf(name), "a boolean");
    }
    return value != null && value.booleanValue();
  }

  @Nullable Double number(String name) {
    JsonNode value = value(name);
    if (value == null) {
      return null;
    }
    double number = value.isNumber() ? value.doubleValue() : Double.NaN;
    if (!Double.isFinite(number)) {
      throw wrong(pathOf(name), "a number");
    }
    return number;
  }

  /** The integer at that name; null when it is absent. */
  public @Nullable Integer integer(String name) {
    JsonNode value = value(name);
    if (value == null) {
      return null;
    }
    if (!value.isNumber() || !value.canConvertToExactIntegral() || !value.canConvertToInt()) {
      throw wrong(pathOf(name), "an integer");
    }
    return value.intValue();
  }

  @Nullable Duration duration(String name) {
    return parsed(name, Durations::parse, "a duration such as \"300s\"");
  }

  @Nullable Instant time(String name) {
    return parsed(name, Timestamps::parse, "an RFC 3339 timestamp");
  }

  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (JsonNode element : array(name)) {
      if (!element.isTextual()) {
        throw wrong(pathOf(name), "an array of strings");
      }
      texts.add(element.textValue());
    }
    return texts;
  }

  List<Body> objects(String name) {
    List<Body> bodies = new ArrayList<>();
    for (JsonNode element : array(name)) {
      bodies.add(new Body(element, pathOf(name)));
    }
    return bodies;
  }

  Map<String, String> textMap(String name) {
    Map<String, String> map = new LinkedHashMap<>();
    Body inner = object(name);
    for (Map.Entry<String, JsonNode> field : inner.object.properties()) {
      map.put(field.getKey(), inner.textOrEmpty(field.getKey()));
    }
    return map;
  }

  private <T> @Nullable T parsed(
      String name, Function<String, Optional<T>> parser, String expected) {
    String text = text(name);
    return text == null
        ? null
        : parser.apply(text).orElseThrow(() -> wrong(pathOf(name), expected));
  }

  private JsonNode array(String name) {
    JsonNode value = value(name);
    if (value != null && !value.isArray()) {
      throw wrong(pathOf(name), "an array");
    }
    return value == null ? Json.array() : value;
  }

  private @Nullable JsonNode value(String name) {
    JsonNode value = object.get(name);
    return value == null || value.isNull() ? null : value;
  }

  private String pathOf(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private static boolean isDefault(JsonNode value) {
    return value.isNull() || (value.isContainerNode() && value.isEmpty());
  }

  private static Refusal wrong(String path, String expected) {
    return Refusals.invalid("Field '" + path + "' must be " + expected + ".");
  }
}
