package lakebase.model;

/** {@code projects/{project_id}/branches/{branch_id}/roles/{role_id}}. */
public record RoleName(BranchName branch, ResourceId id) implements BranchChildName {

  /**
   * Reads the name of this kind.
   *
   * @throws IllegalArgumentException when the text names something else
   */
  public static RoleName parse(String text) {
    if (ResourceName.parse(text) instanceof RoleName name) {
      return name;
    }
    throw new IllegalArgumentException("not a name under roles: '" + text + "'");
  }

  @Override
  public ResourceKind kind() {
    return ResourceKind.ROLE;
  }

  @Override
  public String toString() {
    return branch + "/roles/" + id;
  }
}
