package lakebase.ui.shell;

import javafx.animation.PauseTransition;
import javafx.scene.control.Label;
import javafx.util.Duration;

/** A word about what was just done, at the bottom of the window, for two seconds. */
final class Toast extends Label {

  private final PauseTransition stay = new PauseTransition(Duration.seconds(2));

  Toast() {
    setId("toast");
    getStyleClass().add("toast");
    setVisible(false);
    setMouseTransparent(true);
    stay.setOnFinished(_ -> setVisible(false));
  }

  /** Shows the text now, instead of any other. */
  void say(String text) {
    setText(text);
    setVisible(true);
    stay.playFromStart();
  }
}
