package lakebase.model;

/** {@code projects/{project_id}/branches/{branch_id}/databases/{database_id}}. */
public record DatabaseName(BranchName branch, ResourceId id) implements BranchChildName {

  /**
   * Reads the name of this kind.
   *
   * @throws IllegalArgumentException when the text names something else
   */
  public static DatabaseName parse(String text) {
    if (ResourceName.parse(text) instanceof DatabaseName name) {
      return name;
    }
    throw new IllegalArgumentException("not a name under databases: '" + text + "'");
  }

  @Override
  public ResourceKind kind() {
    return ResourceKind.DATABASE;
  }

  @Override
  public String toString() {
    return branch + "/databases/" + id;
  }
}
