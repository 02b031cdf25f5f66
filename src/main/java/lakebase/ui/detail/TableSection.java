package lakebase.ui.detail;

import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A table as a tab, or with a title as a part of one. */
public final class TableSection<C, R> implements Section<C> {

  private final DetailTable<R> table;
  private final Function<C, List<R>> rows;
  private final Function<C, Empty> empty;
  private final VBox box;
  private final HBox actions = new HBox();
  private Function<C, List<Command>> commands = _ -> List.of();
  private List<Command> shown = List.of();

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
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    actions.getStyleClass().add("section-actions");
    HBox head = new HBox(heading, gap, actions);
    head.getStyleClass().add("section-head");
    box.getChildren().addFirst(head);
    box.getStyleClass().setAll("section");
  }

  /** Puts what can be done with the whole list beside its title. */
  public TableSection<C, R> actions(Function<C, List<Command>> now) {
    commands = now;
    return this;
  }

  @Override
  public Node node() {
    return box;
  }

  @Override
  public void show(C content) {
    table.show(rows.apply(content), empty.apply(content));
    List<Command> now = commands.apply(content);
    boolean differ = !now.equals(shown);
    shown = now;
    if (differ) {
      actions.getChildren().clear();
      for (int at = 0; at < now.size(); at++) {
        int place = at;
        Command latest = now.get(at).with(() -> shown.get(place).fire());
        actions.getChildren().add(Nodes.button(latest, "small"));
      }
    }
  }
}
