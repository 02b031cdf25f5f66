package lakebase.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import lakebase.model.OpenEnum;
import lakebase.model.Tag;
import org.jspecify.annotations.Nullable;

/** Puts values into a JSON object; what is absent is left out (contract §10.15). */
final class Writing {

  private Writing() {}

  /** A text, or a name as its text. */
  static void putText(ObjectNode to, String name, @Nullable Object value) {
    if (value != null) {
      to.put(name, value.toString());
    }
  }

  /** An enum without a value is one that the service did not give. */
  static void putEnum(ObjectNode to, String name, @Nullable OpenEnum value) {
    if (value != null && !value.value().isEmpty()) {
      to.put(name, value.value());
    }
  }

  static void put(ObjectNode to, String name, @Nullable Instant time) {
    if (time != null) {
      to.put(name, Timestamps.format(time));
    }
  }

  static void put(ObjectNode to, String name, @Nullable Duration duration) {
    if (duration != null) {
      to.put(name, Durations.format(duration));
    }
  }

  static void put(ObjectNode to, String name, @Nullable Long number) {
    if (number != null) {
      to.put(name, number.longValue());
    }
  }

  static void put(ObjectNode to, String name, @Nullable Integer number) {
    if (number != null) {
      to.put(name, number.intValue());
    }
  }

  /** A size in compute units: {@code 1}, not {@code 1.0}, as the service writes it. */
  static void putCu(ObjectNode to, String name, double cu) {
    if (cu == Math.rint(cu) && Math.abs(cu) < Integer.MAX_VALUE) {
      to.put(name, (int) cu);
    } else {
      to.put(name, cu);
    }
  }

  static ObjectNode texts(Map<String, String> map) {
    ObjectNode object = Json.object();
    map.forEach(object::put);
    return object;
  }

  static ArrayNode texts(List<String> list) {
    ArrayNode array = Json.array();
    list.forEach(array::add);
    return array;
  }

  static ArrayNode tags(List<Tag> tags) {
    ArrayNode array = Json.array();
    tags.forEach(tag -> array.addObject().put("key", tag.key()).put("value", tag.value()));
    return array;
  }
}
