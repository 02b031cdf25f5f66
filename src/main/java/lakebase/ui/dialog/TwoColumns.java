package lakebase.ui.dialog;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A form and what follows from it, side by side, each scrolling by itself; one below the other
 * where two columns would be too narrow to read. Its usual width is in the stylesheet, so that it
 * follows the scale.
 */
public final class TwoColumns extends HBox {

  /** From this share of its usual width on, there are two columns. */
  private static final double ENOUGH = 0.8;

  private final Region left;
  private final Region right;
  private boolean stacked;

  /** These two. */
  public TwoColumns(Region left, Region right) {
    this.left = left;
    this.right = right;
    getStyleClass().add("two-columns");
    left.getStyleClass().add("left-column");
    right.getStyleClass().add("right-column");
    arrange();
    widthProperty().addListener((_, _, now) -> widthIs(now.doubleValue()));
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  private void widthIs(double width) {
    boolean narrow = width > 0 && width < ENOUGH * getPrefWidth();
    if (narrow != stacked) {
      Node focused = focused();
      stacked = narrow;
      arrange();
      // A scroll pane has its content in the scene, where it can have the focus, by its skin.
      applyCss();
      if (focused != null) {
        focused.requestFocus();
      }
    }
  }

  /** What has the focus in here, and would lose it when it gets another place. */
  private @Nullable Node focused() {
    return isFocusWithin() && getScene() != null ? getScene().getFocusOwner() : null;
  }

  private void arrange() {
    getChildren()
        .forEach(child -> {
          if (child instanceof DialogBody body) {
            body.setContent(null);
          }
        });
    if (stacked) {
      getChildren().setAll(body(new VBox(left, right), "stacked-body"));
    } else {
      getChildren().setAll(body(left, "left-body"), body(right, "right-body"));
    }
  }

  private static DialogBody body(Region content, String styleClass) {
    DialogBody body = new DialogBody(content);
    body.getStyleClass().add(styleClass);
    setHgrow(body, Priority.ALWAYS);
    return body;
  }
}
