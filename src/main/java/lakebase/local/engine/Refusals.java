package lakebase.local.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lakebase.model.ResourceId;
import lakebase.model.ResourceKind;
import lakebase.model.ResourceName;
import lakebase.wire.Json;

/**
 * The error catalogue of contract §3.4, word for word; what the contract does not know is marked
 * "assumed" and listed in {@code lakebase.local}'s package documentation.
 */
public final class Refusals {

  private Refusals() {}

  /** Missing: {@code <kind> id not found}. */
  public static Refusal notFound(String kind) {
    return Refusal.of(404, "NOT_FOUND", kind + " id not found" + trace());
  }

  static Refusal notFound(ResourceKind kind) {
    return notFound(word(kind));
  }

  /** The path is not shaped like the name of a resource. */
  public static Refusal notAResource() {
    return Refusal.of(404, "NOT_FOUND", "resource not found");
  }

  /** Something in a soft-deleted project or branch. */
  static Refusal deleted(ResourceName name) {
    String word = word(name.kind());
    String kind = word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    return Refusal.of(404, "NOT_FOUND", kind + " with name '" + name + "' not found");
  }

  static Refusal exists(ResourceKind kind) {
    return switch (kind) {
      case PROJECT ->
          Refusal.of(409, "ALREADY_EXISTS", "project with such id already exists in the workspace");
      case BRANCH, ENDPOINT ->
          Refusal.of(409, "ALREADY_EXISTS", word(kind) + " with such id already exists");
      case ROLE, DATABASE -> badRequest(word(kind) + " with that name already exists");
    };
  }

  static Refusal required(String field) {
    return invalid("Field '" + field + "' is required, expected non-default value (not \"\")!");
  }

  static Refusal emptyMessage(String field) {
    return invalid(
        "Field '"
            + field
            + "' is required and must contain at least one subfield with a non-default value");
  }

  static Refusal badId(String field, String got) {
    return invalid(
        "Field " + field + " must match pattern " + ResourceId.PATTERN + ", got '" + got + "'.");
  }

  static Refusal maskRequired() {
    return invalid(
        "Field 'update_mask' is required and must contain at least one subfield with a non-default"
            + " value!");
  }

  static Refusal unknownMaskPath(String path) {
    return invalid("Unknown field path in update_mask: '" + path + "'");
  }

  static Refusal maskedButAbsent(String path) {
    return invalid("Field '" + path + "' is in update_mask but not provided in request");
  }

  static Refusal roleNotFound(String id) {
    return Refusal.of(404, "NOT_FOUND", "role not found; role_id:\"" + id + "\"" + trace());
  }

  static Refusal expirationTooLong() {
    return invalid("expiration time exceeds the maximum expiration time" + trace());
  }

  static Refusal conflicting() {
    return Refusal.of(
        409,
        "ABORTED",
        "Your project already has conflicting operations in progress. Please wait until they are"
            + " complete, and then try again.");
  }

  static Refusal reconciling() {
    return Refusal.of(409, "ABORTED", "Endpoint reconciliation still in progress");
  }

  static Refusal rootBranch(ResourceName name) {
    return managedByParent(
        "Cannot delete root branch '" + name + "'. Root branches cannot be deleted independently.");
  }

  static Refusal readWriteEndpoint(ResourceName name) {
    return managedByParent(
        "Cannot delete read-write endpoint '"
            + name
            + "'. Read-write endpoints cannot be deleted.");
  }

  /** The answer to a {@code spec} mask that would reset stored settings (contract §2.8.5). */
  static Refusal internal() {
    return Refusal.of(
        500,
        "INTERNAL_ERROR",
        "The request could not be processed. Please try again later and contact Databricks if the"
            + " problem persists."
            + trace());
  }

  /** What any failure is told as; what is ours to mend says nothing of its cause. */
  static Refusal of(RuntimeException cause) {
    return switch (cause) {
      case Refusal refusal -> refusal;
      case DataPlaneException e -> of(e);
      default -> internal();
    };
  }

  /** What the data plane cannot do, in its words. */
  public static Refusal of(DataPlaneException cause) {
    String message = String.valueOf(cause.getMessage());
    return switch (cause.kind()) {
      case INVALID -> invalid(message);
      case EXHAUSTED -> Refusal.of(429, "RESOURCE_EXHAUSTED", message);
      case FAILED -> Refusal.of(500, "INTERNAL_ERROR", message + trace());
    };
  }

  /** 400 INVALID_PARAMETER_VALUE. */
  public static Refusal invalid(String message) {
    return Refusal.of(400, "INVALID_PARAMETER_VALUE", message);
  }

  /** 400 BAD_REQUEST. */
  public static Refusal badRequest(String message) {
    return Refusal.of(400, "BAD_REQUEST", message);
  }

  /** A limit of contract §8.1 is reached; status and code are assumed. */
  static Refusal quota(String message) {
    return Refusal.of(400, "QUOTA_EXCEEDED", message);
  }

  static String word(ResourceKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /** The end of many real messages. */
  static String trace() {
    return " [TraceId: " + UUID.randomUUID().toString().replace("-", "") + "]";
  }

  /** The details that make desired-state tools take this refusal for a deletion (contract §3.3). */
  private static Refusal managedByParent(String message) {
    ObjectNode error = Json.object();
    error.put("@type", "type.googleapis.com/google.rpc.ErrorInfo");
    error.put("domain", "databricks.com");
    error.put("reason", "RESOURCE_CONFLICT");
    error.putObject("metadata").put("declarative_context", "MANAGED_BY_PARENT");
    ObjectNode request = Json.object();
    request.put("@type", "type.googleapis.com/google.rpc.RequestInfo");
    request.put("request_id", UUID.randomUUID().toString());
    request.put("serving_data", "");
    return new Refusal(400, "BAD_REQUEST", message, List.of(error, request));
  }
}
