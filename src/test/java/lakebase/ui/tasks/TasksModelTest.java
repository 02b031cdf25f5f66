package lakebase.ui.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import lakebase.api.FailureKinds;
import lakebase.model.ApiFailure;
import lakebase.model.OperationName;
import lakebase.model.ResourceName;
import lakebase.model.ServiceError;
import lakebase.state.AppState;
import lakebase.state.BackgroundTask;
import lakebase.state.BackgroundTask.Progress;
import lakebase.state.BackgroundTask.Verb;
import lakebase.state.Ref;
import lakebase.testkit.FakeUi;
import lakebase.testkit.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TasksModelTest {

  private static final Instant NOW = Samples.NOW;

  private final FakeUi ui = new FakeUi(Samples.state());
  private final TasksModel model = new TasksModel(ui.context);

  private List<TaskRow> rows(BackgroundTask... tasks) {
    ui.store.update(state -> state.withTasks(List.of(tasks)));
    model.refresh();
    return model.rows();
  }

  private static BackgroundTask task(long id, ResourceName target, int secondsAgo, Progress now) {
    return new BackgroundTask(
        id,
        Verb.UPDATE,
        Ref.of(Samples.LOCAL, target),
        target.id().value(),
        List.of("spec.a", "spec.b"),
        NOW.minusSeconds(secondsAgo),
        Duration.ofSeconds(8),
        new OperationName(target + "/operations/op-" + id),
        now);
  }

  private static Progress succeeded(int secondsAgo) {
    return new Progress.Succeeded(NOW.minusSeconds(secondsAgo), "{\"name\":\"x\"}");
  }

  @Test
  void whatRunsIsFirstThenWhatEndedLast() {
    List<TaskRow> rows =
        rows(
            task(5, Samples.SHOP, 90, succeeded(60)),
            task(4, Samples.PR_1841, 20, new Progress.Running()),
            task(3, Samples.ANALYTICS, 30, new Progress.Unwatched(NOW.minusSeconds(3))),
            task(2, Samples.PRIMARY, 10, new Progress.Settling()),
            task(1, Samples.CHECKOUT, 99, succeeded(1)));
    assertThat(rows).extracting(TaskRow::id).containsExactly(2L, 4L, 1L, 3L, 5L);
    assertThat(model.runningProperty().get()).isEqualTo(2);
    assertThat(model.anyEndedProperty().get()).isTrue();
  }

  @Test
  void aRunningRowSaysHowFarItIsAgainstItsUsualTime() {
    TaskRow row = rows(task(1, Samples.PR_1841, 4, new Progress.Running())).getFirst();
    assertThat(row.verb()).isEqualTo("Update branch");
    assertThat(row.title()).isEqualTo("pr-1841");
    assertThat(row.where()).isEqualTo("in Shop");
    assertThat(row.time()).isEqualTo("4 s · usually 8 s");
    assertThat(row.share()).isEqualTo(0.5);
    assertThat(row.watchable()).isTrue();
    assertThat(row.spoken())
        .isEqualTo(
            "Running, Update branch pr-1841, in Shop, 4 s · usually 8 s,"
                + " the service is applying it");
  }

  @Test
  void theBarIsNeverFullBeforeTheEnd() {
    assertThat(rows(task(1, Samples.SHOP, 500, new Progress.Running())).getFirst().share())
        .isEqualTo(0.95);
    BackgroundTask first = task(1, Samples.SHOP, 5, new Progress.Running()).withUsual(null);
    assertThat(rows(first).getFirst().share()).isNegative();
    assertThat(rows(first).getFirst().time()).isEqualTo("5 s");
  }

  @Test
  void aComputeIsPlacedByProjectAndBranch() {
    assertThat(rows(task(1, Samples.PRIMARY, 1, new Progress.Settling())).getFirst().where())
        .isEqualTo("Shop / production");
    assertThat(rows(task(1, Samples.SHOP, 1, new Progress.Settling())).getFirst().where())
        .isEmpty();
  }

  @Test
  void anEndedRowSaysHowLongItTookAndWhatWasChanged() {
    BackgroundTask done =
        task(1, Samples.SHOP, 10, new Progress.Succeeded(NOW.minusMillis(8_800), "{}"));
    TaskRow row = rows(done).getFirst();
    assertThat(row.time()).startsWith("1.2 s · ");
    assertThat(row.statusWord()).isEqualTo("Done");
    assertThat(row.state()).isEqualTo("spec.a, spec.b");
    assertThat(row.watchable()).isFalse();
  }

  @Test
  void aFailureIsTheServicesOwnWords() {
    ServiceError error =
        new ServiceError("BAD_REQUEST", "cannot delete protected branch", List.of(), null);
    ApiFailure failure = FailureKinds.ofOperation(error, "projects/sample-shop/operations/op-1");
    TaskRow row = rows(task(1, Samples.SHOP, 10, new Progress.Failed(NOW, failure))).getFirst();
    assertThat(row.statusWord()).isEqualTo("Failed");
    assertThat(row.state()).isEqualTo("cannot delete protected branch");
    assertThat(model.failure(row)).isPresent();
  }

  @Test
  void aPauseSaysWhy() {
    ApiFailure lost = new ApiFailure.Network(Samples.failure(0, "NETWORK", "java.net.Whatever"));
    TaskRow row = rows(task(1, Samples.SHOP, 10, new Progress.Paused(lost))).getFirst();
    assertThat(row.status()).isEqualTo(TaskRow.Status.PAUSED);
    assertThat(row.state()).isEqualTo("no connection; trying again");
  }

  @Test
  void markdownTellsSupportEverythingAndNoSecret() {
    ServiceError error =
        new ServiceError(
            "ABORTED",
            "busy with dapi0123456789abcdef0123",
            List.of("{\"token\":\"s3cret\"}"),
            "t-1");
    ApiFailure failure =
        new ApiFailure.Conflict(new ApiFailure.Details(409, error, "PATCH projects/sample-shop"));
    TaskRow row = rows(task(1, Samples.SHOP, 10, new Progress.Failed(NOW, failure))).getFirst();
    assertThat(model.markdown(row))
        .startsWith("### Update project sample-shop")
        .contains(
            "- Operation: `projects/sample-shop/operations/op-1`",
            "- Fields: `spec.a`, `spec.b`",
            "- Ended: 2026-11-22T09:14:03Z",
            "ABORTED",
            "t-1",
            "409")
        .doesNotContain("dapi0123", "s3cret");

    TaskRow done = rows(task(2, Samples.SHOP, 10, succeeded(1))).getFirst();
    assertThat(model.markdown(done)).contains("```json\n{\"name\":\"x\"}\n```");
  }

  @Test
  void showingATargetThatIsGoneShowsWhatItLivedIn() {
    model.showTarget(rows(task(1, Samples.PRIMARY, 1, succeeded(0))).getFirst());
    ResourceName gone = Samples.SHOP.branch("nowhere").endpoint("primary");
    model.showTarget(rows(task(2, gone, 1, succeeded(0))).getFirst());
    assertThat(ui.calls).containsExactly("select " + Samples.PRIMARY, "select " + Samples.SHOP);
  }

  @Test
  void actionsReachTheService() {
    TaskRow row = rows(task(7, Samples.SHOP, 1, new Progress.Running())).getFirst();
    model.stopWatching(row);
    model.clearEnded();
    assertThat(ui.calls).containsExactly("stopWatching 7", "clearEnded");
  }

  @Test
  void newsIsWhatRanAndEnded() {
    TaskNews news = new TaskNews();
    BackgroundTask running = task(1, Samples.SHOP, 9, new Progress.Settling());
    BackgroundTask other = task(2, Samples.CHECKOUT, 9, new Progress.Running());
    BackgroundTask old = task(3, Samples.ANALYTICS, 99, succeeded(50));
    assertThat(news.look(List.of(other, running, old))).isEmpty();
    BackgroundTask done = running.withProgress(succeeded(0));
    BackgroundTask unwatched = other.withProgress(new Progress.Unwatched(NOW));
    assertThat(news.look(List.of(unwatched, done, old))).containsExactly(done);
    assertThat(news.look(List.of(unwatched, done, old))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void everyVerbKindAndStateHasWords(String language) {
    FakeUi spoken = new FakeUi(Samples.state(), Locale.forLanguageTag(language));
    TaskTexts words = new TaskTexts(spoken.context.texts(), spoken.context.formats());
    AppState state = spoken.store.state();
    for (Verb verb : Verb.values()) {
      for (ResourceName name :
          List.of(
              Samples.SHOP,
              Samples.PRODUCTION,
              Samples.PRIMARY,
              Samples.PRODUCTION.role("r"),
              Samples.PRODUCTION.database("d"))) {
        for (Progress progress :
            List.of(
                new Progress.Sending(),
                new Progress.Running(),
                new Progress.Settling(),
                new Progress.Unwatched(NOW))) {
          BackgroundTask task =
              new BackgroundTask(
                  1, verb, Ref.of(Samples.LOCAL, name), "t", List.of(), NOW, null, null, progress);
          TaskRow row = words.row(task, state, NOW);
          assertThat(List.of(row.verb(), row.statusWord(), row.state())).doesNotContain("");
        }
      }
    }
  }
}
