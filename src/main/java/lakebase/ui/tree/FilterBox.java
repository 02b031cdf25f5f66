package lakebase.ui.tree;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import lakebase.ui.Texts;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/** The field above the tree, with the number of projects at its right end. */
final class FilterBox extends StackPane {

  private final Texts texts;
  private final TextField field = new TextField();
  private final Label count = new Label();

  /**
   * An empty field.
   *
   * @param onText called with each text
   * @param onLeave called when a person goes on to the tree
   */
  FilterBox(Texts texts, Consumer<String> onText, Runnable onLeave) {
    this.texts = texts;
    FontIcon icon = new FontIcon(MaterialDesignF.FILTER_VARIANT);
    icon.getStyleClass().add("filter-icon");
    field.setId("tree-filter");
    field.setPromptText(texts.get("tree.filter"));
    field.setAccessibleText(texts.get("tree.filter.more"));
    field.textProperty().addListener((_, _, text) -> onText.accept(text));
    field.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
            field.clear();
            event.consume();
          } else if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
            onLeave.run();
            event.consume();
          }
        });
    count.setId("tree-count");
    count.getStyleClass().add("filter-count");
    count.setMinWidth(Region.USE_PREF_SIZE);
    HBox over = new HBox(icon, spacer(), count);
    over.getStyleClass().add("filter-over");
    over.setAlignment(Pos.CENTER_LEFT);
    over.setMouseTransparent(true);
    getStyleClass().add("filter-box");
    getChildren().addAll(field, over);
  }

  /** Empties the field. */
  void clear() {
    field.clear();
  }

  /** Gives the field the focus, its text selected. */
  void focus() {
    field.requestFocus();
    field.selectAll();
  }

  /** Says how many projects there are, and with a filter how many of them are left. */
  void count(long shown, long all, boolean filtered) {
    count.setText(
        filtered ? texts.get("tree.count.filtered", shown, all) : texts.get("tree.count", all));
  }

  private static Region spacer() {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    return space;
  }
}
