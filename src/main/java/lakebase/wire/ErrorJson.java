package lakebase.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lakebase.model.ServiceError;
import org.jspecify.annotations.Nullable;

/** Errors, as HTTP bodies and inside operations (contract §2.7, §3.4). */
public final class ErrorJson {

  /** The code of an error that came without one. */
  public static final String UNKNOWN = "UNKNOWN";

  private static final Pattern TRACE =
      Pattern.compile("\\s*\\[(?:TraceId|ReqId): ([^\\]\\s]+)\\]\\s*$");

  private ErrorJson() {}

  /**
   * Reads an error of the service, of an older API version, of SCIM or of OAuth. Never fails: what
   * is not an error's field is left out, what has another type counts as absent.
   */
  public static ServiceError read(JsonNode json) {
    String code = firstText(json, "error_code", "error", "scimType");
    String message = firstText(json, "message", "error_description", "detail");
    List<String> details = new ArrayList<>();
    json.path("details").forEach(detail -> details.add(Json.text(detail)));
    return of(code == null ? UNKNOWN : code, message == null ? "" : message, details, json);
  }

  /**
   * Writes the envelope; the trace id goes to the end of the message, where the service puts it.
   */
  public static ObjectNode write(ServiceError error) {
    String trace = error.traceId() == null ? "" : " [TraceId: " + error.traceId() + "]";
    ObjectNode json =
        Json.object()
            .put("error_code", error.errorCode())
            .put("message", (error.message() + trace).strip());
    if (!error.details().isEmpty()) {
      ArrayNode details = json.putArray("details");
      error.details().forEach(detail -> details.add(Json.parse(detail)));
    }
    return json;
  }

  private static ServiceError of(String code, String message, List<String> details, JsonNode json) {
    Matcher trace = TRACE.matcher(message);
    return trace.find()
        ? new ServiceError(code, message.substring(0, trace.start()), details, trace.group(1))
        : new ServiceError(code, message, details, requestId(json));
  }

  private static @Nullable String requestId(JsonNode json) {
    for (JsonNode detail : json.path("details")) {
      String id = firstText(detail, "request_id");
      if (id != null) {
        return id;
      }
    }
    return null;
  }

  /** The first of the fields that holds a text or, as gateways' codes do, a number. */
  private static @Nullable String firstText(JsonNode json, String... names) {
    for (String name : names) {
      JsonNode value = json.path(name);
      if ((value.isTextual() && !value.textValue().isBlank()) || value.isNumber()) {
        return value.asText();
      }
    }
    return null;
  }
}
