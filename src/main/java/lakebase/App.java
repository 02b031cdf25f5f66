package lakebase;

import java.nio.file.Path;
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
import lakebase.auth.SignIns;
import lakebase.connect.Trust;
import lakebase.disk.InventoryFiles;
import lakebase.disk.RunningOperations;
import lakebase.disk.SettingsFile;
import lakebase.disk.TaskHistory;
import lakebase.disk.WorkspacesFile;
import lakebase.local.LocalWorkspace;
import lakebase.local.LocalWorkspaceOptions;
import lakebase.model.Secret;
import lakebase.state.Ref;
import lakebase.state.Settings;
import lakebase.state.Store;
import lakebase.state.Workspace;
import lakebase.state.WorkspaceId;
import lakebase.task.ChangeService;
import lakebase.task.Changes;
import lakebase.task.Clients;
import lakebase.task.Delay;
import lakebase.task.FxExecutor;
import lakebase.task.InventoryLoader;
import lakebase.task.InventoryMemory;
import lakebase.task.OperationPoller;
import lakebase.task.Reconnection;
import lakebase.task.Roster;
import lakebase.task.UsualDurations;
import lakebase.task.VirtualTaskRunner;
import lakebase.task.WorkspaceRoster;
import lakebase.task.Workspaces;
import lakebase.ui.Texts;
import lakebase.ui.connect.ConnectServices;
import lakebase.ui.connect.PortKeeper;
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
  private final VirtualTaskRunner runner = new VirtualTaskRunner(fx);
  private final Store store;
  private final Clients clients;
  private final InventoryLoader inventories;
  private final ChangeService changes;
  private final LocalStart local;
  private final InventoryMemory memory;
  private final WorkspaceRoster roster;
  private final Reconnection reconnection;
  private final WorkspacesFile.Content found;
  private final ConnectServices connect;
  private final ConsoleWindow window;
  private final Thread ending = Thread.ofPlatform().name("app-shutdown").unstarted(this::endAtOnce);
  private boolean closed;

  /**
   * A console that is not shown yet.
   *
   * @param directories where it keeps its files
   * @param locale the language where the settings name none
   * @param settings what it starts with; as it was left, when absent
   * @param workspace how the local workspace is started
   * @param access how it signs in to the others, and adds them
   * @param stage the window
   */
  public App(
      Directories directories,
      Locale locale,
      @Nullable Settings settings,
      LocalWorkspaceOptions workspace,
      Access access,
      Stage stage) {
    SettingsFile file = new SettingsFile(directories.config());
    Settings initial = settings == null ? file.load() : settings;
    WorkspacesFile workspaces = new WorkspacesFile(directories.config());
    found = workspaces.load();
    store = new Store(FirstState.of(initial, found, localName(initial, locale)), fx);
    clients = new Clients(this::isLocked);
    followLanguage(locale);
    Delay delay = Delay.by(timer);
    inventories =
        new InventoryLoader(store, clients, calls, delay, clock, InventoryLoader.DEFAULT_IN_FLIGHT);
    changes = changes(directories);
    memory =
        new InventoryMemory(
            store, new InventoryFiles(directories.cache()), runner, saving, delay, clock);
    roster = roster(access.signIns(connections, () -> texts(locale)), workspaces);
    reconnection = new Reconnection(store, inventories, roster::lookAtTokens, delay);
    local = new LocalStart(workspace, store, runner, inventories, clock, this::connect);
    Services services = new Services(store, changes, local, runner, clients, roster, clock);
    Path authority = workspace.directory().resolve("certificates").resolve("ca.crt");
    connect = ConnectServices.ofThisMachine(clock, id -> trust(id, authority), fx);
    window =
        new ConsoleWindow(
            stage,
            store,
            locale,
            texts -> new Shell(services, texts, features(access)),
            now -> saving.execute(() -> file.save(now)),
            this::close);
  }

  /** Shows the window at once, with what was known last, and connects in the background. */
  public void open() {
    Runtime.getRuntime().addShutdownHook(ending);
    window.open();
    memory.start();
    roster.start();
    reconnection.start();
    new PortKeeper(store, connect).start();
    local.load(Ref.of(WorkspaceId.LOCAL));
    if (found.strange() > 0 || found.aside().isPresent()) {
      window.show(texts -> WorkspacesTrouble.of(texts, found));
    }
  }

  /** What it knows, and is told to know. */
  public Store store() {
    return store;
  }

  /** The clients that it asks its workspaces by; each has the journal of all requests. */
  public Workspaces workspaces() {
    return clients;
  }

  /** The workspaces that it has. */
  public Roster roster() {
    return roster;
  }

  /** The one way to change something. */
  public Changes changes() {
    return changes;
  }

  /**
   * Ends what would outlive this process when it is told to end, by a signal or at the end of a
   * session: the servers of the local workspace, and files that hold a token. Any thread; blocks.
   */
  private void endAtOnce() {
    connect.close();
    runner.close();
    local.close();
  }

  /** Ends everything that it started; its window, too. A second call does nothing. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    window.close();
    connect.close();
    memory.close();
    reconnection.close();
    roster.close();
    inventories.close();
    runner.close();
    calls.shutdownNow();
    timer.shutdownNow();
    connections.close();
    local.close();
    saving.close();
    try {
      Runtime.getRuntime().removeShutdownHook(ending);
    } catch (IllegalStateException _) {
      // The process is ending, and that thread runs.
    }
  }

  private WorkspaceRoster roster(SignIns signIns, WorkspacesFile workspaces) {
    return new WorkspaceRoster(
        store,
        runner,
        signIns,
        connections,
        clients,
        inventories,
        changes,
        memory,
        workspaces,
        saving,
        clock);
  }

  private ConsoleFeatures features(Access access) {
    return new ConsoleFeatures(
        roster, (context, host) -> access.dialogs(context, host, roster, connections), connect);
  }

  /** Whom the computes of that workspace are trusted by. */
  private Trust trust(WorkspaceId id, Path localAuthority) {
    if (id.equals(WorkspaceId.LOCAL)) {
      return Trust.only(localAuthority);
    }
    String file =
        store.state().workspace(id).map(found -> found.settings().certificates()).orElse("");
    return file.isEmpty() ? Trust.SYSTEM : Trust.systemAnd(Path.of(file));
  }

  private Texts texts(Locale locale) {
    return new Texts(ConsoleWindow.locale(store.state().settings(), locale));
  }

  private boolean isLocked(WorkspaceId id) {
    return store.state().workspace(id).map(Workspace::isReadOnly).orElse(false);
  }

  /** A local workspace that a person gave no name is named in the language in use. */
  private void followLanguage(Locale locale) {
    store.watch(
        state -> ConsoleWindow.locale(state.settings(), locale),
        _ ->
            store.update(state ->
                state.changeWorkspace(
                    WorkspaceId.LOCAL,
                    workspace ->
                        workspace.settings().name().isEmpty()
                            ? workspace.withName(localName(state.settings(), locale))
                            : workspace)));
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
            WorkspaceId.LOCAL, here -> here.withAddress(workspace.baseUri().toString())));
  }
}
