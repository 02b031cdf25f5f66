package lakebase.ui.search;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import lakebase.state.Folding;
import lakebase.ui.ColourBar;
import lakebase.ui.Icons;
import lakebase.ui.Texts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** A hit: icon, name with the found part emphasised, where it lives, workspace, state. */
final class HitCell extends ListCell<HitRow> {

  private final Texts texts;
  private final FontIcon icon = new FontIcon(MaterialDesignC.CIRCLE);
  private final Label before = new Label();
  private final Label found = new Label();
  private final Label after = new Label();
  private final Label where = new Label();
  private final Label workspace = new Label();
  private final Label state = new Label();
  private final ColourBar colour = new ColourBar();
  private final HBox line;

  HitCell(Texts texts) {
    this.texts = texts;
    icon.getStyleClass().addAll("row-icon", "icon-small");
    found.getStyleClass().add("hit-found");
    where.getStyleClass().add("hit-where");
    workspace.getStyleClass().add("hit-where");
    state.getStyleClass().add("hit-where");
    HBox title = new HBox(before, found, after);
    title.setAlignment(Pos.CENTER_LEFT);
    title.setMinWidth(Region.USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    where.setMinWidth(0);
    Tooltip whole = new Tooltip();
    whole.textProperty().bind(where.textProperty());
    where.setTooltip(whole);
    workspace.setMinWidth(Region.USE_PREF_SIZE);
    state.setMinWidth(Region.USE_PREF_SIZE);
    line = new HBox(icon, title, where, gap, state, colour, workspace);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("hit-line");
    getStyleClass().add("hit-row");
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable HitRow row, boolean empty) {
    super.updateItem(row, empty);
    setText(null);
    if (row == null || empty) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    icon.setIconCode(Icons.of(row.kind()));
    showTitle(row.title(), row.matched());
    where.setText(row.also().isEmpty() ? row.where() : row.where() + " · " + row.also());
    workspace.setText(row.workspace());
    colour.show(row.colour());
    state.setText(row.state());
    setAccessibleText(
        Stream.of(
                row.title(),
                texts.of("kind", row.kind()),
                row.where(),
                row.also(),
                row.state(),
                row.workspace())
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(", ")));
    setGraphic(line);
  }

  private void showTitle(String title, Folding.@Nullable Range matched) {
    int start = matched == null ? title.length() : matched.start();
    int end = matched == null ? title.length() : matched.end();
    before.setText(title.substring(0, start));
    found.setText(title.substring(start, end));
    after.setText(title.substring(end));
  }
}
