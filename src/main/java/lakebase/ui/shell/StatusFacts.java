package lakebase.ui.shell;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import lakebase.model.ProjectName;
import lakebase.state.AppState;
import lakebase.state.BackgroundTask;
import lakebase.state.Inventory;
import lakebase.state.Listing;
import lakebase.state.LoadState;
import lakebase.state.ProjectEntry;
import lakebase.state.Ref;
import lakebase.state.Workspace;
import lakebase.ui.Standing;

/**
 * What the status bar tells of all workspaces together.
 *
 * @param current the workspace of the selection
 * @param needy the workspaces that need a sign-in, though nobody signed out of them
 * @param running the number of running tasks
 * @param counts how much is known
 * @param load how far the list of projects of the workspace of the selection has been read
 */
record StatusFacts(
    Optional<Workspace> current,
    List<Workspace> needy,
    long running,
    Counter.Counts counts,
    LoadState load) {

  /** Of that state, as counted by that counter. */
  static StatusFacts of(AppState state, Counter counter) {
    Optional<Workspace> current = current(state);
    return new StatusFacts(
        current.map(StatusFacts::withoutInventory),
        state.workspaces().values().stream()
            .filter(StatusFacts::needsSignIn)
            .map(StatusFacts::withoutInventory)
            .toList(),
        state.tasks().stream().filter(BackgroundTask::isRunning).count(),
        counter.count(state),
        current
            .map(Workspace::inventory)
            .<Listing<?, ?>>map(inventory -> inventory.projects())
            .map(Listing::load)
            .orElse(LoadState.NOT_LOADED));
  }

  /** Nobody looks at everything in it with each update, only at how it stands. */
  private static Workspace withoutInventory(Workspace workspace) {
    Listing<ProjectName, ProjectEntry> projects = workspace.inventory().projects();
    return workspace.withInventory(
        new Inventory(new Listing<>(Map.of(), projects.load(), projects.asOf())));
  }

  private static boolean needsSignIn(Workspace workspace) {
    return workspace.connection() instanceof Workspace.Connection.Lost
        && Standing.of(workspace) == Standing.SIGNED_OUT;
  }

  private static Optional<Workspace> current(AppState state) {
    Ref selection = state.selection();
    return selection == null
        ? state.workspaces().values().stream().findFirst()
        : state.workspace(selection.workspace());
  }
}
