package lakebase.ui.tasks;

import java.util.function.Consumer;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import lakebase.ui.Texts;
import lakebase.ui.UiContext;
import org.jspecify.annotations.Nullable;

/**
 * The tasks as a list: one stop for the Tab key. Enter opens the details, the context-menu key the
 * menu, Ctrl+C copies.
 */
final class TasksList extends ListView<TaskRow> {

  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

  private final Texts texts;
  private final TasksModel model;
  private final TaskDetails details;
  private final ContextMenu menu = new ContextMenu();
  private final MenuItem stop;
  private final MenuItem withdraw;

  TasksList(UiContext context, TasksModel model) {
    super(model.rows());
    this.texts = context.texts();
    this.model = model;
    this.details = new TaskDetails(context, model);
    setId("tasks-list");
    getStyleClass().add("tasks-list");
    setAccessibleText(texts.get("tasks.title"));
    Label empty = new Label(texts.get("tasks.empty"));
    empty.getStyleClass().add("muted");
    empty.setWrapText(true);
    setPlaceholder(empty);
    setCellFactory(_ -> new TaskCell(texts, new RowActions()));
    setOnKeyPressed(this::onKey);
    stop = item("tasks-stop", "tasks.stop", model::stopWatching);
    withdraw = item("tasks-withdraw", "tasks.withdraw", model::withdraw);
    menu.getItems()
        .addAll(
            item("tasks-details", "tasks.details", row -> details.show(row, anchor(row))),
            item("tasks-copy", "tasks.copy", model::copy),
            item("tasks-show", "tasks.show", model::showTarget),
            stop,
            withdraw);
    menu.setOnShowing(_ -> {
      TaskRow row = selected();
      stop.setDisable(row == null || !row.watchable());
      withdraw.setDisable(row == null || !row.isWaiting());
    });
    setContextMenu(menu);
  }

  /** Brings the rows to this moment; the same task stays selected. */
  void showNow() {
    TaskRow before = selected();
    model.refresh();
    TaskRow after = selected();
    if (before == null || (after != null && after.id() == before.id())) {
      return;
    }
    getItems().stream()
        .filter(row -> row.id() == before.id())
        .findFirst()
        .ifPresentOrElse(getSelectionModel()::select, getSelectionModel()::clearSelection);
  }

  private MenuItem item(String id, String key, Consumer<TaskRow> action) {
    MenuItem item = new MenuItem(texts.get(key));
    item.setId(id);
    if (id.equals("tasks-copy")) {
      item.setAccelerator(COPY);
    }
    item.setOnAction(_ -> withSelected(action));
    return item;
  }

  private void onKey(KeyEvent key) {
    if (key.getCode() == KeyCode.ENTER) {
      withSelected(row -> details.show(row, anchor(row)));
      key.consume();
    } else if (COPY.match(key)) {
      withSelected(model::copy);
      key.consume();
    }
  }

  private void withSelected(Consumer<TaskRow> action) {
    TaskRow row = selected();
    if (row != null) {
      action.accept(row);
    }
  }

  private @Nullable TaskRow selected() {
    return getSelectionModel().getSelectedItem();
  }

  /** The row's cell, or the list while it is scrolled out of sight. */
  private Node anchor(TaskRow row) {
    return lookupAll(".task-cell").stream()
        .filter(node -> node instanceof TaskCell cell && shows(cell, row))
        .findFirst()
        .orElse(this);
  }

  private static boolean shows(TaskCell cell, TaskRow row) {
    return cell.getItem() != null && cell.getItem().id() == row.id();
  }

  private final class RowActions implements TaskCell.Actions {

    @Override
    public void show(TaskRow row) {
      getSelectionModel().select(row);
      model.showTarget(row);
    }

    @Override
    public void details(TaskRow row, Node anchor) {
      getSelectionModel().select(row);
      details.show(row, anchor);
    }

    @Override
    public void withdraw(TaskRow row) {
      getSelectionModel().select(row);
      model.withdraw(row);
    }

    @Override
    public void menu(TaskRow row, Node anchor) {
      getSelectionModel().select(row);
      menu.show(anchor, Side.BOTTOM, 0, 0);
    }
  }
}
