package lakebase.state;

import lakebase.model.BranchName;
import lakebase.model.Project;

/** A project and what is known of its branches. */
public record ProjectEntry(Project project, Listing<BranchName, BranchEntry> branches) {

  /** A project of which nothing else is known. */
  public static ProjectEntry of(Project project) {
    return new ProjectEntry(project, Listing.unknown());
  }

  /** The same with the project as the service reports it now. */
  public ProjectEntry withProject(Project now) {
    return new ProjectEntry(now, branches);
  }

  /** The same with other branches. */
  public ProjectEntry withBranches(Listing<BranchName, BranchEntry> now) {
    return new ProjectEntry(project, now);
  }
}
