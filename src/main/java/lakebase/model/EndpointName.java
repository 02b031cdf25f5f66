package lakebase.model;

/** {@code projects/{project_id}/branches/{branch_id}/endpoints/{endpoint_id}}. */
public record EndpointName(BranchName branch, ResourceId id) implements BranchChildName {

  /**
   * Reads the name of this kind.
   *
   * @throws IllegalArgumentException when the text names something else
   */
  public static EndpointName parse(String text) {
    if (ResourceName.parse(text) instanceof EndpointName name) {
      return name;
    }
    throw new IllegalArgumentException("not a name under endpoints: '" + text + "'");
  }

  @Override
  public ResourceKind kind() {
    return ResourceKind.ENDPOINT;
  }

  @Override
  public String toString() {
    return branch + "/endpoints/" + id;
  }
}
