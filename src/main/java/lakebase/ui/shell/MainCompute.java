package lakebase.ui.shell;

import java.util.Optional;
import lakebase.model.BranchName;
import lakebase.model.Endpoint;
import lakebase.model.EndpointName;
import lakebase.model.ProjectName;
import lakebase.state.AppState;
import lakebase.state.BranchEntry;
import lakebase.state.Inventory;
import lakebase.state.ProjectEntry;
import lakebase.state.Ref;
import lakebase.state.Workspace;

/** The compute that people mean when they select something. */
final class MainCompute {

  private MainCompute() {}

  /**
   * The compute itself; of a branch the one that takes writes; of a project that of its default
   * branch. Empty where there is none, or it is not known.
   */
  static Optional<Ref.OfResource> of(AppState state, Ref.OfResource ref) {
    Optional<Inventory> inventory = state.workspace(ref.workspace()).map(Workspace::inventory);
    Optional<EndpointName> name =
        switch (ref.name()) {
          case EndpointName compute ->
              inventory.flatMap(all -> all.endpoint(compute)).map(Endpoint::name);
          case BranchName branch ->
              inventory.flatMap(all -> all.branch(branch)).flatMap(MainCompute::ofBranch);
          case ProjectName project ->
              inventory.flatMap(all -> all.project(project)).flatMap(MainCompute::ofProject);
          default -> Optional.empty();
        };
    return name.map(found -> Ref.of(ref.workspace(), found));
  }

  private static Optional<EndpointName> ofProject(ProjectEntry project) {
    return project.branches().values().stream()
        .filter(entry -> entry.branch().facts().isDefault())
        .findFirst()
        .flatMap(MainCompute::ofBranch);
  }

  private static Optional<EndpointName> ofBranch(BranchEntry branch) {
    return branch.endpoints().values().stream()
        .filter(Endpoint::isReadWrite)
        .map(Endpoint::name)
        .findFirst();
  }
}
