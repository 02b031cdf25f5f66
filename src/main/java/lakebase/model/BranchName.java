package lakebase.model;

import java.util.Optional;

/** {@code projects/{project_id}/branches/{branch_id}}. */
public record BranchName(ProjectName project, ResourceId id) implements ResourceName {

  /**
   * Reads the name of a branch.
   *
   * @throws IllegalArgumentException when the text names no branch
   */
  public static BranchName parse(String text) {
    if (ResourceName.parse(text) instanceof BranchName name) {
      return name;
    }
    throw new IllegalArgumentException("not a branch name: '" + text + "'");
  }

  /** The endpoint (compute) of this branch with that id. */
  public EndpointName endpoint(String endpointId) {
    return new EndpointName(this, new ResourceId(endpointId));
  }

  /** The role of this branch with that id. */
  public RoleName role(String roleId) {
    return new RoleName(this, new ResourceId(roleId));
  }

  /** The database of this branch with that id. */
  public DatabaseName database(String databaseId) {
    return new DatabaseName(this, new ResourceId(databaseId));
  }

  @Override
  public ResourceKind kind() {
    return ResourceKind.BRANCH;
  }

  @Override
  public Optional<ResourceName> parent() {
    return Optional.of(project);
  }

  @Override
  public String toString() {
    return project + "/branches/" + id;
  }
}
