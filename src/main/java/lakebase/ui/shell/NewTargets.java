package lakebase.ui.shell;

import java.util.Optional;
import lakebase.model.BranchName;
import lakebase.model.EndpointName;
import lakebase.model.ResourceKind;
import lakebase.model.ResourceName;
import lakebase.state.AppState;
import lakebase.state.BranchEntry;
import lakebase.state.ProjectEntry;
import lakebase.state.Ref;
import lakebase.state.Workspace;
import lakebase.state.WorkspaceId;
import org.jspecify.annotations.Nullable;

/**
 * What can be created where, by what is selected.
 *
 * @param workspace takes a new project; absent where none answers
 * @param parent the branch to branch from; absent where no project is selected
 * @param branch takes a new compute, role or database; absent where no branch is selected
 * @param usual what most likely goes where the selection is: what the page of a branch offers first
 */
record NewTargets(
    Optional<WorkspaceId> workspace,
    Optional<BranchName> parent,
    Optional<BranchName> branch,
    ResourceKind usual) {

  /** By the selection of that state. */
  static NewTargets of(AppState state) {
    Ref selection = state.selection();
    Optional<Workspace> workspace =
        (selection == null
                ? state.workspaces().values().stream().findFirst()
                : state.workspace(selection.workspace()))
            .filter(found -> found.connection() instanceof Workspace.Connection.Connected);
    Optional<ResourceName> name =
        workspace.flatMap(_ ->
            selection instanceof Ref.OfResource(var _, var selected)
                ? Optional.of(selected)
                : Optional.empty());
    Optional<BranchName> branch =
        name.flatMap(NewTargets::branchOf)
            .filter(found -> workspace.flatMap(there -> live(there, found)).isPresent());
    Optional<BranchName> parent =
        branch
            .filter(found -> workspace.filter(there -> expires(there, found)).isEmpty())
            .or(() -> workspace.flatMap(there -> name.flatMap(of -> root(there, of))));
    return new NewTargets(
        workspace.map(Workspace::id), parent, branch, usual(name.orElse(null), parent, branch));
  }

  /** A branch takes branches, unless it expires; what is selected in it takes its siblings. */
  private static ResourceKind usual(
      @Nullable ResourceName selected, Optional<BranchName> parent, Optional<BranchName> branch) {
    boolean takesBranches = selected instanceof BranchName && parent.equals(branch);
    if (branch.isPresent() && !takesBranches) {
      return ResourceKind.ENDPOINT;
    }
    return parent.isPresent() ? ResourceKind.BRANCH : ResourceKind.PROJECT;
  }

  private static Optional<BranchName> branchOf(ResourceName name) {
    return switch (name) {
      case BranchName branch -> Optional.of(branch);
      case EndpointName endpoint -> Optional.of(endpoint.branch());
      default -> Optional.empty();
    };
  }

  private static Optional<BranchEntry> live(Workspace workspace, BranchName name) {
    return workspace
        .inventory()
        .branch(name)
        .filter(entry -> !entry.branch().metadata().isDeleted());
  }

  /** Such a branch takes no children. */
  private static boolean expires(Workspace workspace, BranchName name) {
    return live(workspace, name).filter(entry -> entry.branch().spec().expires()).isPresent();
  }

  /** The branch that a project's branches are usually taken from. */
  private static Optional<BranchName> root(Workspace workspace, ResourceName name) {
    return workspace
        .inventory()
        .project(name.project())
        .filter(entry -> !entry.project().metadata().isDeleted())
        .flatMap(ProjectEntry::defaultBranch);
  }
}
