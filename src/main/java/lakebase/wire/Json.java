package lakebase.wire;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** JSON text to tree and back. Any thread. */
public final class Json {

  // Trees keep numbers exactly as they came, so that unknown fields are shown unchanged.
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final PrettyPrinter PRETTY =
      new DefaultPrettyPrinter(
          Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER));

  private Json() {}

  /**
   * The tree of one JSON value.
   *
   * @throws WireException when the text is not exactly one JSON value
   */
  public static JsonNode parse(String text) {
    return parse(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The tree of one JSON value in UTF-8.
   *
   * @throws WireException when the bytes are not exactly one JSON value
   */
  public static JsonNode parse(byte[] utf8) {
    try {
      JsonNode tree = MAPPER.readTree(utf8);
      if (tree == null || tree.isMissingNode()) {
        throw new WireException("", "no JSON value");
      }
      return tree;
    } catch (JacksonException malformed) {
      throw new WireException("", "not JSON" + place(malformed.getLocation()));
    } catch (IOException malformed) {
      // Bytes in memory cannot fail to be read; what remains is a text that is not UTF-8.
      throw new WireException("", "not JSON in UTF-8");
    }
  }

  /** The text of a tree, on one line. */
  public static String text(JsonNode tree) {
    return tree.toString();
  }

  /** The text of a tree, indented, for people. */
  public static String pretty(JsonNode tree) {
    try {
      return MAPPER.writer(PRETTY).writeValueAsString(tree);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a tree can always be written", impossible);
    }
  }

  /** A new, empty object. */
  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** A new, empty array. */
  public static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  private static String place(@Nullable JsonLocation location) {
    return location == null
        ? ""
        : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
  }
}
