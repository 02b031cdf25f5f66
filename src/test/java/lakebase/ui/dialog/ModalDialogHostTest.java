package lakebase.ui.dialog;

import static org.assertj.core.api.Assertions.assertThat;

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
import lakebase.state.Settings;
import lakebase.testkit.Fx;
import lakebase.testkit.FxTest;
import lakebase.tour.Ui;
import lakebase.ui.Texts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;

@FxTest
@SuppressWarnings("NullAway.Init")
class ModalDialogHostTest {

  private static final Texts TEXTS = new Texts(Locale.ENGLISH);

  private ModalDialogHost host;
  private Button behind;
  private Scene scene;
  private int confirmed;

  @BeforeEach
  void show() {
    Fx.run(() -> {
      host = new ModalDialogHost();
      behind = new Button("behind");
    });
    scene =
        Fx.show(
                Fx.call(() -> new StackPane(new VBox(behind, new TextField()), host)),
                Settings.Theme.LIGHT,
                1000,
                700)
            .getScene();
    Fx.run(behind::requestFocus);
  }

  @Test
  void theFocusStaysInsideAndReturns() {
    ConfirmDialog dialog = make(List.of("One.", "Two."), null);
    open(dialog);
    assertThat(focused().getId()).isEqualTo("dialog-cancel");
    for (int i = 0; i < 5; i++) {
      Ui.press(KeyCode.TAB);
      assertThat(focused().getId()).isIn("dialog-cancel", "dialog-confirm");
    }
    Ui.press(KeyCode.TAB, Ui.Held.SHIFT);
    assertThat(focused().getId()).isIn("dialog-cancel", "dialog-confirm");
    Ui.press(KeyCode.ESCAPE);
    assertThat(host.isOpen()).isFalse();
    assertThat(focused()).isEqualTo(behind);
  }

  @Test
  void enterOnTheFocusedCancelCancels() {
    open(make(List.of(), null));
    Ui.press(KeyCode.ENTER);
    assertThat(host.isOpen()).isFalse();
    assertThat(confirmed).isZero();
  }

  @Test
  void aGuardMustBeTypedAndASecondConfirmDoesNothingWhileBusy() {
    ConfirmDialog dialog = make(List.of(), "shop");
    open(dialog);
    Ui.click("dialog-confirm");
    assertThat(confirmed).isZero();
    assertThat(focused().getId()).isEqualTo("dialog-typed");
    Ui.type("shop");
    twice("dialog-confirm");
    assertThat(confirmed).isEqualTo(1);
    Fx.run(() -> dialog.fail(new Trouble("It failed.", "Unchanged.", "Try again.", "500")));
    assertThat(Ui.isShown("dialog-error")).isTrue();
    Ui.click("dialog-confirm");
    assertThat(confirmed).isEqualTo(2);
  }

  @Test
  void aDialogIsNeverHigherThanTheWindow() {
    DialogFrame frame =
        Fx.call(() ->
            new DialogFrame(
                TEXTS, MaterialDesignD.DATABASE, "High", "there", DialogFrame.Width.WIDE));
    Fx.run(() -> {
      Region high = new Region();
      high.setMinHeight(3000);
      frame.setBody(high);
      frame.addCancelButton("Cancel");
    });
    Fx.run(() -> host.open(frame));
    Fx.settle();
    assertThat(frame.getHeight()).isLessThanOrEqualTo(700);
    assertThat(Ui.find("dialog-cancel").localToScene(0, 0).getY()).isLessThan(690);
  }

  @Test
  void aLaterDialogIsOnTopAndGivesTheFocusBack() {
    open(make(List.of(), null));
    Node first = focused();
    ConfirmDialog second = make(List.of(), null);
    open(second);
    assertThat(focused()).isNotEqualTo(first);
    Ui.press(KeyCode.ESCAPE);
    assertThat(host.isOpen()).isTrue();
    assertThat(focused()).isEqualTo(first);
  }

  @Test
  void aDialogThatMayNotCloseStays() {
    ConfirmDialog dialog = make(List.of(), null);
    dialog.frame().setMayClose(() -> false);
    open(dialog);
    Ui.press(KeyCode.ESCAPE);
    assertThat(host.isOpen()).isTrue();
  }

  private ConfirmDialog make(List<String> facts, @Nullable String guard) {
    return Fx.call(() -> question(facts, guard));
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
    Fx.run(() -> host.open(dialog.frame()));
  }

  private static void twice(String id) {
    Button button = Ui.find(id, Button.class);
    Fx.run(() -> {
      button.fire();
      button.fire();
    });
  }

  private Node focused() {
    Fx.settle();
    return scene.getFocusOwner();
  }
}
