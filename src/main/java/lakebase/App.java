package lakebase;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.random.RandomGenerator;
import javafx.stage.Stage;
import lakebase.api.Connections;
import lakebase.api.Pacing;
import lakebase.disk.RunningOperations;
import lakebase.disk.SettingsFile;
import lakebase.disk.TaskHistory;
import lakebase.local.LocalWorkspace;
import lakebase.local.LocalWorkspaceOptions;
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
import lakebase.task.UsualDurations;
import lakebase.task.VirtualTaskRunner;
import lakebase.task.Workspaces;
import lakebase.ui.Texts;
import lakebase.ui.shell.ConsoleFeatures;
import lakebase.ui.shell.ConsoleWindow;
import lakebase.ui.shell.Services;
import lakebase.ui.shell.Shell;
import org.jspecify.annotations.Nullable;

/**
 * The composition root: every object of the console is built here, by constructor. Made and closed
 * on the FX thread.
 */
public final class App implements AutoCloseable {

  private final Clock clock = Clock.system(ZoneId.systemDefault());
  private final FxExecutor fx = new FxExecutor();
  private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
  private final ExecutorService saving =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("settings").factory());
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("timer").factory());
  private final Connections connections = new Connections(Pacing.standard());
  private final Clients clients = new Clients();
  private final VirtualTaskRunner runner = new VirtualTaskRunner(fx);
  private final Store store;
  private final InventoryLoader inventories;
  private final ChangeService changes;
  private final LocalStart local;
  private final ConsoleWindow window;
  private boolean closed;

  /**
   * A console that is not shown yet.
   *
   * @param directories where it keeps its files
   * @param locale the language where the settings name none
   * @param settings what it starts with; as it was left, when absent
   * @param workspace how the local workspace is started
   * @param stage the window
   */
  public App(
      Directories directories,
      Locale locale,
      @Nullable Settings settings,
      LocalWorkspaceOptions workspace,
      Stage stage) {
    SettingsFile file = new SettingsFile(directories.config());
    Settings initial = settings == null ? file.load() : settings;
    store =
        new Store(
            AppState.initial(initial)
                .withWorkspace(Workspace.of(WorkspaceId.LOCAL, localName(initial, locale)))
                .selectFirst(),
            fx);
    store.watch(
        state -> ConsoleWindow.locale(state.settings(), locale),
        _ ->
            store.update(state ->
                state.changeWorkspace(
                    WorkspaceId.LOCAL,
                    found -> found.withName(localName(state.settings(), locale)))));
    inventories =
        new InventoryLoader(
            store, clients, calls, Delay.by(timer), clock, InventoryLoader.DEFAULT_IN_FLIGHT);
    changes = changes(directories);
    local = new LocalStart(workspace, store, runner, inventories, this::connect);
    Services services = new Services(store, changes, local, runner, clients, clock);
    window =
        new ConsoleWindow(
            stage,
            store,
            locale,
            texts -> new Shell(services, texts, new ConsoleFeatures()),
            now -> saving.execute(() -> file.save(now)),
            this::close);
  }

  /** Shows the window at once, and starts the local workspace in the background. */
  public void open() {
    window.open();
    local.load(Ref.of(WorkspaceId.LOCAL));
  }

  /** What it knows, and is told to know. */
  public Store store() {
    return store;
  }

  /** The clients that it asks its workspaces by; each has the journal of all requests. */
  public Workspaces workspaces() {
    return clients;
  }

  /** Ends everything that it started; its window, too. A second call does nothing. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    window.close();
    inventories.close();
    runner.close();
    calls.shutdownNow();
    timer.shutdownNow();
    connections.close();
    local.close();
    saving.close();
  }

  /** In the language of those settings. */
  private static String localName(Settings settings, Locale locale) {
    return new Texts(ConsoleWindow.locale(settings, locale)).get("workspace.local");
  }

  private ChangeService changes(Directories directories) {
    return new ChangeService(
        store,
        runner,
        clients,
        new OperationPoller(clock, Thread::sleep, RandomGenerator.getDefault()),
        inventories::findMissing,
        new RunningOperations(directories.config()),
        new UsualDurations(new TaskHistory(directories.config())),
        clock);
  }

  private void connect(LocalWorkspace workspace) {
    Secret token = workspace.token();
    clients.put(WorkspaceId.LOCAL, connections.to(workspace.baseUri(), () -> token));
    store.update(state ->
        state.changeWorkspace(
            WorkspaceId.LOCAL, found -> found.withAddress(workspace.baseUri().toString())));
    changes.resume(WorkspaceId.LOCAL);
  }
}
