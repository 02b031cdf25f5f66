package lakebase.bench;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.random.RandomGenerator;
import javafx.scene.control.TreeView;
import javafx.stage.Stage;
import lakebase.api.Connections;
import lakebase.api.Pacing;
import lakebase.api.PostgresApi;
import lakebase.connect.Trust;
import lakebase.disk.RunningOperations;
import lakebase.disk.TaskHistory;
import lakebase.model.Secret;
import lakebase.state.AppState;
import lakebase.state.Ref;
import lakebase.state.Settings;
import lakebase.state.Store;
import lakebase.state.Workspace;
import lakebase.state.WorkspaceId;
import lakebase.task.ChangeService;
import lakebase.task.Delay;
import lakebase.task.FxExecutor;
import lakebase.task.InventoryLoader;
import lakebase.task.OperationPoller;
import lakebase.task.Roster;
import lakebase.task.UsualDurations;
import lakebase.task.VirtualTaskRunner;
import lakebase.task.Workspaces;
import lakebase.testkit.RecordedRoster;
import lakebase.ui.UiContext;
import lakebase.ui.WorkspaceDialogs;
import lakebase.ui.connect.ConnectServices;
import lakebase.ui.dialog.DialogHost;
import lakebase.ui.shell.ConsoleFeatures;
import lakebase.ui.shell.ConsoleWindow;
import lakebase.ui.shell.Services;
import lakebase.ui.shell.Shell;

/** The console's own parts on a server in another process. For the FX thread. */
final class BenchConsole implements AutoCloseable {

  /** Nobody changes which workspaces there are. */
  private static final Roster NO_ROSTER =
      new RecordedRoster(call -> {
        throw new IllegalStateException(call);
      });

  private final FxExecutor fx = new FxExecutor();
  private final Clock clock = Clock.systemUTC();
  private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("timer").factory());
  private final Connections connections = new Connections(Pacing.standard());
  private final VirtualTaskRunner runner = new VirtualTaskRunner(fx);
  private final Stage stage = new Stage();
  private final Arrival arrival = new Arrival();
  private final PostgresApi api;
  private final Store store;
  private final InventoryLoader inventories;
  private final Gate gate;
  private final ConsoleWindow window;

  BenchConsole(URI server, Secret token, Path config) {
    api = connections.to(server, () -> token);
    PostgresApi watched = arrival.watching(api);
    Workspaces workspaces = _ -> watched;
    store =
        new Store(
            AppState.initial(Settings.DEFAULT)
                .withWorkspace(Workspace.of(WorkspaceId.LOCAL, "Benchmark")),
            fx);
    inventories =
        new InventoryLoader(
            store, workspaces, calls, Delay.by(timer), clock, InventoryLoader.DEFAULT_IN_FLIGHT);
    gate = new Gate(inventories);
    ChangeService changes =
        new ChangeService(
            store,
            runner,
            workspaces,
            new OperationPoller(clock, Thread::sleep, RandomGenerator.getDefault()),
            inventories::findMissing,
            new RunningOperations(config),
            new UsualDurations(new TaskHistory(config)),
            clock);
    Services services = new Services(store, changes, gate, runner, workspaces, NO_ROSTER, clock);
    ConnectServices connect = ConnectServices.ofThisMachine(clock, _ -> Trust.SYSTEM, fx);
    window =
        new ConsoleWindow(
            stage,
            store,
            Locale.ENGLISH,
            texts ->
                new Shell(
                    services,
                    texts,
                    new ConsoleFeatures(NO_ROSTER, BenchConsole::noDialogs, connect)),
            _ -> {},
            () -> {});
  }

  private static WorkspaceDialogs noDialogs(UiContext context, DialogHost host) {
    throw new IllegalStateException("the benchmark opens no dialogs");
  }

  /** Shows the window; nothing is read yet. */
  void open() {
    window.open();
  }

  /** Reads everything. */
  void load() {
    gate.openUp();
    gate.load(Ref.of(WorkspaceId.LOCAL));
  }

  FxExecutor fx() {
    return fx;
  }

  Arrival arrival() {
    return arrival;
  }

  PostgresApi api() {
    return api;
  }

  Store store() {
    return store;
  }

  Stage stage() {
    return stage;
  }

  /** The tree of the window, once that is open. */
  TreeView<?> tree() {
    return (TreeView<?>) stage.getScene().lookup("#tree");
  }

  @Override
  public void close() {
    window.close();
    inventories.close();
    runner.close();
    calls.shutdownNow();
    timer.shutdownNow();
    connections.close();
  }
}
