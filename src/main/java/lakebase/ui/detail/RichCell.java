package lakebase.ui.detail;

import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Shows a {@link Cell}. Its nodes are made once; badges only as many as a row ever had. */
final class RichCell<R> extends TableCell<R, R> {

  private final Function<R, Cell> render;
  private final FontIcon icon = new FontIcon();
  private final Label text = new Label();
  private final Label note = Nodes.label("", "muted", "small-text");
  private final HBox box = new HBox(icon, text, note);

  RichCell(Function<R, Cell> render, boolean right) {
    this.render = render;
    box.getStyleClass().add("cell-box");
    box.setAlignment(right ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
    text.setMinWidth(0);
    note.setMinWidth(0);
    Hover.showsAll(text);
    Hover.showsAll(note);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    // The box may shrink with its column, so that texts are cut with an ellipsis.
    box.setMinWidth(0);
    box.prefWidthProperty()
        .bind(widthProperty().map(width -> Math.max(0, width.doubleValue() - 20)));
    box.maxWidthProperty().bind(box.prefWidthProperty());
  }

  @Override
  protected void updateItem(@Nullable R row, boolean empty) {
    super.updateItem(row, empty);
    if (empty || row == null) {
      setText(null);
      setGraphic(null);
      return;
    }
    Cell cell = render.apply(row);
    Ikon shape = cell.icon();
    if (shape != null) {
      icon.setIconCode(shape);
    }
    show(icon, shape != null);
    icon.getStyleClass().setAll("ikonli-font-icon", "icon-small", cell.tone().stateClass());
    text.setText(cell.text());
    text.getStyleClass().setAll("label", cell.mono() ? "mono" : "cell-text");
    if (cell.tone() != Tone.NEUTRAL) {
      text.getStyleClass().add(cell.tone().stateClass());
    }
    // Badges give way first: the name is what a row is found by.
    text.setMinWidth(cell.badges().isEmpty() ? 0 : 72);
    show(text, !cell.text().isEmpty());
    note.setText(cell.note());
    show(note, !cell.note().isEmpty());
    showBadges(cell);
    setText(cell.text());
    setGraphic(box);
  }

  private void showBadges(Cell cell) {
    int fixed = 3;
    while (box.getChildren().size() - fixed < cell.badges().size()) {
      box.getChildren().add(Nodes.label("", "badge"));
    }
    for (int at = 0; at < box.getChildren().size() - fixed; at++) {
      if (box.getChildren().get(at + fixed) instanceof Label badge) {
        boolean used = at < cell.badges().size();
        show(badge, used);
        badge.setMinWidth(26);
        if (used) {
          Nodes.fill(badge, cell.badges().get(at));
        }
      }
    }
  }

  private static void show(Node node, boolean visible) {
    node.setVisible(visible);
    node.setManaged(visible);
  }
}
