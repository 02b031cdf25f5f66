package lakebase.ui.dialog;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What a dialog shows and cannot change, and why. */
public final class FixedFacts extends VBox {

  /** A fact and its name. */
  public record Line(String label, String value) {}

  /**
   * Those facts.
   *
   * @param why they cannot be changed, in a sentence
   */
  public FixedFacts(String why, List<Line> lines) {
    getStyleClass().add("note");
    GridPane grid = new GridPane();
    grid.getStyleClass().add("fixed-grid");
    ColumnConstraints names = new ColumnConstraints();
    names.setMinWidth(USE_PREF_SIZE);
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(names, values);
    for (Line line : lines) {
      Label name = new Label(line.label);
      name.getStyleClass().add("muted");
      Label value = new Label(line.value);
      value.setTooltip(new Tooltip(line.value));
      grid.addRow(grid.getRowCount(), name, value);
    }
    Label sentence = new Label(why);
    sentence.setWrapText(true);
    sentence.setMinHeight(USE_PREF_SIZE);
    sentence.getStyleClass().add("field-help");
    getChildren().addAll(grid, sentence);
  }
}
