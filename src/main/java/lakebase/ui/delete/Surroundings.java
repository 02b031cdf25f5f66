package lakebase.ui.delete;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lakebase.api.PostgresApi;
import lakebase.model.Branch;
import lakebase.model.BranchName;
import lakebase.model.ProjectName;
import lakebase.model.ResourceName;
import lakebase.state.BranchEntry;
import lakebase.state.ProjectEntry;
import lakebase.state.Workspace;

/**
 * What lives in and around a resource that shall be deleted.
 *
 * @param branches the living branches of its project
 * @param computes how many computes the resource has in all
 * @param isComplete whether that is all there is, as far as the service said
 */
record Surroundings(List<Branch> branches, int computes, boolean isComplete) {

  /** Nothing could be read. */
  static final Surroundings UNKNOWN = new Surroundings(List.of(), 0, false);

  Surroundings {
    branches = List.copyOf(branches);
  }

  /** What the store knows; empty unless it is all there is. */
  static Optional<Surroundings> known(Workspace workspace, ResourceName name) {
    return workspace
        .inventory()
        .project(name.project())
        .filter(entry -> entry.branches().isLoaded())
        .flatMap(entry -> known(entry, name));
  }

  private static Optional<Surroundings> known(ProjectEntry entry, ResourceName name) {
    List<BranchEntry> living =
        entry.branches().values().stream()
            .filter(one -> !one.branch().metadata().isDeleted())
            .toList();
    List<BranchEntry> within =
        living.stream().filter(one -> one.branch().name().isWithin(name)).toList();
    if (!within.stream().allMatch(one -> one.endpoints().isLoaded())) {
      return Optional.empty();
    }
    int computes = within.stream().mapToInt(one -> one.endpoints().values().size()).sum();
    return Optional.of(
        new Surroundings(living.stream().map(BranchEntry::branch).toList(), computes, true));
  }

  /**
   * Asks the service; blocks.
   *
   * @throws lakebase.api.ApiException when a call fails
   */
  static Surroundings read(PostgresApi api, ResourceName name) throws InterruptedException {
    ProjectName project = name.project();
    List<Branch> branches = api.listBranches(project, false).all();
    int computes = 0;
    for (BranchName branch : within(branches, name)) {
      computes += api.listEndpoints(branch).all().size();
    }
    return new Surroundings(branches, computes, true);
  }

  private static List<BranchName> within(List<Branch> branches, ResourceName name) {
    List<BranchName> found = new ArrayList<>();
    branches.stream().map(Branch::name).filter(one -> one.isWithin(name)).forEach(found::add);
    return found;
  }
}
