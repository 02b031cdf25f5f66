package lakebase.ui.shell;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import lakebase.state.AppState;
import lakebase.state.BackgroundTask;
import lakebase.state.BranchEntry;
import lakebase.state.Listing;
import lakebase.state.LoadState;
import lakebase.state.ProjectEntry;
import lakebase.state.Ref;
import lakebase.state.Workspace;

/**
 * What the status bar tells of all workspaces together.
 *
 * @param user who is signed in to the workspace of the selection
 * @param running the number of running tasks
 * @param complete whether every list that was asked for has been read to its end
 * @param load how far the list of projects of the workspace of the selection has been read
 */
record StatusFacts(
    Optional<String> user,
    long running,
    int projects,
    int branches,
    int computes,
    boolean complete,
    LoadState load) {

  /** Of that state. */
  static StatusFacts of(AppState state) {
    Optional<Workspace> current = current(state);
    int projects = 0;
    int branches = 0;
    int computes = 0;
    boolean complete = true;
    for (Workspace workspace : state.workspaces().values()) {
      Collection<ProjectEntry> entries = workspace.inventory().projects().values();
      projects += entries.size();
      complete &= workspace.inventory().projects().isLoaded();
      for (ProjectEntry project : entries) {
        branches += project.branches().items().size();
        complete &= project.branches().isLoaded();
        for (BranchEntry branch : project.branches().values()) {
          computes += branch.endpoints().items().size();
          complete &= branch.endpoints().isLoaded() || branch.branch().metadata().isDeleted();
        }
      }
    }
    return new StatusFacts(
        current.flatMap(StatusFacts::user),
        state.tasks().stream().filter(BackgroundTask::isRunning).count(),
        projects,
        branches,
        computes,
        complete,
        current
            .map(Workspace::inventory)
            .<Listing<?, ?>>map(inventory -> inventory.projects())
            .map(Listing::load)
            .orElse(LoadState.NOT_LOADED));
  }

  /** When the data is from; empty while it was never read. */
  Optional<Instant> asOf() {
    return load instanceof LoadState.Loaded(var asOf) ? Optional.of(asOf) : Optional.empty();
  }

  private static Optional<Workspace> current(AppState state) {
    Ref selection = state.selection();
    return selection == null
        ? state.workspaces().values().stream().findFirst()
        : state.workspace(selection.workspace());
  }

  private static Optional<String> user(Workspace workspace) {
    return workspace.connection() instanceof Workspace.Connection.Connected(var user)
        ? Optional.of(user.userName())
        : Optional.empty();
  }
}
