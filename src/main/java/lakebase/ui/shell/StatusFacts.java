package lakebase.ui.shell;

import java.time.Instant;
import java.util.Optional;
import lakebase.state.AppState;
import lakebase.state.BackgroundTask;
import lakebase.state.Listing;
import lakebase.state.LoadState;
import lakebase.state.Ref;
import lakebase.state.Workspace;

/**
 * What the status bar tells of all workspaces together.
 *
 * @param user who is signed in to the workspace of the selection
 * @param running the number of running tasks
 * @param counts how much is known
 * @param load how far the list of projects of the workspace of the selection has been read
 */
record StatusFacts(Optional<String> user, long running, Counter.Counts counts, LoadState load) {

  /** Of that state, as counted by that counter. */
  static StatusFacts of(AppState state, Counter counter) {
    Optional<Workspace> current = current(state);
    return new StatusFacts(
        current.flatMap(StatusFacts::user),
        state.tasks().stream().filter(BackgroundTask::isRunning).count(),
        counter.count(state),
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
