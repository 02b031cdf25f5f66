package lakebase.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import lakebase.model.ApiFailure;
import lakebase.model.Branch;
import lakebase.model.BranchDraft;
import lakebase.model.Change;
import lakebase.model.Endpoint;
import lakebase.model.Expiration;
import lakebase.task.Outcome;
import lakebase.testkit.Fx;
import lakebase.testkit.FxTest;
import lakebase.testkit.Samples;
import lakebase.tour.Ui;
import lakebase.ui.branch.BranchDialogs;
import lakebase.ui.delete.DeleteDialogs;
import lakebase.ui.dialog.DialogStage;
import lakebase.ui.endpoint.EndpointDialogs;
import org.junit.jupiter.api.Test;

/** One dialog of each kind, by keyboard alone. */
@FxTest
class DialogJourneyTest {

  private final DialogStage stage = DialogStage.english();

  @Test
  void aBranchIsCreatedByKeyboard() {
    Fx.run(() ->
        new BranchDialogs(stage.ui.context, stage.host)
            .create(Samples.LOCAL, Samples.SHOP, Samples.PRODUCTION));
    Ui.waitForFocus("field-branch_id");
    Ui.type("try-out");
    Ui.press(KeyCode.ENTER);
    assertThat(stage.ui.submitted).isEmpty();
    Ui.waitForFocus("field-expiration");
    Ui.press(KeyCode.TAB);
    Ui.press(KeyCode.SPACE);
    Ui.press(KeyCode.ENTER);
    BranchDraft draft = (BranchDraft) ((Change.Create) stage.ui.submitted.getFirst()).draft();
    assertThat(draft.expiration()).isEqualTo(Expiration.after(Duration.ofDays(1)));
    assertThat(Ui.isShown("dialog-create")).isFalse();
    Ui.waitForFocus("behind");
  }

  @Test
  void aMomentIsProposedAndJudgedAsItIsTyped() {
    Fx.run(() ->
        new BranchDialogs(stage.ui.context, stage.host)
            .create(Samples.LOCAL, Samples.SHOP, Samples.PRODUCTION));
    assertThat(stage.ui.calls).contains("refresh " + Samples.PRODUCTION);
    Ui.click("choice-point-TIME");
    assertThat(Ui.find("time-point", TextInputControl.class).getText()).isEqualTo("08:14:03");
    assertThat(Ui.text(Ui.find("range-point"))).contains("9:20:14").endsWith("to now");
    assertThat(Ui.isShown("error-point")).isFalse();
    Ui.type("time-point", "8d");
    assertThat(Ui.text(Ui.find("error-point"))).contains("9:20:14");
    Ui.type("time-point", "6d");
    assertThat(Ui.isShown("error-point")).isFalse();
    Ui.click("choice-point-LSN");
    assertThat(Ui.text(Ui.find("range-point"))).contains("0/15A3F20");
    Ui.type("lsn-point", "0/1");
    assertThat(Ui.isShown("error-point")).isTrue();
  }

  @Test
  void aComputeIsEditedByKeyboardAndKeptOnFailure() {
    stage.serves(Endpoint.class, Samples.PRIMARY, compute -> compute);
    stage.ui.answer =
        _ ->
            new Outcome.Failure<>(
                new ApiFailure.Unavailable(Samples.failure(503, "UNAVAILABLE", "later")));
    Fx.run(() ->
        new EndpointDialogs(stage.ui.context, stage.host).edit(DialogStage.ref(Samples.PRIMARY)));
    Ui.waitForFocus("field-autoscaling_limit");
    Ui.press(KeyCode.TAB);
    Ui.type("max-autoscaling_limit", "8");
    Ui.press(KeyCode.ENTER);
    assertThat(stage.ui.submitted).hasSize(1);
    assertThat(Ui.isShown("dialog-error")).isTrue();
    assertThat(Ui.find("max-autoscaling_limit", TextInputControl.class).getText()).isEqualTo("8");
    Ui.press(KeyCode.ESCAPE);
    Ui.waitForText("Discard 1 change?");
    Ui.waitForText("Keep editing");
    Ui.press(KeyCode.ESCAPE);
    assertThat(Ui.isShown("dialog-save")).isTrue();
    Ui.press(KeyCode.ESCAPE);
    Ui.press(KeyCode.TAB);
    Ui.press(KeyCode.ENTER);
    assertThat(Ui.isShown("dialog-save")).isFalse();
  }

  /** Both numbers were marked when one was changed, and taken back together. */
  @Test
  void onlyTheNumberThatWasChangedIsMarkedAndTakenBack() {
    stage.serves(Endpoint.class, Samples.PRIMARY, compute -> compute);
    Fx.run(() ->
        new EndpointDialogs(stage.ui.context, stage.host).edit(DialogStage.ref(Samples.PRIMARY)));
    Ui.type("max-autoscaling_limit", "8");
    assertThat(isMarked("max-autoscaling_limit")).isTrue();
    assertThat(isMarked("field-autoscaling_limit")).isFalse();
    assertThat(Ui.isShown("reset-min-autoscaling_limit")).isFalse();
    Ui.type("field-autoscaling_limit", "2");
    assertThat(isMarked("field-autoscaling_limit")).isTrue();
    Ui.click("reset-max-autoscaling_limit");
    Ui.waitForFocus("max-autoscaling_limit");
    assertThat(Ui.text(Ui.find("max-autoscaling_limit"))).isEqualTo("4");
    assertThat(isMarked("max-autoscaling_limit")).isFalse();
    assertThat(Ui.text(Ui.find("field-autoscaling_limit"))).isEqualTo("2");
    Ui.click("dialog-save");
    assertThat(((Change.Update) stage.ui.submitted.getFirst()).mask().toString())
        .isEqualTo("spec.autoscaling_limit_min_cu");
  }

  private static boolean isMarked(String id) {
    return Ui.find(id).getPseudoClassStates().contains(PseudoClass.getPseudoClass("changed"));
  }

  @Test
  void aSwitchIsTurnedByTheSpaceBar() {
    stage.serves(Branch.class, Samples.DEVELOPMENT, branch -> branch);
    Fx.run(() ->
        new BranchDialogs(stage.ui.context, stage.host).edit(DialogStage.ref(Samples.DEVELOPMENT)));
    Ui.waitForFocus("field-is_protected");
    Ui.press(KeyCode.SPACE);
    Ui.press(KeyCode.ENTER);
    assertThat(((Change.Update) stage.ui.submitted.getFirst()).mask().toString())
        .isEqualTo("spec.is_protected");
  }

  @Test
  void aBranchIsDeletedForGoodOnlyWithItsNameAndOnlyOnce() {
    Fx.run(() ->
        new DeleteDialogs(stage.ui.context, stage.host)
            .delete(DialogStage.ref(Samples.DEVELOPMENT)));
    Ui.waitForFocus("dialog-cancel");
    Ui.click("delete-purge");
    Ui.click("dialog-confirm");
    assertThat(stage.ui.submitted).isEmpty();
    Ui.type("dialog-typed", "development");
    Button confirm = Ui.find("dialog-confirm", Button.class);
    Fx.run(() -> {
      confirm.fire();
      confirm.fire();
    });
    assertThat(stage.ui.submitted).containsExactly(Change.Delete.forGood(Samples.DEVELOPMENT));
  }
}
