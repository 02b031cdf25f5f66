package lakebase.ui.dialog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import lakebase.ui.Texts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.testfx.framework.junit5.ApplicationTest;

@SuppressWarnings("NullAway.Init")
class ModalDialogHostTest extends ApplicationTest {

  private static final Texts TEXTS = new Texts(Locale.ENGLISH);

  private ModalDialogHost host;
  private Button behind;
  private Scene scene;
  private int confirmed;

  @Override
  public void start(Stage stage) {
    host = new ModalDialogHost();
    behind = new Button("behind");
    scene = new Scene(new StackPane(new VBox(behind, new TextField()), host), 1000, 700);
    stage.setScene(scene);
    stage.show();
    behind.requestFocus();
  }

  @Test
  void theFocusStaysInsideAndReturns() {
    ConfirmDialog dialog = question(List.of("One.", "Two."), null);
    open(dialog);
    assertThat(focused().getId()).isEqualTo("dialog-cancel");
    for (int i = 0; i < 5; i++) {
      type(KeyCode.TAB);
      assertThat(focused().getId()).isIn("dialog-cancel", "dialog-confirm");
    }
    press(KeyCode.SHIFT).type(KeyCode.TAB).release(KeyCode.SHIFT);
    assertThat(focused().getId()).isIn("dialog-cancel", "dialog-confirm");
    type(KeyCode.ESCAPE);
    waitForFxEvents();
    assertThat(host.isOpen()).isFalse();
    assertThat(focused()).isEqualTo(behind);
  }

  @Test
  void enterOnTheFocusedCancelCancels() {
    open(question(List.of(), null));
    type(KeyCode.ENTER);
    assertThat(host.isOpen()).isFalse();
    assertThat(confirmed).isZero();
  }

  @Test
  void aGuardMustBeTypedAndASecondConfirmDoesNothingWhileBusy() {
    ConfirmDialog dialog = question(List.of(), "shop");
    open(dialog);
    clickOn("#dialog-confirm");
    assertThat(confirmed).isZero();
    assertThat(focused().getId()).isEqualTo("dialog-typed");
    write("shop");
    doubleClickOn("#dialog-confirm");
    assertThat(confirmed).isEqualTo(1);
    interact(() -> dialog.fail(new Trouble("It failed.", "Unchanged.", "Try again.", "500")));
    assertThat(lookup("#dialog-error").query().isVisible()).isTrue();
    clickOn("#dialog-confirm");
    assertThat(confirmed).isEqualTo(2);
  }

  @Test
  void aDialogIsNeverHigherThanTheWindow() {
    DialogFrame frame =
        new DialogFrame(TEXTS, MaterialDesignD.DATABASE, "High", "there", DialogFrame.Width.WIDE);
    Region high = new Region();
    high.setMinHeight(3000);
    frame.setBody(high);
    frame.addCancelButton("Cancel");
    interact(() -> host.open(frame));
    waitForFxEvents();
    assertThat(frame.getHeight()).isLessThanOrEqualTo(700);
    assertThat(lookup("#dialog-cancel").query().localToScene(0, 0).getY()).isLessThan(690);
  }

  @Test
  void aLaterDialogIsOnTopAndGivesTheFocusBack() {
    open(question(List.of(), null));
    Node first = focused();
    ConfirmDialog second = question(List.of(), null);
    open(second);
    assertThat(focused()).isNotEqualTo(first);
    type(KeyCode.ESCAPE);
    assertThat(host.isOpen()).isTrue();
    assertThat(focused()).isEqualTo(first);
  }

  @Test
  void aDialogThatMayNotCloseStays() {
    ConfirmDialog dialog = question(List.of(), null);
    dialog.frame().setMayClose(() -> false);
    open(dialog);
    type(KeyCode.ESCAPE);
    assertThat(host.isOpen()).isTrue();
  }

  private ConfirmDialog question(List<String> facts, @Nullable String guard) {
    ConfirmDialog[] self = new ConfirmDialog[1];
    self[0] =
        new ConfirmDialog(
            TEXTS,
            new Question(
                MaterialDesignD.DATABASE,
                "Delete this project?",
                "projects/shop",
                facts,
                "Delete project",
                "Cancel",
                true,
                guard),
            () -> {
              confirmed++;
              self[0].setBusy(true);
            });
    return self[0];
  }

  private void open(ConfirmDialog dialog) {
    interact(() -> host.open(dialog.frame()));
    waitForFxEvents();
  }

  private Node focused() {
    waitForFxEvents();
    return scene.getFocusOwner();
  }
}
