package lakebase.ui.tree;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;
import lakebase.state.Store;

/** The slow pulse by which "expires in 3 d" stays true. For the FX thread. */
final class Minutes {

  private Minutes() {}

  /** Calls the action once a minute until the subscription ends. */
  static Store.Subscription every(Runnable action) {
    Timeline timeline = new Timeline(new KeyFrame(Duration.minutes(1), _ -> action.run()));
    timeline.setCycleCount(Animation.INDEFINITE);
    timeline.play();
    return timeline::stop;
  }
}
