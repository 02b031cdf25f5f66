package lakebase.local.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import lakebase.model.OperationName;
import lakebase.model.ResourceName;
import lakebase.model.RoleName;
import lakebase.wire.Json;
import org.jspecify.annotations.Nullable;

/**
 * What is needed to finish an operation, also after a restart.
 *
 * @param name the operation
 * @param verb what it does
 * @param target to what
 * @param after for an update, the resource as it shall be
 * @param purge for a deletion, whether it is for good
 * @param reassignOwnedTo for a role's deletion, who gets what it owns
 */
record RunningOperation(
    OperationName name,
    Verb verb,
    ResourceName target,
    @Nullable JsonNode after,
    boolean purge,
    @Nullable RoleName reassignOwnedTo) {

  static RunningOperation of(Verb verb, ResourceName target) {
    return new RunningOperation(newName(target), verb, target, null, false, null);
  }

  static RunningOperation update(ResourceName target, JsonNode after) {
    return new RunningOperation(newName(target), Verb.UPDATE, target, after, false, null);
  }

  static RunningOperation delete(
      ResourceName target, boolean purge, @Nullable RoleName reassignOwnedTo) {
    return new RunningOperation(newName(target), Verb.DELETE, target, null, purge, reassignOwnedTo);
  }

  /** What an update leaves behind. */
  JsonNode requireAfter() {
    return Optional.ofNullable(after).orElseThrow();
  }

  ObjectNode write() {
    ObjectNode json = Json.object();
    json.put("verb", verb.name());
    json.put("target", target.toString());
    json.put("purge", purge);
    if (after != null) {
      json.set("after", after);
    }
    if (reassignOwnedTo != null) {
      json.put("reassign_owned_to", reassignOwnedTo.toString());
    }
    return json;
  }

  static RunningOperation read(String name, JsonNode json) {
    JsonNode reassign = json.get("reassign_owned_to");
    return new RunningOperation(
        new OperationName(name),
        Verb.valueOf(json.path("verb").asText()),
        ResourceName.parse(json.path("target").asText()),
        json.get("after"),
        json.path("purge").booleanValue(),
        reassign == null ? null : RoleName.parse(reassign.asText()));
  }

  private static OperationName newName(ResourceName target) {
    return new OperationName(target + "/operations/" + java.util.UUID.randomUUID());
  }
}
