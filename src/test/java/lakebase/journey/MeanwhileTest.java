package lakebase.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.WindowEvent;
import lakebase.local.engine.Pace;
import lakebase.model.BranchDraft;
import lakebase.model.BranchName;
import lakebase.model.Change;
import lakebase.model.Endpoint;
import lakebase.model.EndpointName;
import lakebase.model.EndpointSpec;
import lakebase.model.Expiration;
import lakebase.model.MaskTable;
import lakebase.model.ProjectName;
import lakebase.model.SizeRange;
import lakebase.state.BackgroundTask;
import lakebase.state.BackgroundTask.Progress;
import lakebase.state.Settings;
import lakebase.testkit.Fx;
import lakebase.testkit.FxTest;
import lakebase.tour.Ui;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens when others change things, operations last, or the service refuses. */
@FxTest
class MeanwhileTest {

  private static final ProjectName PROJECT = ProjectName.of("sample-shop");
  private static final BranchName BRANCH = PROJECT.branch("development");
  private static final EndpointName COMPUTE = BRANCH.endpoint("primary");
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final Pace SLOW = new Pace(LONG, LONG, LONG, LONG, Duration.ZERO);

  @TempDir private Path home;

  private @Nullable Console opened;

  private void open(Pace pace) {
    opened = Console.open(home, Settings.DEFAULT, pace);
  }

  @AfterEach
  void close() {
    console().close();
  }

  private Console console() {
    return Objects.requireNonNull(opened);
  }

  @Test
  void whatSomebodyElseChangedToIsAskedAbout() throws InterruptedException {
    open(Pace.INSTANT);
    console().go(COMPUTE);
    Ui.press(KeyCode.F2);
    Ui.type("max-autoscaling_limit", "4");
    submit(new SizeRange(0.5, 8));
    long before = console().sent();
    Ui.click("dialog-save");
    Ui.waitForText("It was 2. Meanwhile somebody made it 8. You entered 4.");
    assertThat(console().changesSince(before)).isEmpty();
    Ui.click("conflict-MINE-autoscaling_limit_max_cu");
    Ui.click("dialog-save");
    Fx.waitFor("mine", () -> size().equals(new SizeRange(0.5, 4)));
    assertThat(console().changesSince(before)).hasSize(1);
  }

  @Test
  void aNameTakenMeanwhileKeepsTheDialog() throws InterruptedException {
    open(Pace.INSTANT);
    console().go(PROJECT);
    console().choose("new", "new-branch");
    Ui.type("field-branch_id", "try-out");
    Ui.click("choice-expiration-DAY");
    console()
        .api()
        .submit(new Change.Create(BranchDraft.of(PROJECT.branch("try-out"), Expiration.never())));
    Ui.click("dialog-create");
    Ui.waitForText("Conflict:");
    assertThat(Ui.find("field-branch_id", TextInputControl.class).getText()).isEqualTo("try-out");
    Ui.type("field-branch_id", "try-out-2");
    Ui.click("dialog-create");
    console().waitFor(PROJECT.branch("try-out-2"));
    assertThat(Ui.isShown("dialog-create")).isFalse();
  }

  @Test
  void aBusyComputeKeepsTheDialogAndADoubleClickIsOne() throws InterruptedException {
    open(SLOW);
    console().go(COMPUTE);
    Ui.press(KeyCode.F2);
    Ui.type("max-autoscaling_limit", "4");
    submit(new SizeRange(1, 2));
    long before = console().sent();
    Button save = Ui.find("dialog-save", Button.class);
    Fx.run(() -> {
      save.fire();
      save.fire();
    });
    Ui.waitForText("The service is busy with another change; it is tried again soon.");
    assertThat(console().state().tasks()).hasSize(1);
    assertThat(console().changesSince(before)).isNotEmpty();
    assertThat(Ui.find("max-autoscaling_limit", TextInputControl.class).getText()).isEqualTo("4");
  }

  /** The sample's production is protected, and a project may have one such branch (§8.1). */
  @Test
  void aSecondProtectedBranchIsRefusedWithTheReason() {
    open(Pace.INSTANT);
    console().go(BRANCH);
    Ui.press(KeyCode.F2);
    Ui.waitForFocus("field-is_protected");
    Ui.press(KeyCode.SPACE);
    Ui.press(KeyCode.ENTER);
    Ui.find("dialog-error");
    Ui.waitForText("The service says: “The maximum number of protected branches");
    Ui.press(KeyCode.SPACE);
    Ui.press(KeyCode.ESCAPE);
    console().go(PROJECT);
    console().choose("new", "new-branch");
    Ui.type("field-branch_id", "try-out");
    Ui.click("choice-expiration-DAY");
    Node protection = Ui.find("field-is_protected");
    Fx.run(protection::requestFocus);
    Ui.press(KeyCode.SPACE);
    Ui.click("dialog-create");
    Ui.find("dialog-error");
    Ui.waitForText("The service says: “The maximum number of protected branches");
  }

  @Test
  void aRunningOperationIsPickedUpAtTheNextStart() {
    open(SLOW);
    console().go(PROJECT);
    console().choose("new", "new-branch");
    Ui.type("field-branch_id", "late");
    Ui.click("choice-expiration-DAY");
    Ui.click("dialog-create");
    Fx.waitFor("the operation", () -> task().progress() instanceof Progress.Running);
    Fx.run(() ->
        console()
            .stage
            .fireEvent(new WindowEvent(console().stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    Ui.waitForText("Close while an operation is running?");
    Ui.click("dialog-confirm");
    Fx.waitFor("the window to close", () -> !console().stage.isShowing());
    open(Pace.INSTANT);
    Fx.waitFor(
        "its end",
        () ->
            console().state().tasks().stream()
                .anyMatch(found -> found.progress() instanceof Progress.Succeeded));
    assertThat(task().target()).isEqualTo(Console.ref(PROJECT.branch("late")));
    console().waitFor(PROJECT.branch("late").endpoint("primary"));
  }

  @Test
  void whatIsDeletedElsewhereSaysSo() throws InterruptedException {
    open(Pace.INSTANT);
    console().go(BRANCH);
    console().api().submit(Change.Delete.forGood(BRANCH));
    Ui.press(KeyCode.F5);
    Ui.waitForText("Deleted elsewhere");
    assertThat(Ui.find("edit").isDisabled()).isTrue();
    Fx.waitFor("the row to leave", () -> console().state().find(Console.ref(BRANCH)).isEmpty());
  }

  private BackgroundTask task() {
    return console().state().tasks().getFirst();
  }

  private SizeRange size() {
    return Objects.requireNonNull(console().known(Endpoint.class, COMPUTE).spec().size());
  }

  /** As somebody else would, who does not use this console(). */
  private void submit(SizeRange size) throws InterruptedException {
    EndpointSpec now = console().api().getEndpoint(COMPUTE).spec();
    console()
        .api()
        .submit(Change.Update.between(MaskTable.ENDPOINT, COMPUTE, now, now.withSize(size)));
  }
}
