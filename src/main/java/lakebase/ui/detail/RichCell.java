package lakebase.ui.detail;

import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Shows a {@link Cell}. Its nodes are made once; badges only as many as a row ever had. */
final class RichCell<R> extends TableCell<R, R> {

  private static final PseudoClass SHAPE_ONLY = PseudoClass.getPseudoClass("shape-only");

  /** Icon, text and note; badges follow. */
  private static final int FIXED = 3;

  private final Function<R, Cell> render;
  private final FontIcon icon = new FontIcon();
  private final Label text = new Label();
  private final Label note = Nodes.label("", "muted", "small-text");
  private final HBox box = new HBox(icon, text, note);
  private @Nullable R fitted;
  private double fittedWidth;

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

  /** Badges that do not fit beside the name are their shapes alone; the tooltip has the words. */
  @Override
  protected void layoutChildren() {
    R row = getItem();
    if (row != null && (getWidth() != fittedWidth || !Objects.equals(row, fitted))) {
      fittedWidth = getWidth();
      fitted = row;
      badges().forEach(badge -> showWords(badge, true));
      double wanted =
          box.getChildren().stream()
              .filter(Node::isManaged)
              .mapToDouble(node -> node.prefWidth(-1) + box.getSpacing())
              .sum();
      if (wanted > box.getPrefWidth()) {
        badges()
            .filter(badge -> badge.getGraphic() != null)
            .forEach(badge -> showWords(badge, false));
      }
    }
    super.layoutChildren();
  }

  private static void showWords(Label badge, boolean words) {
    badge.setContentDisplay(words ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY);
    badge.pseudoClassStateChanged(SHAPE_ONLY, !words);
  }

  private Stream<Label> badges() {
    return box.getChildren().stream().skip(FIXED).map(Label.class::cast);
  }

  private void showBadges(Cell cell) {
    while (box.getChildren().size() - FIXED < cell.badges().size()) {
      box.getChildren().add(Nodes.label("", "badge"));
    }
    for (int at = 0; at < box.getChildren().size() - FIXED; at++) {
      if (box.getChildren().get(at + FIXED) instanceof Label badge) {
        boolean used = at < cell.badges().size();
        show(badge, used);
        if (used) {
          Badge shown = cell.badges().get(at);
          Nodes.fill(badge, shown);
          badge.setAccessibleText(shown.text());
          if (shown.tooltip().isEmpty()) {
            badge.setTooltip(new Tooltip(shown.text()));
          }
        }
      }
    }
  }

  private static void show(Node node, boolean visible) {
    node.setVisible(visible);
    node.setManaged(visible);
  }
}
