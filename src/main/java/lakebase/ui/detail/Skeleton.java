package lakebase.ui.detail;

import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Stands where something will be shown: words that say what is read, and the shape of a page. */
final class Skeleton extends VBox {

  private static final double[] WIDTHS = {420, 300, 360, 240};

  Skeleton(String words) {
    setId("detail-waiting");
    getStyleClass().add("skeleton");
    getChildren().add(Nodes.label(words, "muted"));
    for (double width : WIDTHS) {
      Region line = new Region();
      line.getStyleClass().add("skeleton-line");
      line.setMaxWidth(width);
      getChildren().add(line);
    }
  }
}
