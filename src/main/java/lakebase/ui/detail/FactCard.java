package lakebase.ui.detail;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lakebase.ui.UiContext;

/** A card of facts: a title, and a row each with a label and a value. */
public final class FactCard extends VBox {

  private final UiContext context;
  private final Label title = Nodes.label("", "card-title");
  private final GridPane grid = new GridPane();
  private final List<FactRow> rows = new ArrayList<>();

  /** A card that shows nothing yet. */
  public FactCard(UiContext context) {
    this.context = context;
    getStyleClass().addAll("card", "fact-card");
    grid.getStyleClass().add("fact-grid");
    // The labels' width is in the stylesheet, so that it follows the scale.
    ColumnConstraints labels = new ColumnConstraints();
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    values.setMinWidth(0);
    grid.getColumnConstraints().addAll(labels, values);
    title.setMaxWidth(Double.MAX_VALUE);
    getChildren().addAll(title, grid);
  }

  /** A card with something of its own between title and facts. */
  public FactCard(UiContext context, Node above) {
    this(context);
    getChildren().add(1, above);
  }

  /** Shows these facts; nodes of unchanged rows stay as they are. */
  public void show(FactGroup group) {
    setId(group.id());
    if (!group.title().equals(title.getText())) {
      title.setText(group.title());
      title.setGraphic(Nodes.icon(group.icon(), "card-icon"));
    }
    List<Fact> facts = group.facts();
    while (rows.size() > facts.size()) {
      FactRow last = rows.removeLast();
      grid.getChildren().removeAll(last.label(), last.value());
    }
    for (int at = 0; at < facts.size(); at++) {
      if (at == rows.size()) {
        FactRow row = new FactRow(context);
        rows.add(row);
        grid.addRow(at, row.label(), row.value());
      }
      rows.get(at).show(facts.get(at));
    }
  }
}
