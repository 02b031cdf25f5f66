package lakebase.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import lakebase.model.HostMetadata;

/** What a host says of itself without sign-in (contract §9.3). */
public final class HostMetadataJson {

  private HostMetadataJson() {}

  /**
   * Reads the metadata.
   *
   * @throws WireException when it is none
   */
  public static HostMetadata read(JsonNode json) {
    Fields top = Fields.of(json);
    return new HostMetadata(
        top.optionalText("oidc_endpoint"),
        top.textOrNumber("workspace_id"),
        top.optionalText("cloud"),
        top.optionalText("host_type"));
  }

  /** Writes the metadata. */
  public static ObjectNode write(HostMetadata metadata) {
    ObjectNode json = Json.object();
    Writing.putText(json, "oidc_endpoint", metadata.oidcEndpoint());
    Writing.putText(json, "workspace_id", metadata.workspaceId());
    Writing.putText(json, "cloud", metadata.cloud());
    Writing.putText(json, "host_type", metadata.hostType());
    return json;
  }
}
