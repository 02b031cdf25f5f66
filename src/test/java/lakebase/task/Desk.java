package lakebase.task;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import lakebase.disk.RunningOperations;
import lakebase.disk.TaskHistory;
import lakebase.model.Change;
import lakebase.model.Operation;
import lakebase.model.Resource;
import lakebase.model.ResourceName;
import lakebase.state.AppState;
import lakebase.state.BackgroundTask;
import lakebase.state.Inventory;
import lakebase.state.Ref;
import lakebase.state.Settings;
import lakebase.state.Store;
import lakebase.state.Workspace;
import lakebase.state.WorkspaceId;

/** Everything that changes are made with, wired as the console wires it, on fake time. */
final class Desk {

  final FakeTime time = new FakeTime();
  final Store store =
      new Store(
          AppState.initial(Settings.DEFAULT)
              .withWorkspace(Workspace.of(WorkspaceId.LOCAL, "Local workspace")),
          Runnable::run);
  final InMemoryApi api;
  final List<Outcome<Operation>> accepted = new ArrayList<>();
  final List<BackgroundTask.Progress> seen = new ArrayList<>();
  final List<Ref.OfResource> notFound = new ArrayList<>();
  final UsualDurations usual;
  final ChangeService changes;

  Desk(Path config, InMemoryApi api, TaskRunner runner) {
    this.api = api;
    this.usual = new UsualDurations(new TaskHistory(config));
    Workspaces workspaces = _ -> api;
    OperationPoller poller = new OperationPoller(time, time, jitterless());
    this.changes =
        new ChangeService(
            store,
            runner,
            workspaces,
            poller,
            notFound::add,
            new RunningOperations(config),
            usual,
            time);
    store.watch(
        state -> state.tasks().stream().limit(1).map(BackgroundTask::progress).toList(),
        seen::addAll);
  }

  /** A generator whose jitter is none. */
  static RandomGenerator jitterless() {
    return () -> 1L << 63;
  }

  void submit(Change change) {
    changes.submit(WorkspaceId.LOCAL, change, "title", accepted::add);
  }

  BackgroundTask task() {
    return store.state().tasks().getFirst();
  }

  Inventory inventory() {
    return workspace().inventory();
  }

  Workspace workspace() {
    return store.state().workspace(WorkspaceId.LOCAL).orElseThrow();
  }

  boolean knows(ResourceName name) {
    return inventory().find(name).isPresent();
  }

  /** Puts into the inventory what the service has of these. */
  Desk knowing(Resource... resources) {
    for (Resource resource : resources) {
      api.put(resource);
      store.update(
          state -> state.changeInventory(WorkspaceId.LOCAL, inventory -> inventory.with(resource)));
    }
    return this;
  }
}
