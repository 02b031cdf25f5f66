package lakebase.ui.tasks;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lakebase.state.AppState;
import lakebase.state.Settings;
import lakebase.state.Store;
import lakebase.ui.Lifecycle;
import lakebase.ui.Texts;
import lakebase.ui.Ticker;
import lakebase.ui.UiContext;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/**
 * The panel of background tasks below the window's content. Whether it is open is a setting;
 * closed, it is as high as its header. On the FX thread.
 */
public final class TasksPane extends VBox {

  private final UiContext context;
  private final TasksModel model;
  private final TasksList list;
  private final Button open = new Button();
  private Store.@Nullable Subscription seconds;

  /** The tasks of that context's store. */
  public TasksPane(UiContext context) {
    this.context = context;
    this.model = new TasksModel(context);
    this.list = new TasksList(context, model);
    setId("tasks-pane");
    getStyleClass().add("tasks-pane");
    getChildren().addAll(header(context.texts()), list);
    VBox.setVgrow(list, Priority.ALWAYS);
    Lifecycle.of(this)
        .watch(context.store(), AppState::tasks, _ -> show())
        .watch(context.store(), AppState::workspaces, _ -> list.showNow())
        .watch(context.store(), state -> state.settings().tasksOpen(), this::setOpen)
        .whileShowing(() -> this::stopTicking);
  }

  private HBox header(Texts texts) {
    open.setId("tasks-open");
    open.getStyleClass().addAll("flat", "icon-button");
    open.setOnAction(_ -> rememberOpen(!list.isVisible()));
    Label title = new Label(texts.get("tasks.title"));
    title.getStyleClass().add("strong");
    title.setLabelFor(list);
    Label running = new Label();
    running.setId("tasks-running");
    running.getStyleClass().addAll("badge", "accent");
    running
        .textProperty()
        .bind(model.runningProperty().map(count -> texts.get("tasks.running", count)));
    running.visibleProperty().bind(model.runningProperty().greaterThan(0));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Button clear = new Button(texts.get("tasks.clear"));
    clear.setId("tasks-clear");
    clear.getStyleClass().addAll("flat", "small", "tasks-clear");
    clear.disableProperty().bind(model.anyEndedProperty().not());
    clear.setOnAction(_ -> model.clearEnded());
    HBox header = new HBox(open, title, running, space, clear);
    header.getStyleClass().add("tasks-header");
    header.setAlignment(Pos.CENTER_LEFT);
    return header;
  }

  private void show() {
    list.showNow();
    // Time passes only for what runs; with nothing running, nothing wakes the window.
    if (model.runningProperty().get() == 0) {
      stopTicking();
    } else if (seconds == null) {
      seconds = Ticker.everySecond(list::showNow);
    }
  }

  private void stopTicking() {
    if (seconds != null) {
      seconds.end();
      seconds = null;
    }
  }

  private void setOpen(boolean now) {
    open.setGraphic(
        new FontIcon(now ? MaterialDesignC.CHEVRON_DOWN : MaterialDesignC.CHEVRON_RIGHT));
    open.setAccessibleText(context.texts().get(now ? "tasks.collapse" : "tasks.expand"));
    list.setVisible(now);
    list.setManaged(now);
  }

  private void rememberOpen(boolean now) {
    Store store = context.store();
    store.update(state -> {
      Settings before = state.settings();
      return state.withSettings(before.withPanes(before.treeWidth(), before.tasksHeight(), now));
    });
  }
}
