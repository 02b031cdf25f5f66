package lakebase.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import lakebase.api.ApiException;
import lakebase.disk.RunningOperations;
import lakebase.model.ApiFailure;
import lakebase.model.BranchDraft;
import lakebase.model.BranchName;
import lakebase.model.Change;
import lakebase.model.DatabaseDraft;
import lakebase.model.DatabaseName;
import lakebase.model.DatabaseSpec;
import lakebase.model.Expiration;
import lakebase.model.Operation;
import lakebase.model.ProjectName;
import lakebase.model.ResourceKind;
import lakebase.model.ResourceName;
import lakebase.model.RoleAttributes;
import lakebase.model.RoleDraft;
import lakebase.model.RoleName;
import lakebase.model.RoleSpec;
import lakebase.state.BackgroundTask;
import lakebase.state.BackgroundTask.Progress;
import lakebase.state.Ref;
import lakebase.state.WorkspaceId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the service takes one at a time, and what it refuses because it is busy. */
class ChangeQueueTest {

  private static final ProjectName SHOP = ProjectName.of("shop");
  private static final BranchName BRANCH = SHOP.branch("dev");
  private static final RoleName ANNA = BRANCH.role("anna");
  private static final RoleName BERT = BRANCH.role("bert");
  private static final DatabaseName SALES = BRANCH.database("sales");
  private static final String SENTENCE =
      "Your project already has conflicting operations in progress. Please wait until they are"
          + " complete, and then try again.";

  @TempDir private Path config;
  private final InMemoryApi api = new InMemoryApi();
  private final QueuedTaskRunner queue = new QueuedTaskRunner();
  private Desk desk;

  @BeforeEach
  void open() {
    desk = new Desk(config, api, queue).knowing(Samples.project("shop", "Shop"));
    desk.knowing(Samples.branch(BRANCH));
    api.onSubmit(change -> InMemoryApi.done(change.subject()));
  }

  @Test
  void changesOfOneBranchGoOneAfterTheOther() {
    desk.submit(role(ANNA));
    desk.submit(role(BERT));
    desk.submit(new Change.Delete(SALES, false, null));
    assertThat(progress(1)).isEqualTo(new Progress.Sending());
    assertThat(progress(2)).isEqualTo(new Progress.Waiting(1));
    assertThat(progress(3)).isEqualTo(new Progress.Waiting(2));
    assertThat(desk.accepted).isEmpty();

    queue.runAll();
    assertThat(submitted()).containsExactly("submit " + ANNA, "submit " + BERT, "submit " + SALES);
    assertThat(desk.accepted).hasSize(3).hasOnlyElementsOfType(Outcome.Success.class);
    assertThat(desk.store.state().tasks()).noneMatch(BackgroundTask::isRunning);
  }

  @Test
  void theNextIsSentWhenTheOneBeforeFailed() {
    api.onSubmit(change -> {
      if (change.subject().equals(ANNA)) {
        throw new ApiException(
            new ApiFailure.Invalid(Samples.details(400, "BAD_REQUEST", "no"), null));
      }
      return InMemoryApi.done(change.subject());
    });
    desk.submit(role(ANNA));
    desk.submit(role(BERT));
    queue.runAll();
    assertThat(progress(1)).isInstanceOf(Progress.Failed.class);
    assertThat(progress(2)).isInstanceOf(Progress.Succeeded.class);
  }

  @Test
  void theNextIsSentWhenTheOneBeforeIsNotWatchedAnyMore() {
    api.onSubmit(change -> InMemoryApi.running(change.subject()));
    desk.submit(role(ANNA));
    desk.submit(role(BERT));
    queue.runNext();
    assertThat(progress(2)).isEqualTo(new Progress.Waiting(1));
    desk.changes.stopWatching(1);
    assertThat(progress(2)).isEqualTo(new Progress.Sending());
  }

  @Test
  void otherBranchesAndTheBranchItselfDoNotWait() {
    BranchName other = SHOP.branch("other");
    desk.knowing(Samples.branch(other));
    desk.submit(role(ANNA));
    desk.submit(role(other.role("anna")));
    desk.submit(Change.Delete.soft(BRANCH));
    assertThat(List.of(progress(1), progress(2), progress(3))).containsOnly(new Progress.Sending());
  }

  @Test
  void whatIsInABranchWaitsUntilTheBranchIsMade() {
    BranchName fresh = SHOP.branch("fresh");
    desk.submit(new Change.Create(BranchDraft.of(fresh, Expiration.never())));
    desk.submit(role(fresh.role("anna")));
    assertThat(progress(2)).isEqualTo(new Progress.Waiting(1));
  }

  @Test
  void twoCreationsWithoutIdsWaitForEachOtherAndDoNotOccupyTheBranch() {
    desk.submit(withoutId("anna"));
    desk.submit(withoutId("bert"));
    assertThat(task(1).kind()).isEqualTo(ResourceKind.ROLE);
    assertThat(progress(2)).isEqualTo(new Progress.Waiting(1));
    assertThat(desk.store.state().isBusy(Ref.of(WorkspaceId.LOCAL, BRANCH))).isFalse();
  }

  @Test
  void whatWaitsCanBeTakenBack() {
    desk.submit(role(ANNA));
    desk.submit(role(BERT));
    desk.submit(database());
    desk.changes.withdraw(2);
    assertThat(progress(2)).isEqualTo(new Progress.Unsent(desk.time.instant(), true));
    assertThat(progress(3)).isEqualTo(new Progress.Waiting(1));
    assertThat(desk.accepted)
        .singleElement()
        .isInstanceOfSatisfying(
            Outcome.Failure.class,
            refused ->
                assertThat(refused.failure().details().error().errorCode())
                    .isEqualTo(OperationFailures.WITHDRAWN));
    desk.changes.withdraw(1);
    assertThat(progress(1)).as("is on its way").isEqualTo(new Progress.Sending());
    queue.runAll();
    assertThat(submitted()).containsExactly("submit " + ANNA, "submit " + SALES);
  }

  @Test
  void whatWaitedTookOnlyTheTimeSinceItWasSent() {
    desk.submit(role(ANNA));
    desk.submit(role(BERT));
    desk.time.sleep(Duration.ofMinutes(5));
    queue.runAll();
    assertThat(task(2).started()).isEqualTo(desk.time.instant());
    assertThat(desk.usual.usual(BackgroundTask.Verb.CREATE, ResourceKind.ROLE))
        .hasValueSatisfying(usual -> assertThat(usual).isLessThan(Duration.ofMinutes(6)));
  }

  @Test
  void whatWasNotSentSaysSoAtTheNextStartAndIsNotSentThen() {
    desk.submit(role(ANNA));
    desk.submit(role(BERT));
    // Neither answered, but the list was written down.
    queue.runLast();
    api.calls.clear();

    Desk next = new Desk(config, api, new InlineTaskRunner());
    next.changes.resume(WorkspaceId.LOCAL);
    assertThat(next.task().target()).isEqualTo(Ref.of(WorkspaceId.LOCAL, BERT));
    assertThat(next.task().kind()).isEqualTo(ResourceKind.ROLE);
    assertThat(next.task().progress()).isEqualTo(new Progress.Unsent(next.time.instant(), false));
    assertThat(api.calls).isEmpty();
    assertThat(new RunningOperations(config).load().running()).isEmpty();
  }

  @Test
  void aBusyServiceIsAskedAgainUntilItTakesTheChange() {
    int[] refusals = {0};
    api.onSubmit(change -> {
      if (refusals[0]++ < 3) {
        throw busy(refusals[0] % 2 == 0 ? "RESOURCE_CONFLICT" : "ABORTED", SENTENCE);
      }
      return InMemoryApi.done(change.subject());
    });
    desk.submit(role(ANNA));
    desk.submit(role(BERT));
    queue.runNext();
    assertThat(progress(1)).isInstanceOf(Progress.Held.class);
    assertThat(task(1).isUnsent()).isTrue();
    assertThat(progress(2)).isEqualTo(new Progress.Waiting(1));
    queue.runAll();
    assertThat(api.count("submit " + ANNA)).isEqualTo(4);
    assertThat(desk.accepted).hasSize(2).hasOnlyElementsOfType(Outcome.Success.class);
  }

  @Test
  void aServiceThatStaysBusyIsNotAskedForEver() {
    api.onSubmit(_ -> {
      throw busy("CONFLICT", "Endpoint reconciliation still in progress");
    });
    desk.submit(role(ANNA));
    queue.runAll();
    assertThat(progress(1)).isInstanceOf(Progress.Failed.class);
    assertThat(desk.accepted).hasSize(1);
    Duration asked = desk.time.sleeps().stream().reduce(Duration.ZERO, Duration::plus);
    assertThat(asked).isBetween(ChangeService.PATIENCE, ChangeService.PATIENCE.plusSeconds(10));
  }

  @Test
  void whatIsHeldCanBeTakenBack() {
    api.onSubmit(_ -> {
      throw busy("ABORTED", SENTENCE);
    });
    desk.submit(role(ANNA));
    queue.runNext();
    desk.changes.withdraw(1);
    queue.runAll();
    assertThat(progress(1)).isEqualTo(new Progress.Unsent(desk.time.instant(), true));
    assertThat(api.count("submit " + ANNA)).isEqualTo(1);
  }

  @Test
  void whatIsOnItsWayIsNotWrittenDownAsUnsent() {
    List<Integer> written = new ArrayList<>();
    api.onSubmit(change -> {
      written.add(new RunningOperations(config).load().running().size());
      if (written.size() == 1) {
        throw busy("ABORTED", SENTENCE);
      }
      return InMemoryApi.done(change.subject());
    });
    desk.submit(role(ANNA));
    queue.runNext();
    queue.runNext();
    assertThat(progress(1)).isInstanceOf(Progress.Held.class);
    assertThat(new RunningOperations(config).load().running()).hasSize(1);
    queue.runAll();
    assertThat(written).containsExactly(0, 0);
  }

  @Test
  void whatIsOnItsWayWhenItsWorkspaceIsForgottenIsNeitherFollowedNorSentAgain() {
    desk.submit(role(ANNA));
    desk.changes.forget(WorkspaceId.LOCAL);
    assertThat(progress(1)).isEqualTo(new Progress.Unwatched(desk.time.instant()));
    queue.runAll();
    assertThat(desk.accepted).hasOnlyElementsOfType(Outcome.Success.class).hasSize(1);
    assertThat(api.calls).containsExactly("submit " + ANNA);

    api.onSubmit(_ -> {
      throw busy("ABORTED", SENTENCE);
    });
    desk.submit(role(BERT));
    desk.changes.forget(WorkspaceId.LOCAL);
    queue.runAll();
    assertThat(desk.accepted).hasSize(2);
    assertThat(api.count("submit " + BERT)).isEqualTo(1);
  }

  @Test
  void aNameThatIsTakenIsNoBusyService() {
    api.onSubmit(_ -> {
      throw busy("ALREADY_EXISTS", "branch with such id already exists");
    });
    desk.submit(role(ANNA));
    queue.runAll();
    assertThat(progress(1)).isInstanceOf(Progress.Failed.class);
    assertThat(api.count("submit " + ANNA)).isEqualTo(1);
  }

  @Test
  void anOperationThatFailsLaterIsNotRepeated() {
    api.onSubmit(change ->
        new Operation(
            InMemoryApi.nameOf(change.subject()),
            null,
            new Operation.Outcome.Failed(Samples.details(0, "ABORTED", SENTENCE).error())));
    desk.submit(role(ANNA));
    queue.runAll();
    assertThat(progress(1)).isInstanceOf(Progress.Failed.class);
    assertThat(api.count("submit " + ANNA)).isEqualTo(1);
  }

  private static ApiException busy(String code, String message) {
    return new ApiException(new ApiFailure.Conflict(Samples.details(409, code, message)));
  }

  private Progress progress(long id) {
    return task(id).progress();
  }

  private BackgroundTask task(long id) {
    return desk.store.state().tasks().stream()
        .filter(task -> task.id() == id)
        .findFirst()
        .orElseThrow();
  }

  private List<String> submitted() {
    return api.calls.stream().filter(call -> call.startsWith("submit ")).toList();
  }

  private static Change role(RoleName name) {
    return new Change.Create(RoleDraft.plain(name.branch(), name.id().value(), name.id().value()));
  }

  private static Change withoutId(String postgresRole) {
    RoleSpec spec = new RoleSpec(List.of(), RoleAttributes.NONE);
    return new Change.Create(new RoleDraft(BRANCH, null, postgresRole, null, null, spec, false));
  }

  private static Change database() {
    ResourceName name = SALES;
    return new Change.Create(
        new DatabaseDraft(BRANCH, name.id(), new DatabaseSpec("sales", ANNA), false));
  }
}
