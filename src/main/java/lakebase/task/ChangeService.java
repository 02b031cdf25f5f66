package lakebase.task;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import lakebase.api.ApiRequest;
import lakebase.disk.RunningOperations;
import lakebase.model.ApiFailure;
import lakebase.model.Change;
import lakebase.model.Operation;
import lakebase.model.OperationName;
import lakebase.model.ResourceKind;
import lakebase.state.BackgroundTask;
import lakebase.state.BackgroundTask.Progress;
import lakebase.state.BackgroundTask.Verb;
import lakebase.state.Ref;
import lakebase.state.SentRequest;
import lakebase.state.Store;
import lakebase.state.WorkspaceId;

/**
 * Sends changes and follows them. Methods on the FX thread. What runs is written down, so that
 * {@link #resume} takes it up again at the next start; the list keeps at most {@value #MOST_TASKS}
 * tasks, and never drops one that runs.
 */
public final class ChangeService implements Changes {

  static final int MOST_TASKS = 200;

  private final Store store;
  private final TaskRunner runner;
  private final Workspaces workspaces;
  private final ChangeFollower follower;
  private final Consumer<Ref.OfResource> notFound;
  private final RunningOperations file;
  private final UsualDurations usual;
  private final Clock clock;

  private final Map<Long, Job> following = new HashMap<>();
  private final AtomicBoolean saving = new AtomicBoolean();
  private final AtomicLong lastId;
  private volatile List<BackgroundTask> waiting;

  /**
   * Reads what ran when the console was last closed; {@link #resume} takes it up.
   *
   * @param notFound is told what the service did not find; it, or something it lives in, is gone
   */
  public ChangeService(
      Store store,
      TaskRunner runner,
      Workspaces workspaces,
      OperationPoller poller,
      Consumer<Ref.OfResource> notFound,
      RunningOperations file,
      UsualDurations usual,
      Clock clock) {
    this.store = store;
    this.runner = runner;
    this.workspaces = workspaces;
    this.follower = new ChangeFollower(store, workspaces, poller, new ResourceReader(clock), clock);
    this.notFound = notFound;
    this.file = file;
    this.usual = usual;
    this.clock = clock;
    RunningOperations.Content content = file.load();
    this.waiting = content.running();
    this.lastId = new AtomicLong(content.lastId());
  }

  /** Takes up what ran in that workspace when the console was last closed; once. */
  public void resume(WorkspaceId workspace) {
    List<BackgroundTask> here =
        waiting.stream().filter(task -> task.target().workspace().equals(workspace)).toList();
    waiting = waiting.stream().filter(task -> !here.contains(task)).toList();
    for (BackgroundTask task : here) {
      OperationName operation = task.operation();
      if (operation != null) {
        addRow(task.withUsual(usual.usual(task.verb(), kind(task)).orElse(null)));
        follow(task, new Operation(operation, null, new Operation.Outcome.Running()), kind(task));
      }
    }
  }

  @Override
  public void submit(
      WorkspaceId workspace, Change change, String title, Consumer<Outcome<Operation>> accepted) {
    Ref.OfResource target = Ref.of(workspace, change.subject());
    if (store.state().isBusy(target)) {
      accepted.accept(new Outcome.Failure<>(OperationFailures.busy(title)));
      return;
    }
    BackgroundTask task = newTask(target, change, title);
    addRow(task);
    runner.run(
        () -> workspaces.api(workspace).submit(change),
        outcome -> {
          switch (outcome) {
            case Outcome.Success(Operation operation) -> accepted(task, operation, change.kind());
            case Outcome.Failure(ApiFailure failure) -> refused(task, change, failure);
          }
          accepted.accept(outcome);
        });
  }

  @Override
  public void stopWatching(long taskId) {
    Job job = following.remove(taskId);
    if (job == null) {
      return;
    }
    job.cancel();
    progress(taskId, new Progress.Unwatched(clock.instant()));
    save();
  }

  @Override
  public void clearEnded() {
    store.update(state ->
        state.withTasks(state.tasks().stream().filter(BackgroundTask::isRunning).toList()));
  }

  private BackgroundTask newTask(Ref.OfResource target, Change change, String title) {
    Verb verb =
        switch (change) {
          case Change.Create _ -> Verb.CREATE;
          case Change.Update _ -> Verb.UPDATE;
          case Change.Delete delete -> delete.purge() ? Verb.PURGE : Verb.DELETE;
          case Change.Undelete _ -> Verb.UNDELETE;
        };
    List<String> fields =
        change instanceof Change.Update update ? List.copyOf(update.mask().paths()) : List.of();
    return new BackgroundTask(
            lastId.incrementAndGet(),
            verb,
            target,
            title,
            fields,
            clock.instant(),
            usual.usual(verb, change.kind()).orElse(null),
            null,
            new Progress.Sending())
        .withRequest(request(change));
  }

  private static SentRequest request(Change change) {
    ApiRequest request = ApiRequest.of(change);
    return new SentRequest(request.method().name(), request.pathAndQuery(), request.body());
  }

  private void accepted(BackgroundTask task, Operation operation, ResourceKind kind) {
    change(task.id(), row -> row.withOperation(operation.name()));
    follow(task, operation, kind);
    save();
  }

  private void refused(BackgroundTask task, Change change, ApiFailure failure) {
    progress(task.id(), new Progress.Failed(clock.instant(), failure));
    if (failure instanceof ApiFailure.NotFound) {
      boolean isNew = change instanceof Change.Create;
      if (!isNew) {
        notFound.accept(task.target());
      } else if (task.target().parent() instanceof Ref.OfResource parent) {
        notFound.accept(parent);
      }
    }
  }

  private void follow(BackgroundTask task, Operation operation, ResourceKind kind) {
    Job job =
        runner.run(
            () -> follower.follow(task, operation),
            outcome -> {
              Progress end =
                  switch (outcome) {
                    case Outcome.Success(Progress progress) -> progress;
                    case Outcome.Failure(ApiFailure failure) ->
                        new Progress.Failed(clock.instant(), failure);
                  };
              ended(task, end, kind);
            });
    following.put(task.id(), job);
  }

  private void ended(BackgroundTask task, Progress end, ResourceKind kind) {
    following.remove(task.id());
    progress(task.id(), end);
    if (end instanceof Progress.Succeeded(Instant at, var _)) {
      usual.add(task.verb(), kind, Duration.between(task.started(), at));
      runner.run(
          () -> {
            usual.save();
            return task;
          },
          _ -> {});
    }
    if (end instanceof Progress.Failed(var _, ApiFailure.NotFound _)) {
      notFound.accept(task.target());
    }
    save();
  }

  private void addRow(BackgroundTask task) {
    store.update(state -> state.withTasks(bounded(state.withTask(task).tasks())));
  }

  private static List<BackgroundTask> bounded(List<BackgroundTask> tasks) {
    List<BackgroundTask> kept = new ArrayList<>(tasks);
    for (int last = kept.size() - 1; last >= 0 && kept.size() > MOST_TASKS; last--) {
      if (!kept.get(last).isRunning()) {
        kept.remove(last);
      }
    }
    return kept;
  }

  private void progress(long id, Progress progress) {
    change(id, row -> row.withProgress(progress));
  }

  private void change(long id, UnaryOperator<BackgroundTask> change) {
    store.update(state -> state.changeTask(id, change));
  }

  /** Writes down what runs; calls that come while it waits for its turn are served by one write. */
  private void save() {
    if (saving.getAndSet(true)) {
      return;
    }
    runner.run(
        () -> {
          saving.set(false);
          file.save(this::content);
          return file;
        },
        _ -> {});
  }

  private RunningOperations.Content content() {
    List<BackgroundTask> running = new ArrayList<>(waiting);
    store.state().tasks().stream()
        .filter(task -> task.isRunning() && task.operation() != null)
        .forEach(running::add);
    return new RunningOperations.Content(lastId.get(), running);
  }

  private static ResourceKind kind(BackgroundTask task) {
    OperationName operation = task.operation();
    return operation == null
        ? task.target().name().kind()
        : operation.target().map(name -> name.kind()).orElse(task.target().name().kind());
  }
}
