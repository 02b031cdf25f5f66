package lakebase.ui.shell;

import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import lakebase.state.Settings.WindowPlace;
import org.jspecify.annotations.Nullable;

/** Puts a window where it was, if a screen is there still, and tells where it is. */
final class WindowPlaces {

  /** The size of a first start, and the smallest. */
  static final double WIDTH = 1280;

  static final double HEIGHT = 820;
  static final double MIN_WIDTH = 800;
  static final double MIN_HEIGHT = 560;

  private WindowPlaces() {}

  /** Puts the window there; at its first size in the middle of the screen otherwise. */
  static void put(Stage stage, @Nullable WindowPlace place) {
    stage.setMinWidth(MIN_WIDTH);
    stage.setMinHeight(MIN_HEIGHT);
    if (place != null && isOnScreen(place)) {
      stage.setX(place.x());
      stage.setY(place.y());
      stage.setWidth(place.width());
      stage.setHeight(place.height());
      stage.setMaximized(place.maximized());
      return;
    }
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    stage.setWidth(Math.min(WIDTH, screen.getWidth()));
    stage.setHeight(Math.min(HEIGHT, screen.getHeight()));
    stage.centerOnScreen();
  }

  /** Where the window is; of a maximized one, where it was before. */
  static WindowPlace of(Stage stage, @Nullable WindowPlace before) {
    if (stage.isMaximized() && before != null) {
      return new WindowPlace(before.x(), before.y(), before.width(), before.height(), true);
    }
    return new WindowPlace(
        stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized());
  }

  private static boolean isOnScreen(WindowPlace place) {
    return place.width() >= MIN_WIDTH
        && place.height() >= MIN_HEIGHT
        && !Screen.getScreensForRectangle(place.x(), place.y(), place.width(), MIN_HEIGHT / 2)
            .isEmpty();
  }
}
