package lakebase.local.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import lakebase.local.engine.Body;
import lakebase.local.engine.Caller;
import lakebase.local.engine.Refusal;
import lakebase.local.engine.Refusals;

/** Reads requests; whatever is not as it should be is a {@link Refusal} with a status of 4xx. */
final class Requests {

  /** The largest body that is read, in bytes. */
  static final int LARGEST_BODY = 1 << 20;

  private static final String CALLER = "caller";
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Requests() {}

  /** The JSON object in the body; without fields when there is no body. */
  static Body body(Context request) {
    byte[] bytes = bytes(request);
    if (bytes.length == 0) {
      return Body.empty();
    }
    try {
      JsonNode tree = MAPPER.readTree(bytes);
      return tree.isMissingNode() ? Body.empty() : Body.of(tree);
    } catch (JacksonException malformed) {
      throw malformed("Could not parse request object: not valid JSON.");
    } catch (IOException malformed) {
      throw malformed("Could not parse request object: not UTF-8.");
    }
  }

  /** The fields of a form in the body. */
  static Map<String, String> form(Context request) {
    String type = Optional.ofNullable(request.contentType()).orElse("");
    if (!type.startsWith("application/x-www-form-urlencoded")) {
      throw malformed("Expected a body of type application/x-www-form-urlencoded.");
    }
    String text = text(bytes(request));
    Map<String, String> fields = new LinkedHashMap<>();
    for (String pair : text.isEmpty() ? new String[0] : text.split("&")) {
      int equals = pair.indexOf('=');
      String name = decode(equals < 0 ? pair : pair.substring(0, equals));
      fields.putIfAbsent(name, equals < 0 ? "" : decode(pair.substring(equals + 1)));
    }
    return fields;
  }

  /** A query parameter; empty when it is absent. */
  static String query(Context request, String name) {
    return Optional.ofNullable(request.queryParam(name)).orElse("");
  }

  /** A query parameter that is true or false; false when it is absent. */
  static boolean flag(Context request, String name) {
    String text = query(request, name);
    return switch (text) {
      case "", "false" -> false;
      case "true" -> true;
      default -> throw Refusals.invalid("Field '" + name + "' must be true or false.");
    };
  }

  static void setCaller(Context request, Caller caller) {
    request.attribute(CALLER, caller);
  }

  /** Who asks; the guard has made sure of it. */
  static Caller caller(Context request) {
    return Optional.<Caller>ofNullable(request.attribute(CALLER)).orElseThrow();
  }

  static Refusal malformed(String message) {
    return Refusal.of(400, "MALFORMED_REQUEST", message);
  }

  private static byte[] bytes(Context request) {
    try {
      byte[] bytes = request.req().getInputStream().readNBytes(LARGEST_BODY + 1);
      if (bytes.length > LARGEST_BODY) {
        throw Refusal.of(413, "MALFORMED_REQUEST", "The request body is larger than 1 MiB.");
      }
      return bytes;
    } catch (IOException cutOff) {
      throw malformed("The request body is incomplete.");
    }
  }

  private static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      throw malformed("The request body is not UTF-8.");
    }
  }

  private static String decode(String encoded) {
    try {
      return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException badEscape) {
      throw malformed("The form has a bad percent-encoding.");
    }
  }
}
