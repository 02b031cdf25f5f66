package lakebase.model;

import java.util.Optional;

/** The name of something that lives directly in a branch. */
public sealed interface BranchChildName extends ResourceName
    permits EndpointName, RoleName, DatabaseName {

  /** The branch that it lives in. */
  BranchName branch();

  @Override
  default Optional<ResourceName> parent() {
    return Optional.of(branch());
  }

  @Override
  default ProjectName project() {
    return branch().project();
  }
}
