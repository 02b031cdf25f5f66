package lakebase.ui.dialog;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lakebase.model.FieldChange;
import lakebase.ui.Texts;

/** What will change: each field by its mask path, as it is and as it will be. */
final class ChangesTable extends VBox {

  private final Texts texts;
  private final ValueWords words;
  private final Label title = new Label();
  private final GridPane grid = new GridPane();
  private final Label none = new Label();

  ChangesTable(Texts texts, ValueWords words) {
    this.texts = texts;
    this.words = words;
    getStyleClass().add("changes");
    title.getStyleClass().add("strong");
    title.setId("changes-title");
    grid.getStyleClass().add("changes-grid");
    grid.setId("changes");
    for (double share : new double[] {51, 24, 25}) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(share);
      column.setHgrow(Priority.ALWAYS);
      grid.getColumnConstraints().add(column);
    }
    none.setText(texts.get("edit.changes.none"));
    none.setWrapText(true);
    none.getStyleClass().addAll("muted", "changes-none");
    getChildren().addAll(title, grid, none);
  }

  void show(List<FieldChange> changes) {
    title.setText(texts.get("edit.changes", changes.size()));
    grid.getChildren().clear();
    grid.setVisible(!changes.isEmpty());
    grid.setManaged(!changes.isEmpty());
    none.setVisible(changes.isEmpty());
    none.setManaged(changes.isEmpty());
    row(0, "edit.changes.field", "edit.changes.now", "edit.changes.then");
    for (int i = 0; i < changes.size(); i++) {
      FieldChange change = changes.get(i);
      grid.addRow(
          i + 1,
          cell(leaf(change.path()), change.path(), "mono"),
          cell(words.of(change.before()), words.of(change.before()), "change-before"),
          cell(words.of(change.after()), words.of(change.after()), "change-after"));
    }
  }

  private void row(int index, String... keys) {
    for (int column = 0; column < keys.length; column++) {
      String text = texts.get(keys[column]);
      grid.add(cell(text, text, "change-head"), column, index);
    }
  }

  /** The mask path without the prefix that all of them share. */
  static String leaf(String path) {
    return path.startsWith("spec.") ? path.substring("spec.".length()) : path;
  }

  private static Label cell(String text, String tip, String styleClass) {
    Label label = new Label(text);
    label.getStyleClass().addAll("change-cell", styleClass);
    label.setTooltip(new Tooltip(tip));
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    return label;
  }
}
