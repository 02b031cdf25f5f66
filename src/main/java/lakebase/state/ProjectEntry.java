package lakebase.state;

import java.util.Optional;
import lakebase.model.Branch;
import lakebase.model.BranchName;
import lakebase.model.Project;

/** A project and what is known of its branches, and of who may use it. */
public record ProjectEntry(
    Project project, Listing<BranchName, BranchEntry> branches, Access access) {

  /** A project of whose access nothing is known. */
  public ProjectEntry(Project project, Listing<BranchName, BranchEntry> branches) {
    this(project, branches, Access.UNKNOWN);
  }

  /** A project of which nothing else is known. */
  public static ProjectEntry of(Project project) {
    return new ProjectEntry(project, Listing.unknown());
  }

  /** The branch that new ones are usually taken from; empty while it is not known. */
  public Optional<BranchName> defaultBranch() {
    return Optional.ofNullable(project.spec().defaultBranch())
        .or(() ->
            branches.values().stream()
                .map(BranchEntry::branch)
                .filter(branch -> branch.facts().isDefault())
                .findFirst()
                .map(Branch::name));
  }

  /** The same with the project as the service reports it now. */
  public ProjectEntry withProject(Project now) {
    return new ProjectEntry(now, branches, access);
  }

  /** The same with other branches. */
  public ProjectEntry withBranches(Listing<BranchName, BranchEntry> now) {
    return new ProjectEntry(project, now, access);
  }

  /** The same with another access. */
  public ProjectEntry withAccess(Access now) {
    return new ProjectEntry(project, branches, now);
  }
}
