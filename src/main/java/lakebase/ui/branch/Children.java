package lakebase.ui.branch;

import java.util.List;
import java.util.stream.Stream;
import lakebase.model.Branch;
import lakebase.model.BranchName;
import lakebase.model.BranchSource;
import lakebase.model.ProjectName;
import lakebase.state.BranchEntry;
import lakebase.state.WorkspaceId;
import lakebase.ui.UiContext;

/** What is known of a project's branches and of who was taken from whom. */
final class Children {

  private Children() {}

  /** The ids of the living branches that were taken from that one. */
  static List<String> of(UiContext context, WorkspaceId workspace, BranchName parent) {
    return living(context, workspace, parent.project())
        .filter(branch -> {
          BranchSource source = branch.facts().source();
          return source != null && source.branch().equals(parent);
        })
        .map(branch -> branch.name().id().value())
        .toList();
  }

  /** The branches that are not deleted, as far as known. */
  static Stream<Branch> living(UiContext context, WorkspaceId workspace, ProjectName project) {
    return context
        .store()
        .state()
        .workspace(workspace)
        .flatMap(found -> found.inventory().project(project))
        .stream()
        .flatMap(entry -> entry.branches().values().stream())
        .map(BranchEntry::branch)
        .filter(branch -> !branch.metadata().isDeleted());
  }
}
