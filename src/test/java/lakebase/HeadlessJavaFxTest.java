package lakebase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.util.ArrayList;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import org.controlsfx.control.ToggleSwitch;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

/** The ground the GUI tests stand on: JavaFX's own headless platform, from the module path. */
class HeadlessJavaFxTest extends ApplicationTest {

  private final ArrayList<String> pressed = new ArrayList<>();

  @Override
  public void start(Stage stage) {
    var button = new Button("Press");
    button.setId("button");
    button.setOnAction(_ -> pressed.add(button.getText()));
    stage.setScene(new Scene(button, 200, 100));
    stage.show();
  }

  @Test
  void aButtonCanBePressed() {
    clickOn("#button");
    waitForFxEvents();
    assertThat(pressed).containsExactly("Press");
  }

  @Test
  void javaFxIsOnTheModulePathAndTheRestIsNot() {
    assertThat(Button.class.getModule().getName()).isEqualTo("javafx.controls");
    assertThat(ToggleSwitch.class.getModule().isNamed()).isFalse();
  }
}
