package lakebase.ui;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;
import lakebase.state.Store;

/** The pulse of times that are told as distances. For the FX thread. */
public final class Ticker {

  private Ticker() {}

  /**
   * Calls the action once a second until the subscription ends; meant for {@link
   * Lifecycle#whileSeen}, so that nothing ticks that nobody sees.
   */
  public static Store.Subscription everySecond(Runnable action) {
    Timeline timeline = new Timeline(new KeyFrame(Duration.seconds(1), _ -> action.run()));
    timeline.setCycleCount(Animation.INDEFINITE);
    timeline.play();
    return timeline::stop;
  }
}
