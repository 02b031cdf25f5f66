package lakebase.ui.credential;

import java.time.Duration;
import javafx.animation.PauseTransition;
import lakebase.state.Store;

/** Calls back once, after some time, on the FX thread. */
@FunctionalInterface
interface Alarm {

  /** Sets it; the subscription ends it before it rings. */
  Store.Subscription after(Duration wait, Runnable action);

  /** By JavaFX's own clock. */
  static Alarm ofToolkit() {
    return (wait, action) -> {
      PauseTransition pause =
          new PauseTransition(javafx.util.Duration.millis((double) wait.toMillis()));
      pause.setOnFinished(_ -> action.run());
      pause.play();
      return pause::stop;
    };
  }
}
