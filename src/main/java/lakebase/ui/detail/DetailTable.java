package lakebase.ui.detail;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A table of rows that are links: a double click or Enter opens one. Rows have a fixed height, can
 * be sorted by every column, keep their selection when they are shown anew, and when there is none
 * the table says which kind of nothing that is.
 *
 * @param <R> a row, a plain value
 */
public final class DetailTable<R> extends StackPane {

  /** The height of a row at a scale of 100 %, in pixels. */
  private static final double ROW = 31;

  /** The lines around table and card, and below the header. */
  private static final double EDGES = 5;

  private static final PseudoClass LAST_ROW = PseudoClass.getPseudoClass("last-row");

  private final TableView<R> table = new TableView<>();
  private final ObservableList<R> rows = FXCollections.observableArrayList();
  private final Function<R, Object> key;
  private final VBox nothing = new VBox();
  private final List<Width> widths = new ArrayList<>();
  private Function<R, List<Command>> menu = _ -> List.of();
  private Consumer<R> open = _ -> {};
  private @Nullable Empty empty;
  private int most = Integer.MAX_VALUE;

  /** A column's width at a scale of 100 %, and how far it may shrink. */
  private record Width(TableColumn<?, ?> column, double usual, double least) {}

  /**
   * A table without columns.
   *
   * @param id of the table
   * @param words what the rows are, for those who do not see it
   * @param key tells a row from others when its values change
   */
  public DetailTable(String id, String words, Function<R, Object> key) {
    this.key = key;
    getStyleClass().addAll("card", "table-card");
    SortedList<R> sorted = new SortedList<>(rows);
    sorted.comparatorProperty().bind(table.comparatorProperty());
    table.setItems(sorted);
    table.setId(id);
    table.setAccessibleText(words);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
    // Until the stylesheet gives rows the height of the scale.
    table.setFixedCellSize(ROW);
    table.fixedCellSizeProperty().subscribe(this::scale);
    // What the skin asks for depends on what it showed before, and would stand out of the card.
    table.setMinHeight(0);
    table.setPlaceholder(nothing);
    table.setRowFactory(_ -> row());
    table.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    nothing.setAlignment(Pos.CENTER);
    nothing.getStyleClass().add("table-empty");
    getChildren().add(table);
    VBox.setVgrow(this, Priority.ALWAYS);
    fit();
  }

  /** The last column is never narrower than it was added: its words are short, and all count. */
  public DetailTable<R> uncut() {
    Width last = widths.removeLast();
    widths.add(new Width(last.column, last.usual, last.usual));
    scale();
    return this;
  }

  /** Never higher than that many rows; for tables among other things that scroll. */
  public DetailTable<R> atMost(int highest) {
    most = highest;
    return this;
  }

  /** What a double click or Enter does with a row. */
  public DetailTable<R> onOpen(Consumer<R> action) {
    open = action;
    return this;
  }

  /** What can be done with a row, in its context menu. */
  public DetailTable<R> menu(Function<R, List<Command>> commands) {
    menu = commands;
    return this;
  }

  /** Adds a column that sorts by its text. */
  public DetailTable<R> column(String id, String title, double width, Function<R, Cell> cell) {
    Comparator<R> order =
        Comparator.comparing(row -> cell.apply(row).text(), String.CASE_INSENSITIVE_ORDER);
    return column(id, title, width, false, cell, order);
  }

  /** Adds a column that sorts in that order; numbers stand to the right. */
  public DetailTable<R> column(
      String id,
      String title,
      double width,
      boolean number,
      Function<R, Cell> cell,
      Comparator<R> order) {
    TableColumn<R, R> column = new TableColumn<>(title);
    column.setId(id);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setCellFactory(_ -> new RichCell<>(cell, number));
    column.setComparator(order);
    if (number) {
      column.getStyleClass().add("number-column");
    }
    table.getColumns().add(column);
    widths.add(new Width(column, width, Math.min(width, Math.max(60, 7.0 * title.length() + 24))));
    scale();
    return this;
  }

  /** Leaves the last column out while the table is narrower than that, in pixels. */
  public DetailTable<R> unlessNarrow(double width) {
    TableColumn<R, ?> last = table.getColumns().getLast();
    last.visibleProperty().bind(widthProperty().map(now -> now.doubleValue() >= width));
    return this;
  }

  /** The table itself, for its owner's keys and tests. */
  public TableView<R> table() {
    return table;
  }

  /** Shows these rows; {@code why} is said when there are none. */
  public void show(List<R> now, Empty why) {
    boolean differs = !why.equals(empty);
    empty = why;
    if (differs) {
      showEmpty(why);
    }
    if (now.equals(rows)) {
      return;
    }
    R selected = table.getSelectionModel().getSelectedItem();
    Object selectedKey = selected == null ? null : key.apply(selected);
    rows.setAll(now);
    fit();
    if (selectedKey != null) {
      now.stream()
          .filter(row -> Objects.equals(key.apply(row), selectedKey))
          .findFirst()
          .ifPresent(row -> table.getSelectionModel().select(row));
    }
  }

  private void showEmpty(Empty why) {
    Label text = Nodes.label(why.text(), "muted");
    text.setWrapText(true);
    nothing.getChildren().setAll(text);
    Command action = why.action();
    if (action != null) {
      nothing.getChildren().add(Nodes.button(action.with(this::fireEmpty), "small"));
    }
  }

  /** Commands that look the same may be about another page by now: the latest one counts. */
  private void fireEmpty() {
    Command latest = empty == null ? null : empty.action();
    if (latest != null) {
      latest.fire();
    }
  }

  /** Columns grow with the text, as the height of the rows does. */
  private void scale() {
    double scale = table.getFixedCellSize() / ROW;
    for (Width width : widths) {
      width.column.setMinWidth(width.least * scale);
      width.column.setPrefWidth(width.usual * scale);
    }
    fit();
  }

  /** As high as its rows, where there is room for them. */
  private void fit() {
    double row = table.getFixedCellSize();
    // Header and body are whole pixels high, each by itself.
    double whole = Math.ceil(row) + Math.ceil(Math.min(rows.size(), most) * row) + EDGES;
    setMaxHeight(rows.isEmpty() ? 4 * row : whole);
    setPrefHeight(getMaxHeight());
    setMinHeight(Math.min(3 * row, getMaxHeight()));
  }

  private TableRow<R> row() {
    TableRow<R> row = new TableRow<>();
    BooleanBinding last = row.indexProperty().isEqualTo(Bindings.size(rows).subtract(1));
    last.subscribe(now -> row.pseudoClassStateChanged(LAST_ROW, now));
    // Nobody else holds it.
    row.getProperties().put(LAST_ROW, last);
    row.setOnMouseClicked(click -> {
      R item = row.getItem();
      if (item != null && click.getButton() == MouseButton.PRIMARY && click.getClickCount() == 2) {
        open.accept(item);
      }
    });
    row.setOnContextMenuRequested(event -> {
      R item = row.getItem();
      if (item != null) {
        contextMenu(item).show(row, event.getScreenX(), event.getScreenY());
        event.consume();
      }
    });
    return row;
  }

  private ContextMenu contextMenu(R item) {
    ContextMenu shown = new ContextMenu();
    menu.apply(item).forEach(command -> shown.getItems().add(HeaderView.item(command)));
    shown.setAutoHide(true);
    return shown;
  }

  private void pressed(KeyEvent event) {
    R selected = table.getSelectionModel().getSelectedItem();
    if (selected == null) {
      return;
    }
    if (event.getCode() == KeyCode.ENTER) {
      open.accept(selected);
      event.consume();
      return;
    }
    String pressed =
        switch (event.getCode()) {
          case F2 -> "F2";
          case DELETE -> "Del";
          case C -> event.isShortcutDown() ? "Ctrl+C" : "";
          default -> "";
        };
    for (Command command : menu.apply(selected)) {
      if (!pressed.isEmpty() && command.key().equals(pressed)) {
        command.fire();
        event.consume();
      }
    }
  }
}
