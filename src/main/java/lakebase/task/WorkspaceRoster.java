package lakebase.task;

import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import lakebase.api.ApiException;
import lakebase.api.Connections;
import lakebase.api.PostgresApi;
import lakebase.auth.Account;
import lakebase.auth.Session;
import lakebase.auth.SignIns;
import lakebase.disk.WorkspacesFile;
import lakebase.model.ApiFailure;
import lakebase.model.ServiceError;
import lakebase.state.AppState;
import lakebase.state.Inventory;
import lakebase.state.Ref;
import lakebase.state.Store;
import lakebase.state.Workspace;
import lakebase.state.Workspace.Connection;
import lakebase.state.WorkspaceId;
import lakebase.state.WorkspaceSettings;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a session and a client for each workspace but the local one, which needs none. Each starts
 * by itself, with requests of its own, so that one that hangs delays no other. On the FX thread.
 */
public final class WorkspaceRoster implements Roster {

  /** The error code of an address that cannot be one. */
  public static final String BAD_ADDRESS = "BAD_ADDRESS";

  private static final Logger LOG = Logger.getLogger(WorkspaceRoster.class.getName());

  private record Opened(Session session, PostgresApi api) {}

  private final Store store;
  private final TaskRunner runner;
  private final SignIns signIns;
  private final Connections connections;
  private final Clients clients;
  private final InventoryLoader inventories;
  private final ChangeService changes;
  private final InventoryMemory memory;
  private final WorkspacesFile file;
  private final ExecutorService saving;
  private final Clock clock;

  private final Map<WorkspaceId, Session> sessions = new HashMap<>();
  private final Map<WorkspaceId, Job> signingIn = new HashMap<>();
  private Set<WorkspaceId> connected = Set.of();
  private boolean closed;

  /**
   * Connects to nothing before {@link #start}.
   *
   * @param saving writes the file, one write after the other; not shut down by {@link #close}
   */
  public WorkspaceRoster(
      Store store,
      TaskRunner runner,
      SignIns signIns,
      Connections connections,
      Clients clients,
      InventoryLoader inventories,
      ChangeService changes,
      InventoryMemory memory,
      WorkspacesFile file,
      ExecutorService saving,
      Clock clock) {
    this.store = store;
    this.runner = runner;
    this.signIns = signIns;
    this.connections = connections;
    this.clients = clients;
    this.inventories = inventories;
    this.changes = changes;
    this.memory = memory;
    this.file = file;
    this.saving = saving;
    this.clock = clock;
  }

  /** Connects to every workspace of the store; what was known of each is shown meanwhile. */
  public void start() {
    store.watch(WorkspaceRoster::connected, this::met);
    for (Workspace workspace : List.copyOf(store.state().workspaces().values())) {
      start(workspace.id());
    }
  }

  /** Takes the tokens' ends into the store; called now and then. */
  public void lookAtTokens() {
    sessions.forEach((id, session) -> {
      Instant expires = session.expires().orElse(null);
      change(
          id,
          found ->
              Optional.ofNullable(found.tokenExpires()).equals(Optional.ofNullable(expires))
                  ? found
                  : found.withTokenExpires(expires));
    });
  }

  @Override
  public void add(WorkspaceSettings settings) {
    if (store.state().workspace(settings.id()).isPresent()) {
      return;
    }
    store.update(state -> state.withWorkspace(Workspace.of(settings, settings.name())));
    save();
    start(settings.id());
  }

  @Override
  public void change(WorkspaceSettings settings) {
    Workspace before = store.state().workspace(settings.id()).orElse(null);
    if (before == null) {
      return;
    }
    boolean local = settings.id().equals(WorkspaceId.LOCAL);
    change(
        settings.id(),
        found -> {
          Workspace now = found.withSettings(settings);
          return settings.name().isEmpty() ? now : now.withName(settings.name());
        });
    save();
    if (!local && !before.settings().isSameAccount(settings)) {
      restart(settings, !before.settings().host().equals(settings.host()));
    }
  }

  @Override
  public void remove(WorkspaceId id) {
    Workspace removed = store.state().workspace(id).orElse(null);
    if (id.equals(WorkspaceId.LOCAL) || removed == null) {
      return;
    }
    changes.forget(id);
    Session session = end(id);
    memory.forget(id);
    store.update(state -> state.withoutWorkspace(id));
    save();
    runner.run(
        () -> {
          // What is kept for it goes, also when it was never opened.
          try (Session last = session == null ? session(removed.settings()) : session) {
            last.signOut();
          }
          return id;
        },
        _ -> {});
  }

  @Override
  public void setReadOnly(WorkspaceId id, boolean readOnly) {
    change(id, found -> found.withSettings(found.settings().withReadOnly(readOnly)));
    save();
  }

  @Override
  public void signIn(WorkspaceId id) {
    Session session = sessions.get(id);
    if (session == null || signingIn.containsKey(id)) {
      return;
    }
    connection(id, new Connection.SigningIn());
    // Noted first: with a runner that is done at once, the outcome takes it out again.
    signingIn.put(id, () -> {});
    Job job =
        runner.run(
            () -> {
              session.signIn();
              return session;
            },
            outcome -> signedIn(id, outcome));
    signingIn.computeIfPresent(id, (_, _) -> job);
  }

  @Override
  public void cancelSignIn(WorkspaceId id) {
    Job job = signingIn.remove(id);
    if (job != null) {
      job.cancel();
      connection(id, new Connection.SignedOut());
    }
  }

  @Override
  public void signOut(WorkspaceId id) {
    Session session = sessions.get(id);
    if (session == null) {
      return;
    }
    cancelSignIn(id);
    inventories.forget(id);
    change(id, found -> found.withConnection(new Connection.SignedOut()).withTokenExpires(null));
    runner.run(
        () -> {
          session.signOut();
          return id;
        },
        outcome -> {
          if (outcome instanceof Outcome.Failure(var failure)) {
            connection(id, new Connection.Lost(failure, clock.instant()));
          }
        });
  }

  /** Ends every session; forgets nothing. */
  public void close() {
    closed = true;
    signingIn.values().forEach(Job::cancel);
    sessions.values().forEach(Session::close);
    sessions.clear();
  }

  private void start(WorkspaceId id) {
    boolean local = id.equals(WorkspaceId.LOCAL);
    memory.restore(
        id,
        () -> {
          if (!local) {
            store.state().workspace(id).map(Workspace::settings).ifPresent(this::open);
          }
        });
  }

  /** Off the FX thread, because the first session loads what all of them need. */
  private void open(WorkspaceSettings settings) {
    runner.run(
        () -> opening(settings),
        outcome -> {
          switch (outcome) {
            case Outcome.Success<Opened>(var opened) -> opened(settings, opened);
            case Outcome.Failure<Opened>(var failure) ->
                connection(settings.id(), new Connection.Lost(failure, clock.instant()));
          }
        });
  }

  private void opened(WorkspaceSettings settings, Opened opened) {
    WorkspaceId id = settings.id();
    boolean wanted =
        store
            .state()
            .workspace(id)
            .filter(now -> now.settings().isSameAccount(settings))
            .isPresent();
    if (closed || !wanted || sessions.containsKey(id)) {
      opened.session.close();
      return;
    }
    sessions.put(id, opened.session);
    clients.put(id, opened.api);
    inventories.load(Ref.of(id));
  }

  private Session session(WorkspaceSettings settings) {
    return signIns.open(
        new Account(
            settings.id().value(),
            URI.create(settings.host()),
            settings.signIn(),
            certificates(settings)));
  }

  private static @Nullable Path certificates(WorkspaceSettings settings) {
    return settings.certificates().isEmpty() ? null : Path.of(settings.certificates());
  }

  private Opened opening(WorkspaceSettings settings) {
    try {
      Session session = session(settings);
      URI host = URI.create(settings.host());
      return new Opened(
          session, connections.to(settings.id().value(), host, certificates(settings), session));
    } catch (IllegalArgumentException bad) {
      ServiceError error =
          new ServiceError(BAD_ADDRESS, String.valueOf(bad.getMessage()), List.of(), null);
      throw new ApiException(
          new ApiFailure.Network(new ApiFailure.Details(0, error, settings.host())));
    }
  }

  private void signedIn(WorkspaceId id, Outcome<Session> outcome) {
    signingIn.remove(id);
    switch (outcome) {
      case Outcome.Success<Session> _ -> {
        connection(id, new Connection.Connecting());
        inventories.load(Ref.of(id));
      }
      case Outcome.Failure<Session>(var failure) ->
          connection(id, new Connection.Lost(failure, clock.instant()));
    }
  }

  /** The old session ends, and a new one begins. */
  private void restart(WorkspaceSettings settings, boolean elsewhere) {
    WorkspaceId id = settings.id();
    if (elsewhere) {
      // What was asked for there is not sent to another host, nor looked for at it.
      changes.forget(id);
    }
    Session old = end(id);
    if (old != null) {
      old.close();
    }
    if (elsewhere) {
      inventories.clear(id);
      memory.forget(id);
    }
    change(
        id,
        found -> {
          Workspace now =
              found
                  .withAddress(settings.host())
                  .withConnection(new Connection.Connecting())
                  .withTokenExpires(null);
          return elsewhere ? now.withInventory(Inventory.EMPTY) : now;
        });
    open(settings);
  }

  /** Asks nothing more of it; its session, if it had one, is the caller's to close. */
  private @Nullable Session end(WorkspaceId id) {
    Job job = signingIn.remove(id);
    if (job != null) {
      job.cancel();
    }
    inventories.forget(id);
    clients.remove(id);
    return sessions.remove(id);
  }

  /** What ran there goes on being followed once a workspace answers. */
  private void met(Set<WorkspaceId> now) {
    Set<WorkspaceId> fresh = new HashSet<>(now);
    fresh.removeAll(connected);
    connected = now;
    fresh.forEach(changes::resume);
    if (!fresh.isEmpty()) {
      lookAtTokens();
    }
  }

  private static Set<WorkspaceId> connected(AppState state) {
    return state.workspaces().values().stream()
        .filter(workspace -> workspace.connection() instanceof Connection.Connected)
        .map(Workspace::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  private void connection(WorkspaceId id, Connection now) {
    change(id, found -> found.withConnection(now));
  }

  private void change(WorkspaceId id, UnaryOperator<Workspace> change) {
    store.update(state -> state.changeWorkspace(id, change));
  }

  private void save() {
    saving.execute(() -> {
      try {
        file.save(
            () -> store.state().workspaces().values().stream().map(Workspace::settings).toList());
      } catch (UncheckedIOException failed) {
        LOG.log(Level.WARNING, "The workspaces are not kept: {0}", failed.toString());
      }
    });
  }
}
