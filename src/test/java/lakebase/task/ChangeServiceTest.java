package lakebase.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import lakebase.api.ApiException;
import lakebase.disk.RunningOperations;
import lakebase.model.ApiFailure;
import lakebase.model.Branch;
import lakebase.model.BranchDraft;
import lakebase.model.BranchName;
import lakebase.model.Change;
import lakebase.model.Endpoint;
import lakebase.model.EndpointName;
import lakebase.model.EndpointSpec;
import lakebase.model.EndpointState;
import lakebase.model.Expiration;
import lakebase.model.MaskTable;
import lakebase.model.Operation;
import lakebase.model.Project;
import lakebase.model.ProjectDraft;
import lakebase.model.ProjectName;
import lakebase.model.ResourceKind;
import lakebase.model.ServiceError;
import lakebase.model.SizeRange;
import lakebase.state.BackgroundTask;
import lakebase.state.BackgroundTask.Progress;
import lakebase.state.BackgroundTask.Verb;
import lakebase.state.Ref;
import lakebase.state.WorkspaceId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangeServiceTest {

  private static final ProjectName SHOP = ProjectName.of("shop");
  private static final BranchName BRANCH = SHOP.branch("pr-1841");
  private static final EndpointName PRIMARY = BRANCH.endpoint("primary");
  private static final Project PROJECT = Samples.project("shop", "Shop");
  private static final Change CREATE =
      new Change.Create(BranchDraft.of(BRANCH, new Expiration.Never()));

  @TempDir private Path config;
  private final InMemoryApi api = new InMemoryApi();
  private final QueuedTaskRunner queue = new QueuedTaskRunner();

  private Desk desk() {
    return new Desk(config, api, new InlineTaskRunner()).knowing(PROJECT);
  }

  private Desk queuedDesk() {
    return new Desk(config, api, queue).knowing(PROJECT);
  }

  @Test
  void aNewBranchIsInTheInventoryWithItsComputesBeforeItCountsAsDone() {
    Desk desk = desk();
    api.nextOperation(() -> InMemoryApi.running(BRANCH))
        .nextOperation(() -> {
          api.put(Samples.branch(BRANCH)).put(Samples.endpoint(PRIMARY, null));
          return InMemoryApi.done(BRANCH);
        });

    desk.submit(CREATE);

    assertThat(desk.accepted).hasOnlyElementsOfType(Outcome.Success.class).hasSize(1);
    assertThat(desk.knows(BRANCH)).isTrue();
    assertThat(desk.knows(PRIMARY)).isTrue();
    assertThat(desk.inventory().branch(BRANCH).orElseThrow().endpoints().isLoaded()).isTrue();
    assertThat(desk.seen)
        .hasSize(4)
        .extracting(progress -> progress.getClass().getSimpleName())
        .containsExactly("Sending", "Running", "Settling", "Succeeded");
    assertThat(desk.task().operation()).isEqualTo(InMemoryApi.nameOf(BRANCH));
  }

  @Test
  void aNewProjectComesWithItsBranchesAndTheirComputes() {
    Desk desk = desk();
    BranchName production = ProjectName.of("new").branch("production");
    Project project = Samples.project("new", "New");
    api.nextOperation(() -> {
      api.put(project).put(Samples.branch(production));
      api.put(Samples.endpoint(production.endpoint("primary"), null));
      return InMemoryApi.done(project.name());
    });

    desk.submit(new Change.Create(ProjectDraft.of("new", "New")));

    assertThat(desk.knows(production.endpoint("primary"))).isTrue();
    assertThat(desk.inventory().project(project.name()).orElseThrow().branches().isLoaded())
        .isTrue();
  }

  @Test
  void theResponseIsKeptWithoutSecrets() {
    Desk desk = desk();
    api.put(Samples.branch(BRANCH)).nextOperation(() -> InMemoryApi.done(BRANCH));
    desk.submit(CREATE);
    assertThat(desk.task().progress())
        .isInstanceOfSatisfying(
            Progress.Succeeded.class,
            succeeded -> assertThat(succeeded.responseJson()).doesNotContain("s3cret"));
  }

  @Test
  void aComputeIsReadUntilItsPendingStateIsGone() {
    Endpoint settled = Samples.endpoint(PRIMARY, null);
    Endpoint pending = Samples.endpoint(PRIMARY, EndpointState.ACTIVE);
    Desk desk = desk().knowing(Samples.branch(BRANCH), settled);
    api.nextOperation(() -> InMemoryApi.done(PRIMARY));
    api.nextGet(PRIMARY, () -> pending);
    api.nextGet(PRIMARY, () -> pending);
    api.nextGet(
        PRIMARY,
        () -> {
          assertThat(desk.task().progress()).isEqualTo(new Progress.Settling());
          assertThat(desk.inventory().endpoint(PRIMARY)).contains(pending);
          throw new ApiException(Samples.network());
        });
    api.nextGet(
        PRIMARY,
        () -> {
          assertThat(desk.task().progress()).isEqualTo(new Progress.Paused(Samples.network()));
          return pending;
        });

    EndpointSpec edited = settled.spec().withSize(SizeRange.fixed(4));
    desk.submit(Change.Update.between(MaskTable.ENDPOINT, PRIMARY, settled.spec(), edited));

    assertThat(desk.task().progress()).isInstanceOf(Progress.Succeeded.class);
    assertThat(desk.inventory().endpoint(PRIMARY)).contains(settled);
    assertThat(desk.task().fields())
        .containsExactly("spec.autoscaling_limit_min_cu", "spec.autoscaling_limit_max_cu");
    assertThat(api.count("get " + PRIMARY)).isEqualTo(5);
  }

  @Test
  void whatIsDeletedForGoodLeavesTheInventory() {
    Desk desk = desk().knowing(Samples.branch(BRANCH));
    api.nextOperation(() -> {
      api.remove(BRANCH);
      return InMemoryApi.done(BRANCH);
    });
    desk.submit(Change.Delete.forGood(BRANCH));

    assertThat(desk.task().verb()).isEqualTo(Verb.PURGE);
    assertThat(desk.task().progress()).isInstanceOf(Progress.Succeeded.class);
    assertThat(desk.knows(BRANCH)).isFalse();
  }

  @Test
  void whatIsSoftlyDeletedStaysAsTheServiceSaysItIs() {
    Branch branch = Samples.branch(BRANCH);
    Instant at = Samples.CREATED;
    Branch deleted = branch.withMetadata(branch.metadata().deleted(at, at.plusSeconds(9)));
    Desk desk = desk().knowing(branch, Samples.endpoint(PRIMARY, null));
    api.nextOperation(() -> {
      api.put(deleted);
      return InMemoryApi.done(BRANCH);
    });
    desk.submit(Change.Delete.soft(BRANCH));

    assertThat(desk.inventory().find(BRANCH)).contains(deleted);
    assertThat(desk.knows(PRIMARY)).isFalse();

    api.put(branch).nextOperation(() -> InMemoryApi.done(BRANCH));
    desk.submit(new Change.Undelete(BRANCH));
    assertThat(desk.inventory().find(BRANCH)).contains(branch);
    assertThat(desk.knows(PRIMARY)).isTrue();
  }

  @Test
  void aSecondChangeOfTheSameTargetIsRefusedWithoutARequest() {
    Desk desk = queuedDesk();
    desk.submit(CREATE);
    desk.submit(CREATE);

    assertThat(desk.store.state().tasks()).hasSize(1);
    assertThat(desk.accepted)
        .singleElement()
        .isInstanceOfSatisfying(
            Outcome.Failure.class,
            refused -> assertThat(refused.failure()).isInstanceOf(ApiFailure.Conflict.class));
    assertThat(queue.waiting()).isEqualTo(1);
    queue.runNext();
    assertThat(api.count("submit " + BRANCH)).isEqualTo(1);
  }

  @Test
  void aRefusalKeepsItsFailure() {
    ApiFailure refusal =
        new ApiFailure.Invalid(
            Samples.details(400, "BAD_REQUEST", "cannot delete protected branch"), null);
    Desk desk = desk().knowing(Samples.branch(BRANCH));
    api.onSubmit(_ -> {
      throw new ApiException(refusal);
    });
    desk.submit(Change.Delete.soft(BRANCH));

    assertThat(desk.task().progress()).isEqualTo(new Progress.Failed(desk.time.instant(), refusal));
    assertThat(desk.accepted).containsExactly(new Outcome.Failure<>(refusal));
    assertThat(desk.knows(BRANCH)).isTrue();
  }

  @Test
  void anOperationThatEndsWithAnErrorFailsWithItsKind() {
    ServiceError error = new ServiceError("ALREADY_EXISTS", "exists", List.of(), "t-9");
    Desk desk = desk();
    api.nextOperation(
        () -> new Operation(InMemoryApi.nameOf(BRANCH), null, new Operation.Outcome.Failed(error)));
    desk.submit(CREATE);

    assertThat(desk.task().progress())
        .isInstanceOfSatisfying(
            Progress.Failed.class,
            failed -> {
              assertThat(failed.failure()).isInstanceOf(ApiFailure.Conflict.class);
              assertThat(failed.failure().details().error()).isEqualTo(error);
            });
  }

  @Test
  void whatTheServiceDidNotFindIsLookedFor() {
    Desk desk = desk();
    api.onSubmit(_ -> {
      throw new ApiException(Samples.notFound());
    });
    desk.submit(Change.Delete.soft(BRANCH));
    assertThat(desk.notFound).containsExactly(Ref.of(WorkspaceId.LOCAL, BRANCH));
  }

  @Test
  void whereSomethingNewFoundNoPlaceThePlaceIsLookedFor() {
    Desk desk = desk();
    api.onSubmit(_ -> {
      throw new ApiException(Samples.notFound());
    });
    desk.submit(CREATE);
    assertThat(desk.notFound).containsExactly(Ref.of(WorkspaceId.LOCAL, SHOP));
  }

  @Test
  void anUnknownOperationIsDecidedByTheResource() {
    Desk desk = desk();
    api.put(Samples.branch(BRANCH)).nextOperationFails(Samples.notFound());
    desk.submit(CREATE);
    assertThat(desk.task().progress()).isInstanceOf(Progress.Succeeded.class);

    api.nextOperationFails(Samples.notFound());
    desk.submit(Change.Delete.soft(BRANCH));
    assertThat(desk.task().progress())
        .isInstanceOfSatisfying(
            Progress.Failed.class,
            failed ->
                assertThat(failed.failure().details().error().errorCode())
                    .isEqualTo(OperationFailures.OUTCOME_UNKNOWN));
  }

  @Test
  void runningOperationsAreTakenUpAtTheNextStart() {
    Desk closed = queuedDesk();
    closed.submit(CREATE);
    queue.runNext(); // the request is accepted
    queue.runLast(); // that is written down, and the console closed: nothing follows

    Desk next = desk();
    assertThat(next.store.state().tasks()).isEmpty();
    next.changes.resume(new WorkspaceId("another"));
    assertThat(next.store.state().tasks()).isEmpty();
    api.put(Samples.branch(BRANCH)).nextOperation(() -> InMemoryApi.done(BRANCH));
    next.changes.resume(WorkspaceId.LOCAL);

    BackgroundTask resumed = next.task();
    assertThat(resumed)
        .usingRecursiveComparison()
        .ignoringFields("progress", "usual")
        .isEqualTo(closed.task());
    assertThat(next.seen.getFirst()).isEqualTo(new Progress.Running());
    assertThat(resumed.progress()).isInstanceOf(Progress.Succeeded.class);
    assertThat(next.knows(BRANCH)).isTrue();

    RunningOperations.Content left = new RunningOperations(config).load();
    assertThat(left.running()).isEmpty();
    assertThat(left.lastId()).isEqualTo(resumed.id());
    next.changes.resume(WorkspaceId.LOCAL);
    assertThat(next.store.state().tasks()).hasSize(1);
  }

  @Test
  void whatRunsInAWorkspaceThatIsNotThereYetStaysWrittenDown() {
    Desk closed = queuedDesk();
    closed.submit(CREATE);
    queue.runNext();
    queue.runLast();

    Desk next = desk();
    api.nextOperation(() -> InMemoryApi.done(SHOP));
    next.submit(Change.Delete.soft(SHOP));
    assertThat(new RunningOperations(config).load().running())
        .extracting(BackgroundTask::target)
        .containsExactly(closed.task().target());
  }

  @Test
  void stopWatchingEndsTheTaskAndFreesItsTarget() {
    Desk desk = queuedDesk();
    desk.submit(CREATE);
    desk.changes.stopWatching(desk.task().id());
    assertThat(desk.task().progress())
        .as("cannot stop a request")
        .isEqualTo(new Progress.Sending());
    queue.runNext();
    assertThat(queue.waiting()).isEqualTo(2);

    desk.changes.stopWatching(desk.task().id());
    assertThat(desk.task().progress()).isEqualTo(new Progress.Unwatched(desk.time.instant()));
    assertThat(desk.store.state().isBusy(desk.task().target())).isFalse();
    queue.runAll();
    assertThat(desk.task().progress()).isEqualTo(new Progress.Unwatched(desk.time.instant()));
    assertThat(api.calls).containsExactly("submit " + BRANCH);
    assertThat(new RunningOperations(config).load().running()).isEmpty();
  }

  @Test
  void clearingLeavesWhatRuns() {
    Desk desk = queuedDesk();
    desk.submit(Change.Delete.soft(BRANCH));
    desk.submit(Change.Delete.soft(SHOP));
    queue.runNext();
    desk.changes.stopWatching(1);
    desk.changes.clearEnded();
    assertThat(desk.store.state().tasks())
        .singleElement()
        .extracting(BackgroundTask::target)
        .isEqualTo(Ref.of(WorkspaceId.LOCAL, SHOP));
  }

  @Test
  void theListIsBoundedAndKeepsWhatRuns() {
    Desk desk = queuedDesk();
    desk.submit(Change.Delete.soft(SHOP));
    api.onSubmit(_ -> {
      throw new ApiException(Samples.network());
    });
    for (int i = 0; i < TaskRows.MOST + 10; i++) {
      desk.submit(Change.Delete.soft(BRANCH));
      queue.runLast();
    }
    List<BackgroundTask> tasks = desk.store.state().tasks();
    assertThat(tasks).hasSize(TaskRows.MOST);
    assertThat(tasks.getLast().id()).isEqualTo(1);
    assertThat(tasks.getFirst().id()).isEqualTo(TaskRows.MOST + 11);
  }

  @Test
  void theUsualDurationIsTheMedianOfTheLastRunsAndIsRemembered() {
    Desk desk = desk();
    api.put(Samples.branch(BRANCH)).nextOperation(() -> InMemoryApi.done(BRANCH));
    desk.submit(CREATE);
    assertThat(desk.task().usual()).isNull();
    for (int seconds : new int[] {9, 8, 90}) {
      desk.usual.add(Verb.CREATE, ResourceKind.BRANCH, Duration.ofSeconds(seconds));
    }
    desk.usual.save();

    Desk next = desk();
    api.nextOperation(() -> InMemoryApi.done(BRANCH));
    next.submit(CREATE);
    assertThat(next.task().usual()).isEqualTo(Duration.ofSeconds(8));
    assertThat(next.usual.usual(Verb.DELETE, ResourceKind.BRANCH)).isEmpty();
  }
}
