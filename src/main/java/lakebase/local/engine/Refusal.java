package lakebase.local.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The service says no: an error of contract §3.4 with its HTTP status. Carries no stack trace. */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int status;
  private final String errorCode;
  private final transient List<ObjectNode> details;

  Refusal(int status, String errorCode, String message, List<ObjectNode> details) {
    super(message, null, false, false);
    this.status = status;
    this.errorCode = errorCode;
    this.details = List.copyOf(details);
  }

  /** A refusal without details. */
  public static Refusal of(int status, String errorCode, String message) {
    return new Refusal(status, errorCode, message, List.of());
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** For example {@code NOT_FOUND}. */
  public String errorCode() {
    return errorCode;
  }

  /** The JSON body of the answer. */
  public ObjectNode envelope() {
    ObjectNode body = lakebase.wire.Json.object();
    body.put("error_code", errorCode);
    body.put("message", String.valueOf(getMessage()));
    body.putArray("details").addAll(details);
    return body;
  }
}
