package lakebase.model;

import java.util.Optional;

/** {@code projects/{project_id}}. */
public record ProjectName(ResourceId id) implements ResourceName {

  /** Names a project by its id's text. */
  public static ProjectName of(String id) {
    return new ProjectName(new ResourceId(id));
  }

  /**
   * Reads the name of a project.
   *
   * @throws IllegalArgumentException when the text names no project
   */
  public static ProjectName parse(String text) {
    if (ResourceName.parse(text) instanceof ProjectName name) {
      return name;
    }
    throw new IllegalArgumentException("not a project name: '" + text + "'");
  }

  /** The branch of this project with that id. */
  public BranchName branch(String branchId) {
    return new BranchName(this, new ResourceId(branchId));
  }

  @Override
  public ResourceKind kind() {
    return ResourceKind.PROJECT;
  }

  @Override
  public Optional<ResourceName> parent() {
    return Optional.empty();
  }

  @Override
  public ProjectName project() {
    return this;
  }

  @Override
  public String toString() {
    return "projects/" + id;
  }
}
