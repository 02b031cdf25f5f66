package lakebase.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import lakebase.model.CurrentUser;
import org.jspecify.annotations.Nullable;

/** The caller, as SCIM's {@code Me} says it (contract §1.4). */
public final class CurrentUserJson {

  /** The response header that carries the workspace's number. */
  public static final String WORKSPACE_HEADER = "X-Databricks-Org-Id";

  private CurrentUserJson() {}

  /**
   * Reads the caller.
   *
   * @param workspaceId the value of {@link #WORKSPACE_HEADER}; absent when there was none
   * @throws WireException when it is not a SCIM user
   */
  public static CurrentUser read(JsonNode json, @Nullable String workspaceId) {
    Fields top = Fields.of(json);
    return new CurrentUser(top.text("userName"), top.optionalText("displayName"), workspaceId);
  }

  /** Writes the body; the workspace's number belongs into the header. */
  public static ObjectNode write(CurrentUser user) {
    ObjectNode json = Json.object();
    json.putArray("schemas").add("urn:ietf:params:scim:schemas:core:2.0:User");
    json.put("userName", user.userName());
    Writing.putText(json, "displayName", user.displayName());
    return json.put("active", true);
  }
}
