package lakebase.ui.dialog;

import javafx.geometry.Orientation;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** A form and what follows from it, side by side; each scrolls by itself. */
final class TwoColumns extends HBox {

  private static final double LEFT_WIDTH = 430;
  private static final double RIGHT_WIDTH = 428;

  TwoColumns(Region left, Region right) {
    getStyleClass().add("two-columns");
    left.getStyleClass().add("left-column");
    right.getStyleClass().add("right-column");
    DialogBody leftBody = new DialogBody(left);
    DialogBody rightBody = new DialogBody(right);
    leftBody.setPrefWidth(LEFT_WIDTH);
    leftBody.setMinWidth(LEFT_WIDTH - 40);
    rightBody.setPrefWidth(RIGHT_WIDTH);
    rightBody.getStyleClass().add("right-body");
    setHgrow(leftBody, Priority.ALWAYS);
    setHgrow(rightBody, Priority.ALWAYS);
    getChildren().addAll(leftBody, rightBody);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }
}
