package lakebase.ui.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import lakebase.model.ApiFailure;
import lakebase.model.Change;
import lakebase.model.Endpoint;
import lakebase.model.SizeRange;
import lakebase.model.Suspension;
import lakebase.state.Ref;
import lakebase.task.Outcome;
import lakebase.testkit.FakeUi;
import lakebase.testkit.Samples;
import lakebase.ui.dialog.DialogFooter.Tone;
import lakebase.ui.dialog.EditSession;
import lakebase.ui.dialog.StaleApi;
import lakebase.ui.form.Conflict;
import lakebase.ui.form.SizeInput;
import lakebase.ui.form.SuspensionInput;
import org.junit.jupiter.api.Test;

/** The edit of a compute and its course, without a toolkit. */
class EndpointEditTest {

  private final FakeUi ui = new FakeUi(Samples.state());
  private final Endpoint compute = (Endpoint) Samples.resource(Samples.PRIMARY);
  private final EndpointEdit model = new EndpointEdit(ui.context, compute.spec());
  private final List<String> accepted = new ArrayList<>();
  private final EditSession<?> session =
      EditSession.of(
          ui.context,
          Ref.of(Samples.LOCAL, Samples.PRIMARY),
          "primary",
          model.edit,
          model.form(),
          api -> api.getEndpoint(Samples.PRIMARY).spec());

  EndpointEditTest() {
    ui.api = StaleApi.answering(() -> compute);
    session.whenAccepted(() -> accepted.add("accepted"));
  }

  @Test
  void onlyWhatWasChangedIsSent() {
    model.size.set(new SizeInput("1", "8"));
    session.save();
    assertThat(((Change.Update) ui.submitted.getFirst()).mask().toString())
        .isEqualTo("spec.autoscaling_limit_max_cu");
    assertThat(accepted).hasSize(1);
  }

  @Test
  void withoutAChangeThereIsNothingToSave() {
    session.save();
    assertThat(ui.submitted).isEmpty();
    assertThat(session.statusProperty().get().text()).isEqualTo("There is nothing to save.");
  }

  /** It stood there still when there was something to save. */
  @Test
  void whatStoodInTheWayIsNotSaidAnyLonger() {
    session.save();
    model.size.set(new SizeInput("1", "x"));
    assertThat(session.statusProperty().get().text()).isEmpty();
    session.save();
    assertThat(session.statusProperty().get().tone()).isEqualTo(Tone.WARNING);
    model.size.set(new SizeInput("1", "8"));
    assertThat(session.statusProperty().get().text()).isEmpty();
  }

  @Test
  void aChangeTakenBackIsNoChange() {
    model.size.set(new SizeInput("1", "8"));
    assertThat(model.size.changedProperty().get()).isTrue();
    model.size.reset();
    assertThat(model.size.get()).isEqualTo(new SizeInput("1", "4"));
    assertThat(model.edit.changes()).isEmpty();
  }

  @Test
  void whatSomebodyElseChangedMeanwhileIsTakenOverAndSaid() {
    model.suspension.set(model.suspension.get().withNever(true));
    ui.api =
        StaleApi.answering(() -> compute.withSpec(compute.spec().withSize(new SizeRange(2, 6))));
    session.save();
    Change.Update sent = (Change.Update) ui.submitted.getFirst();
    assertThat(sent.mask().toString()).isEqualTo("spec.suspension");
    assertThat(model.size.get()).isEqualTo(new SizeInput("2", "6"));
    assertThat(session.statusProperty().get().text()).contains("taken over");
  }

  @Test
  void aConflictStopsTheSavingUntilItIsDecided() {
    model.size.set(new SizeInput("1", "8"));
    ui.api =
        StaleApi.answering(() -> compute.withSpec(compute.spec().withSize(new SizeRange(1, 6))));
    session.save();
    assertThat(ui.submitted).isEmpty();
    assertThat(session.statusProperty().get().tone()).isEqualTo(Tone.WARNING);
    model.edit.decide("spec.autoscaling_limit_max_cu", Conflict.Choice.MINE);
    assertThat(session.statusProperty().get().text()).isEmpty();
    session.save();
    assertThat(ui.submitted).hasSize(1);
  }

  @Test
  void aRefusedFieldKeepsTheEntriesAndSaysWhy() {
    model.size.set(new SizeInput("1", "8"));
    ui.answer =
        _ ->
            new Outcome.Failure<>(
                new ApiFailure.Invalid(
                    Samples.failure(400, "INVALID_PARAMETER_VALUE", "too much"),
                    "spec.autoscaling_limit_max_cu"));
    session.save();
    assertThat(accepted).isEmpty();
    assertThat(model.size.problemProperty().get()).isEqualTo("too much");
    assertThat(model.size.get().max()).isEqualTo("8");
  }

  @Test
  void anyOtherFailureStandsAboveTheForm() {
    model.size.set(new SizeInput("1", "8"));
    ui.answer =
        _ ->
            new Outcome.Failure<>(
                new ApiFailure.Conflict(Samples.failure(409, "ABORTED", "reconciliation")));
    session.save();
    assertThat(session.submission().failureProperty().get()).isNotNull();
    assertThat(session.submission().busyProperty().get()).isFalse();
  }

  @Test
  void highAvailabilityNeedsAComputeThatNeverSuspends() {
    model.computes.set(2);
    assertThat(model.computes.validate()).isFalse();
    session.save();
    assertThat(ui.submitted).isEmpty();
    model.suspension.set(SuspensionInput.of(Suspension.never()));
    assertThat(model.computes.problemProperty().get()).isEmpty();
    session.save();
    assertThat(((Change.Update) ui.submitted.getFirst()).mask().paths())
        .containsExactly("spec.suspension", "spec.group.min", "spec.group.max");
  }
}
