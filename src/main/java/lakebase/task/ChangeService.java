package lakebase.task;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import lakebase.api.Redactor;
import lakebase.disk.RunningOperations;
import lakebase.model.ApiFailure;
import lakebase.model.Change;
import lakebase.model.Operation;
import lakebase.model.OperationName;
import lakebase.model.ProjectName;
import lakebase.state.Access;
import lakebase.state.BackgroundTask;
import lakebase.state.BackgroundTask.Progress;
import lakebase.state.BackgroundTask.Verb;
import lakebase.state.LoadState;
import lakebase.state.Ref;
import lakebase.state.Store;
import lakebase.state.WorkspaceId;

/**
 * Sends changes and follows them. Methods on the FX thread. Of changes that the service takes one
 * at a time the later ones wait, visibly, until the one before has ended; what the service refuses
 * because it is busy is sent again for {@link #PATIENCE}. What runs is written down, so that {@link
 * #resume} takes it up again at the next start; what was not sent by then never is, because nobody
 * knows any more whether it is still wanted.
 */
public final class ChangeService implements Changes {

  /** How long a busy service is asked again, as the vendor's own tools do (contract §3.3). */
  static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Store store;
  private final TaskRunner runner;
  private final Workspaces workspaces;
  private final OperationPoller poller;
  private final ChangeFollower follower;
  private final Consumer<Ref.OfResource> notFound;
  private final RunningOperations file;
  private final UsualDurations usual;
  private final Clock clock;

  private final Map<Long, Job> following = new HashMap<>();
  private final Map<Long, Job> resting = new HashMap<>();
  private final Unsent unsent = new Unsent();
  private final Set<Long> unsentOnDisk = new HashSet<>();
  private final AtomicBoolean saving = new AtomicBoolean();
  private final AtomicLong lastId;
  private volatile List<BackgroundTask> remembered;

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
    this.poller = poller;
    this.follower = new ChangeFollower(store, workspaces, poller, new ResourceReader(clock), clock);
    this.notFound = notFound;
    this.file = file;
    this.usual = usual;
    this.clock = clock;
    RunningOperations.Content content = file.load();
    this.remembered = content.running();
    this.lastId = new AtomicLong(content.lastId());
  }

  /** Takes up what ran in that workspace when the console was last closed; once. */
  public void resume(WorkspaceId workspace) {
    List<BackgroundTask> here =
        remembered.stream().filter(task -> task.target().workspace().equals(workspace)).toList();
    remembered = remembered.stream().filter(task -> !here.contains(task)).toList();
    for (BackgroundTask task : here) {
      OperationName operation = task.operation();
      if (operation == null) {
        addRow(task.withProgress(new Progress.Unsent(clock.instant(), false)));
        save();
      } else {
        addRow(task.withUsual(usual.usual(task.verb(), task.kind()).orElse(null)));
        follow(task, new Operation(operation, null, new Operation.Outcome.Running()));
      }
    }
  }

  /**
   * Follows nothing of that workspace any more, and remembers nothing; what was sent goes on there,
   * what waits is not sent. What is on its way at this moment is not followed either.
   */
  void forget(WorkspaceId workspace) {
    remembered =
        remembered.stream().filter(task -> !task.target().workspace().equals(workspace)).toList();
    List<Long> tasks =
        store.state().tasks().stream()
            .filter(task -> task.target().workspace().equals(workspace))
            .map(BackgroundTask::id)
            .toList();
    // First those that wait, so that none of them gets its turn.
    tasks.forEach(this::withdraw);
    tasks.forEach(this::stopWatching);
    Progress unwatched = new Progress.Unwatched(clock.instant());
    tasks.forEach(id -> change(id, row -> row.isRunning() ? row.withProgress(unwatched) : row));
    save();
  }

  @Override
  public void submit(
      WorkspaceId workspace, Change change, String title, Consumer<Outcome<Operation>> accepted) {
    Ref.OfResource target = Ref.of(workspace, change.subject());
    BackgroundTask task = newTask(target, change, title);
    if (Lane.isTwice(store.state(), task)) {
      accepted.accept(new Outcome.Failure<>(OperationFailures.busy(title)));
      return;
    }
    addRow(task);
    Unsent.Asked asked = new Unsent.Asked(task, change, accepted, null, 0);
    if (Lane.ahead(store.state(), task).isEmpty()) {
      send(asked);
    } else {
      keep(asked);
      sayWhoIsAhead();
    }
  }

  private void send(Unsent.Asked waited) {
    Unsent.Asked asked = waited.sentAt(clock.instant());
    long id = asked.task().id();
    change(id, _ -> asked.task());
    if (unsentOnDisk.remove(id)) {
      // From now on it may be carried out: a later start must not say that it was not sent.
      save();
    }
    runner.run(
        () -> workspaces.api(asked.task().target().workspace()).submit(asked.change()),
        outcome -> {
          if (!TaskRows.isRunning(store.state(), id)) {
            // Forgotten meanwhile: nobody follows it, nor is it sent again.
            asked.accepted().accept(outcome);
            return;
          }
          if (outcome instanceof Outcome.Failure<Operation>(ApiFailure failure)
              && OperationFailures.isBusy(failure)
              && mayWait(asked)) {
            hold(asked.held(clock.instant()), failure);
            return;
          }
          switch (outcome) {
            case Outcome.Success(Operation operation) -> accepted(asked.task(), operation);
            case Outcome.Failure(ApiFailure failure) ->
                refused(asked.task(), asked.change(), failure);
          }
          asked.accepted().accept(outcome);
        });
  }

  private void keep(Unsent.Asked asked) {
    unsent.add(asked);
    unsentOnDisk.add(asked.task().id());
    save();
  }

  private boolean mayWait(Unsent.Asked asked) {
    Instant since = asked.heldSince();
    return since == null || clock.instant().isBefore(since.plus(PATIENCE));
  }

  /** Only the rest can be ended by a person: a request on its way may be carried out. */
  private void hold(Unsent.Asked asked, ApiFailure reason) {
    long id = asked.task().id();
    progress(id, new Progress.Held(reason));
    keep(asked);
    Job rest =
        runner.run(
            () -> {
              poller.rest(asked.refusals());
              return id;
            },
            _ -> {
              resting.remove(id);
              unsent.take(id).ifPresent(this::send);
            });
    if (unsent.has(id)) {
      resting.put(id, rest);
    }
  }

  /** Sends what nothing is ahead of any more; the others say whom they wait for. */
  private void sendNext() {
    unsent
        .takeNext(store.state(), resting.keySet())
        .ifPresentOrElse(
            next -> {
              send(next);
              sendNext();
            },
            this::sayWhoIsAhead);
  }

  private void sayWhoIsAhead() {
    for (Unsent.Asked asked : unsent.all()) {
      Lane.ahead(store.state(), asked.task())
          .ifPresent(other -> progress(asked.task().id(), new Progress.Waiting(other.id())));
    }
  }

  @Override
  public void withdraw(long taskId) {
    unsent
        .take(taskId)
        .ifPresent(asked -> {
          Job rest = resting.remove(taskId);
          if (rest != null) {
            rest.cancel();
          }
          progress(taskId, new Progress.Unsent(clock.instant(), true));
          asked
              .accepted()
              .accept(new Outcome.Failure<>(OperationFailures.withdrawn(asked.task().title())));
          save();
          sendNext();
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
    sendNext();
  }

  @Override
  public void clearEnded() {
    store.update(state ->
        state.withTasks(state.tasks().stream().filter(BackgroundTask::isRunning).toList()));
  }

  private BackgroundTask newTask(Ref.OfResource target, Change change, String title) {
    Verb verb = Verbs.of(change);
    return new BackgroundTask(
        lastId.incrementAndGet(),
        verb,
        target,
        change.kind(),
        title,
        Verbs.fields(change),
        clock.instant(),
        usual.usual(verb, change.kind()).orElse(null),
        null,
        new Progress.Sending(),
        Verbs.request(change));
  }

  private void accepted(BackgroundTask task, Operation operation) {
    if (task.verb() == Verb.SHARE) {
      carriedOut(task, operation);
      return;
    }
    change(task.id(), row -> row.withOperation(operation.name()));
    follow(task, operation);
    save();
  }

  /** Permissions have no operation to follow: they are read back at once. */
  private void carriedOut(BackgroundTask task, Operation operation) {
    WorkspaceId workspace = task.target().workspace();
    ProjectName project = task.target().name().project();
    String answer =
        operation.outcome() instanceof Operation.Outcome.Succeeded(var json) ? json : "";
    progress(task.id(), new Progress.Settling());
    runner.run(
        () -> workspaces.api(workspace).permissions(project),
        outcome -> {
          if (outcome instanceof Outcome.Success(var entries)) {
            Access now = new Access(entries, new LoadState.Loaded(clock.instant()));
            store.update(state ->
                state.changeInventory(
                    workspace, known -> known.changeProject(project, e -> e.withAccess(now))));
          }
          progress(task.id(), new Progress.Succeeded(clock.instant(), Redactor.redact(answer)));
        });
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
    sendNext();
  }

  private void follow(BackgroundTask task, Operation operation) {
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
              ended(task, end);
            });
    following.put(task.id(), job);
  }

  private void ended(BackgroundTask task, Progress end) {
    following.remove(task.id());
    progress(task.id(), end);
    if (end instanceof Progress.Succeeded(Instant at, var _)) {
      usual.add(task.verb(), task.kind(), Duration.between(task.started(), at));
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
    sendNext();
  }

  private void addRow(BackgroundTask task) {
    store.update(state -> TaskRows.with(state, task));
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
    List<BackgroundTask> running = new ArrayList<>(remembered);
    store.state().tasks().stream()
        .filter(task -> task.isRunning() && (task.operation() != null || task.isUnsent()))
        .forEach(running::add);
    return new RunningOperations.Content(lastId.get(), running);
  }
}
