package lakebase.ui.dialog;

import javafx.geometry.Orientation;
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

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    return snapSizeY(body.prefHeight(width) + snappedTopInset() + snappedBottomInset());
  }
}
