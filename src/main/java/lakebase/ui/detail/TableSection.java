package lakebase.ui.detail;

import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A table as a tab, or with a title as a part of one. */
public final class TableSection<C, R> implements Section<C> {

  private final DetailTable<R> table;
  private final Function<C, List<R>> rows;
  private final Function<C, Empty> empty;
  private final VBox box;

  /** The table alone, filling its tab. */
  public TableSection(DetailTable<R> table, Function<C, List<R>> rows, Function<C, Empty> empty) {
    this.table = table;
    this.rows = rows;
    this.empty = empty;
    this.box = new VBox(table);
    box.getStyleClass().add("detail-body");
    VBox.setVgrow(table, Priority.SOMETIMES);
  }

  /** The table under a title, among others. */
  public TableSection(
      String title, DetailTable<R> table, Function<C, List<R>> rows, Function<C, Empty> empty) {
    this(table.atMost(10), rows, empty);
    Label heading = Nodes.label(title, "section-title", "strong");
    heading.setLabelFor(table.table());
    box.getChildren().addFirst(heading);
    box.getStyleClass().setAll("section");
  }

  @Override
  public Node node() {
    return box;
  }

  @Override
  public void show(C content) {
    table.show(rows.apply(content), empty.apply(content));
  }
}
