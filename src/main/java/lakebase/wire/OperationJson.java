package lakebase.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import lakebase.model.Operation;
import lakebase.model.Operation.Outcome;
import lakebase.model.OperationName;
import lakebase.model.ServiceError;

/** Long-running operations (contract §2.7, §4). */
public final class OperationJson {

  private OperationJson() {}

  /**
   * Reads an operation. Any error means that it failed, whatever {@code done} says; one that is
   * done without a response succeeded with an empty one.
   *
   * @throws WireException when it is not an operation
   */
  public static Operation read(JsonNode json) {
    Fields top = Fields.of(json);
    return new Operation(
        top.required("name", OperationName::new, "expected an operation's name"),
        top.object("metadata").optionalText("@type"),
        outcome(top, json));
  }

  /**
   * Writes an operation.
   *
   * @throws WireException when the response of its outcome is not JSON
   */
  public static ObjectNode write(Operation operation) {
    ObjectNode top = Json.object().put("name", operation.name().value());
    if (operation.metadataType() != null) {
      top.putObject("metadata").put("@type", operation.metadataType());
    }
    top.put("done", operation.isDone());
    switch (operation.outcome()) {
      case Outcome.Running _ -> {}
      case Outcome.Succeeded(String response) -> top.set("response", Json.parse(response));
      case Outcome.Failed(ServiceError error) -> top.set("error", ErrorJson.write(error));
    }
    return top;
  }

  private static Outcome outcome(Fields top, JsonNode json) {
    boolean done = top.flag("done");
    if (top.has("error")) {
      return new Outcome.Failed(ErrorJson.read(json.path("error")));
    }
    if (!done) {
      return new Outcome.Running();
    }
    return new Outcome.Succeeded(top.has("response") ? Json.text(json.path("response")) : "{}");
  }
}
