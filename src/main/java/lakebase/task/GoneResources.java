package lakebase.task;

import java.time.Duration;
import lakebase.api.Sleeper;
import lakebase.model.Project;
import lakebase.model.ResourceName;
import lakebase.state.AppState;
import lakebase.state.Ref;
import lakebase.state.Store;
import lakebase.state.Workspace;
import lakebase.state.WorkspaceId;

/**
 * Marks what turned out to be deleted elsewhere, and takes it out of the inventory after people had
 * time to read so. From any thread.
 */
public final class GoneResources {

  /** How long the mark stands. */
  static final Duration SHOWN = Duration.ofSeconds(4);

  private final Store store;
  private final TaskRunner runner;
  private final Workspaces workspaces;
  private final ResourceReader reader;
  private final Sleeper sleeper;

  /** Marks in that store, for as long as the sleeper sleeps. */
  public GoneResources(
      Store store,
      TaskRunner runner,
      Workspaces workspaces,
      ResourceReader reader,
      Sleeper sleeper) {
    this.store = store;
    this.runner = runner;
    this.workspaces = workspaces;
    this.reader = reader;
    this.sleeper = sleeper;
  }

  /**
   * The service said "not found" about this or something it lives in: finds out which one it was,
   * and marks that. Marks nothing when all are there after all, or when the service does not
   * answer.
   */
  public void check(Ref.OfResource ref) {
    runner.run(
        () -> reader.firstMissing(workspaces.api(ref.workspace()), ref.name()),
        outcome -> {
          if (outcome instanceof Outcome.Success(var missing)) {
            missing.ifPresent(name -> mark(ref.workspace(), name));
          }
        });
  }

  private void mark(WorkspaceId workspace, ResourceName name) {
    store.update(state ->
        state.find(Ref.of(workspace, name)).isEmpty()
            ? state
            : state.changeWorkspace(
                workspace, found -> found.withGone(name, displayName(state, workspace, name))));
    runner.run(
        () -> {
          sleeper.sleep(SHOWN);
          return name;
        },
        _ ->
            store.update(state ->
                state.changeWorkspace(
                    workspace,
                    found -> found.gone().containsKey(name) ? remove(found, name) : found)));
  }

  /** The mark is gone already when the name was made anew meanwhile. */
  private static Workspace remove(Workspace workspace, ResourceName name) {
    return workspace.withInventory(workspace.inventory().without(name)).withoutGone(name);
  }

  private static String displayName(AppState state, WorkspaceId workspace, ResourceName name) {
    return state
        .find(Ref.of(workspace, name))
        .map(known -> known instanceof Project project ? project.displayName() : null)
        .orElse(name.id().value());
  }
}
