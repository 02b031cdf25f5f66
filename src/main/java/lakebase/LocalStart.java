package lakebase;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import lakebase.api.ApiException;
import lakebase.local.LocalWorkspace;
import lakebase.local.LocalWorkspaceOptions;
import lakebase.local.store.LedgerException;
import lakebase.model.ApiFailure;
import lakebase.model.ServiceError;
import lakebase.state.Ref;
import lakebase.state.Store;
import lakebase.state.Workspace.Connection;
import lakebase.state.WorkspaceId;
import lakebase.task.Inventories;
import lakebase.task.Outcome;
import lakebase.task.TaskRunner;
import org.jspecify.annotations.Nullable;

/**
 * Starts the local workspace in the background, and again when it is asked for after a failure, for
 * example because another console holds its directory. Until it runs nothing is read from it. For
 * the FX thread.
 */
final class LocalStart implements Inventories, AutoCloseable {

  private static final String REQUEST = "local workspace";
  private static final String IN_USE = "LOCAL_WORKSPACE_IN_USE";
  private static final String NOT_STARTED = "LOCAL_WORKSPACE_NOT_STARTED";

  private final LocalWorkspaceOptions options;
  private final Store store;
  private final TaskRunner runner;
  private final Inventories inventories;
  private final Clock clock;
  private final Consumer<LocalWorkspace> started;
  private final AtomicReference<@Nullable LocalWorkspace> running = new AtomicReference<>();

  /** Held while it starts, so that what has been started by then is ended, too. */
  private final ReentrantLock launching = new ReentrantLock();

  private volatile boolean closed;
  private boolean starting;

  /**
   * Not started yet.
   *
   * @param inventories reads what can be read
   * @param started is told once the workspace serves
   */
  LocalStart(
      LocalWorkspaceOptions options,
      Store store,
      TaskRunner runner,
      Inventories inventories,
      Clock clock,
      Consumer<LocalWorkspace> started) {
    this.options = options;
    this.store = store;
    this.runner = runner;
    this.inventories = inventories;
    this.clock = clock;
    this.started = started;
  }

  @Override
  public void load(Ref.OfWorkspace workspace) {
    if (isThere(workspace)) {
      inventories.load(workspace);
    } else {
      start();
    }
  }

  @Override
  public void open(Ref ref) {
    if (isThere(ref)) {
      inventories.open(ref);
    }
  }

  @Override
  public void refresh(Ref ref) {
    if (isThere(ref)) {
      inventories.refresh(ref);
    } else {
      start();
    }
  }

  @Override
  public void readAccess(Ref.OfResource project) {
    if (isThere(project)) {
      inventories.readAccess(project);
    }
  }

  @Override
  public void readContents(Ref.OfResource branch) {
    if (isThere(branch)) {
      inventories.readContents(branch);
    }
  }

  /**
   * Ends the local workspace if it runs; its state is on disk then. One that is starting is ended
   * as soon as it has, or has been interrupted. Any thread; blocks.
   */
  @Override
  public void close() {
    closed = true;
    launching.lock();
    try {
      LocalWorkspace workspace = running.getAndSet(null);
      if (workspace != null) {
        workspace.close();
      }
    } finally {
      launching.unlock();
    }
  }

  private boolean isThere(Ref ref) {
    return !ref.workspace().equals(WorkspaceId.LOCAL) || running.get() != null;
  }

  private void start() {
    if (starting) {
      return;
    }
    starting = true;
    connection(new Connection.Connecting());
    runner.run(
        this::launch,
        outcome -> {
          starting = false;
          if (closed) {
            return;
          }
          switch (outcome) {
            case Outcome.Success<LocalWorkspace>(var workspace) -> {
              started.accept(workspace);
              inventories.load(Ref.of(WorkspaceId.LOCAL));
            }
            case Outcome.Failure<LocalWorkspace>(var failure) ->
                connection(new Connection.Lost(failure, clock.instant()));
          }
        });
  }

  private LocalWorkspace launch() throws InterruptedException {
    launching.lock();
    try {
      if (closed) {
        throw new InterruptedException("the console was closed");
      }
      LocalWorkspace workspace = LocalWorkspace.start(options);
      running.set(workspace);
      return workspace;
    } catch (InterruptedIOException _) {
      throw new InterruptedException("the console was closed");
    } catch (LedgerException e) {
      throw failure(e.isInUse() ? IN_USE : NOT_STARTED, e);
    } catch (IOException e) {
      throw failure(NOT_STARTED, e);
    } finally {
      launching.unlock();
    }
  }

  private static ApiException failure(String code, Exception e) {
    String message = Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
    ServiceError error = new ServiceError(code, message, List.of(), null);
    return new ApiException(new ApiFailure.Unavailable(new ApiFailure.Details(0, error, REQUEST)));
  }

  private void connection(Connection now) {
    store.update(state ->
        state.changeWorkspace(WorkspaceId.LOCAL, workspace -> workspace.withConnection(now)));
  }
}
