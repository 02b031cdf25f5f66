package lakebase.task;

import java.time.Clock;
import java.util.function.Consumer;
import lakebase.api.ApiException;
import lakebase.api.FailureKinds;
import lakebase.api.PostgresApi;
import lakebase.api.Redactor;
import lakebase.model.ApiFailure;
import lakebase.model.Operation;
import lakebase.model.OperationName;
import lakebase.model.ResourceName;
import lakebase.model.RoleName;
import lakebase.state.BackgroundTask;
import lakebase.state.BackgroundTask.Progress;
import lakebase.state.BackgroundTask.Verb;
import lakebase.state.Store;
import lakebase.state.WorkspaceId;

/**
 * Follows one accepted change to its end: polls its operation, then reads the resource into the
 * store until the service is not at work on it any more. Blocking; tells how far it is through the
 * store, which may be done from any thread.
 */
final class ChangeFollower {

  private final Store store;
  private final Workspaces workspaces;
  private final OperationPoller poller;
  private final ResourceReader reader;
  private final Clock clock;

  ChangeFollower(
      Store store,
      Workspaces workspaces,
      OperationPoller poller,
      ResourceReader reader,
      Clock clock) {
    this.store = store;
    this.workspaces = workspaces;
    this.poller = poller;
    this.reader = reader;
    this.clock = clock;
  }

  /**
   * Follows the operation of that task.
   *
   * @return how it ended: {@link Progress.Succeeded} or {@link Progress.Failed}
   */
  Progress follow(BackgroundTask task, Operation operation) throws InterruptedException {
    PostgresApi api = workspaces.api(task.target().workspace());
    Following following = new Following(task, operation.name(), api);
    try {
      following.showNow();
      Operation end =
          operation.isDone()
              ? operation
              : poller.awaitEnd(
                  following.workspace,
                  api,
                  operation.name(),
                  following.watcher(new Progress.Running()));
      return following.ended(end);
    } catch (ApiException refused) {
      if (refused.failure() instanceof ApiFailure.NotFound) {
        return following.decideByResource();
      }
      return new Progress.Failed(clock.instant(), refused.failure());
    }
  }

  /** One change being followed. */
  private final class Following {

    private final BackgroundTask task;
    private final OperationName operation;
    private final PostgresApi api;
    private final WorkspaceId workspace;
    private final ResourceName subject;

    Following(BackgroundTask task, OperationName operation, PostgresApi api) {
      this.task = task;
      this.operation = operation;
      this.api = api;
      this.workspace = task.target().workspace();
      // The service names what it makes: the target of a created role may be only its branch.
      this.subject =
          task.verb() == Verb.CREATE
              ? operation.target().orElse(task.target().name())
              : task.target().name();
    }

    /** Shows the resource at work, where it can be read; the operation matters, not this look. */
    void showNow() throws InterruptedException {
      try {
        if (reader.read(api, subject) instanceof ReadBack.One now) {
          merge(now);
        }
      } catch (ApiException later) {
        // The poller is about to ask the same service, and tells.
      }
    }

    Progress ended(Operation end) throws InterruptedException {
      return switch (end.outcome()) {
        case Operation.Outcome.Succeeded(var responseJson) -> {
          settleIfReadable();
          yield new Progress.Succeeded(clock.instant(), Redactor.redact(responseJson));
        }
        case Operation.Outcome.Failed(var error) -> {
          showNow();
          yield new Progress.Failed(
              clock.instant(), FailureKinds.ofOperation(error, operation.value()));
        }
        case Operation.Outcome.Running() -> throw new IllegalStateException("not done: " + end);
      };
    }

    /** The service has forgotten the operation: the resource tells what came of it, or nothing. */
    Progress decideByResource() throws InterruptedException {
      ReadBack now = settle();
      boolean gone = now instanceof ReadBack.Gone || now instanceof ReadBack.GoneRole;
      boolean deleted =
          now instanceof ReadBack.One(var resource) && resource.metadata().isDeleted();
      boolean made =
          switch (task.verb()) {
            case CREATE, UNDELETE -> !gone && !deleted;
            case DELETE -> gone || deleted;
            case PURGE -> gone;
            case UPDATE, SHARE -> false;
          };
      return made
          ? new Progress.Succeeded(clock.instant(), "")
          : new Progress.Failed(clock.instant(), OperationFailures.outcomeUnknown(operation));
    }

    /** The change was made, whatever the service says to being read afterwards. */
    private void settleIfReadable() throws InterruptedException {
      try {
        settle();
      } catch (ApiException unreadable) {
        showNow();
      }
    }

    /** Reads the resource into the store until the service is not at work on it. */
    private ReadBack settle() throws InterruptedException {
      tell(new Progress.Settling());
      return poller.until(
          workspace,
          () -> {
            ReadBack now = read();
            merge(now);
            return now;
          },
          ReadBack::isSettled,
          watcher(new Progress.Settling()));
    }

    private ReadBack read() throws InterruptedException {
      return switch (task.verb()) {
        case CREATE, UNDELETE -> reader.readWhole(api, subject);
        case DELETE -> withWhatItOwned(reader.read(api, subject));
        case UPDATE, PURGE, SHARE -> reader.read(api, subject);
      };
    }

    /** What a deleted role owned belongs to another one now. */
    private ReadBack withWhatItOwned(ReadBack now) throws InterruptedException {
      return now instanceof ReadBack.Gone && subject instanceof RoleName role
          ? reader.readWithoutRole(api, role)
          : now;
    }

    private void merge(ReadBack now) {
      store.update(state ->
          state.changeWorkspace(
              workspace,
              found -> found.withInventory(now.into(found.inventory())).withoutGone(subject)));
    }

    private void tell(Progress progress) {
      store.update(state ->
          state.changeTask(task.id(), row -> row.isRunning() ? row.withProgress(progress) : row));
    }

    private OperationPoller.Watcher watcher(Progress whenResumed) {
      Consumer<Progress> tell = this::tell;
      return new OperationPoller.Watcher() {
        @Override
        public void paused(ApiFailure reason) {
          tell.accept(new Progress.Paused(reason));
        }

        @Override
        public void resumed() {
          tell.accept(whenResumed);
        }
      };
    }
  }
}
