package lakebase.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import lakebase.model.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one JSON object by name and notes which ones nobody asked for. A field that
 * is absent and one that is null are the same. Every complaint is a {@link WireException}.
 */
final class Fields {

  private final JsonNode object;
  private final String path;
  private final Set<String> known = new HashSet<>();
  private final Map<String, Fields> children = new TreeMap<>();

  private Fields(JsonNode object, String path) {
    this.object = object;
    this.path = path;
  }

  /** The fields of the object at that path. */
  static Fields of(JsonNode object, String path) {
    if (!object.isObject()) {
      throw new WireException(path, "expected an object");
    }
    return new Fields(object, path);
  }

  /** The fields of a whole document. */
  static Fields of(JsonNode object) {
    return of(object, "");
  }

  /** Marks fields as known that need no reading. */
  void ignore(String... names) {
    known.addAll(List.of(names));
  }

  /** Whether the field is there. */
  boolean has(String name) {
    known.add(name);
    return object.hasNonNull(name);
  }

  /** A nested object; without fields when it is absent. */
  Fields object(String name) {
    JsonNode value = value(name);
    Fields child = of(value == null ? Json.object() : value, pathOf(name));
    children.put(name, child);
    return child;
  }

  /** The objects of an array. */
  List<Fields> objects(String name) {
    List<Fields> elements = new ArrayList<>();
    for (JsonNode element : elements(name)) {
      String index = name + "[" + elements.size() + "]";
      Fields child = of(element, pathOf(index));
      children.put(index, child);
      elements.add(child);
    }
    return elements;
  }

  /** A text that must be there. */
  String text(String name) {
    String text = optionalText(name);
    if (text == null) {
      throw new WireException(pathOf(name), "missing");
    }
    return text;
  }

  /** A text; empty when it is absent. */
  String textOrEmpty(String name) {
    String text = optionalText(name);
    return text == null ? "" : text;
  }

  /** A text. */
  @Nullable String optionalText(String name) {
    JsonNode value = value(name);
    if (value == null) {
      return null;
    }
    return text(value, pathOf(name));
  }

  /** A text, or a number taken as text. */
  @Nullable String textOrNumber(String name) {
    JsonNode value = value(name);
    return value != null && value.isNumber() ? value.asText() : optionalText(name);
  }

  /** The texts of an array. */
  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (JsonNode element : elements(name)) {
      texts.add(text(element, pathOf(name + "[" + texts.size() + "]")));
    }
    return texts;
  }

  /** An object whose fields are all texts. */
  Map<String, String> textMap(String name) {
    Map<String, String> map = new LinkedHashMap<>();
    JsonNode value = value(name);
    if (value != null) {
      for (Map.Entry<String, JsonNode> entry : of(value, pathOf(name)).object.properties()) {
        // The map's own path: a key is content, and content stays out of messages.
        map.put(entry.getKey(), text(entry.getValue(), pathOf(name)));
      }
    }
    return map;
  }

  /** A truth value; false when it is absent. */
  boolean flag(String name) {
    JsonNode value = value(name);
    if (value != null && !value.isBoolean()) {
      throw new WireException(pathOf(name), "expected true or false");
    }
    return value != null && value.booleanValue();
  }

  /** A number, possibly with a fraction. */
  @Nullable Double decimal(String name) {
    JsonNode value = value(name);
    return value == null ? null : (Double) Numbers.decimal(value, pathOf(name));
  }

  /** A 64-bit integer, as a number or its decimal text. */
  @Nullable Long int64(String name) {
    JsonNode value = value(name);
    return value == null ? null : (Long) Numbers.int64(value, pathOf(name));
  }

  /** A 32-bit integer, as a number or its decimal text. */
  @Nullable Integer int32(String name) {
    Long value = int64(name);
    if (value == null) {
      return null;
    }
    if (value != value.intValue()) {
      throw new WireException(pathOf(name), "expected a 32-bit integer");
    }
    return value.intValue();
  }

  /** A point in time. */
  @Nullable Instant time(String name) {
    return read(name, Timestamps::parse, "expected an RFC 3339 timestamp");
  }

  /** A length of time. */
  @Nullable Duration duration(String name) {
    return read(name, Durations::parse, "expected a duration such as 300s");
  }

  /** A text in a form of its own, given by a parser that throws on anything else. */
  <T> @Nullable T parsed(String name, Function<String, T> parser, String expectation) {
    return read(name, text -> tryParse(parser, text), expectation);
  }

  /** Like {@link #parsed}, of a text that must be there. */
  <T> T required(String name, Function<String, T> parser, String expectation) {
    T value = parsed(name, parser, expectation);
    if (value == null) {
      throw new WireException(pathOf(name), "missing");
    }
    return value;
  }

  /** What was not asked for, here and in the nested objects, with paths from here. */
  UnknownFields unknown() {
    Map<String, String> found = new TreeMap<>();
    collectUnknown("", found);
    return UnknownFields.of(found);
  }

  private void collectUnknown(String prefix, Map<String, String> found) {
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      if (!known.contains(entry.getKey())) {
        found.put(prefix + entry.getKey(), Json.text(entry.getValue()));
      }
    }
    children.forEach((name, child) -> child.collectUnknown(prefix + name + ".", found));
  }

  private <T> @Nullable T read(
      String name, Function<String, Optional<T>> parser, String expectation) {
    String text = optionalText(name);
    if (text == null) {
      return null;
    }
    return parser.apply(text).orElseThrow(() -> new WireException(pathOf(name), expectation));
  }

  private static <T> Optional<T> tryParse(Function<String, T> parser, String text) {
    try {
      return Optional.of(parser.apply(text));
    } catch (IllegalArgumentException notInThatForm) {
      // Dropped on purpose: its message quotes the content.
      return Optional.empty();
    }
  }

  private JsonNode elements(String name) {
    JsonNode value = value(name);
    if (value != null && !value.isArray()) {
      throw new WireException(pathOf(name), "expected an array");
    }
    return value == null ? Json.array() : value;
  }

  private static String text(JsonNode value, String path) {
    if (!value.isTextual()) {
      throw new WireException(path, "expected a text");
    }
    return value.textValue();
  }

  private @Nullable JsonNode value(String name) {
    known.add(name);
    JsonNode value = object.get(name);
    return value == null || value.isNull() ? null : value;
  }

  private String pathOf(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
