package lakebase.ui.dialog;

import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/** The part of a dialog that scrolls when the window is too low: as high as its content else. */
final class DialogBody extends ScrollPane {

  private final Region body;

  DialogBody(Region body) {
    super(body);
    this.body = body;
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setMinHeight(60);
    getStyleClass().add("dialog-body");
    setFocusTraversable(false);
  }

  /** Scrolls as far as it must for all of that to be seen, or at least its start. */
  void reveal(Region part) {
    Scene scene = getScene();
    if (scene == null) {
      return;
    }
    scene.getRoot().applyCss();
    scene.getRoot().layout();
    double seen = getViewportBounds().getHeight();
    double hidden = body.getHeight() - seen;
    Bounds wanted = body.sceneToLocal(part.localToScene(part.getLayoutBounds()));
    double below = Math.min(wanted.getMaxY() - seen, wanted.getMinY());
    if (hidden > 0 && below > getVvalue() * hidden) {
      setVvalue(Math.min(1, below / hidden));
    }
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    return snapSizeY(body.prefHeight(width) + snappedTopInset() + snappedBottomInset());
  }
}
