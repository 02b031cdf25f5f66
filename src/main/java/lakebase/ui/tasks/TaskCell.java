package lakebase.ui.tasks;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import lakebase.ui.ColourBar;
import lakebase.ui.Texts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;

/** A row of the list, built once and filled again for each task that it shows. */
final class TaskCell extends ListCell<TaskRow> {

  /** What can be done in a row. */
  interface Actions {

    /** Shows the target. */
    void show(TaskRow row);

    /** Opens the details at that node. */
    void details(TaskRow row, Node anchor);

    /** Takes it back before it is sent. */
    void withdraw(TaskRow row);

    /** Opens the menu at that node. */
    void menu(TaskRow row, Node anchor);
  }

  private static final PseudoClass RUNNING = PseudoClass.getPseudoClass("running");
  private static final PseudoClass WAITING = PseudoClass.getPseudoClass("waiting");
  private static final PseudoClass PAUSED = PseudoClass.getPseudoClass("paused");
  private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
  private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
  private static final PseudoClass UNKNOWN = PseudoClass.getPseudoClass("unknown");

  private final ColourBar workspace = new ColourBar();
  private final FontIcon icon = new FontIcon();
  private final Label verb = new Label();
  private final Hyperlink target = new Hyperlink();
  private final Label where = new Label();
  private final ProgressBar bar = new ProgressBar();
  private final Label outcome = new Label();
  private final Label time = new Label();
  private final Label state = new Label();
  private final Hyperlink why = new Hyperlink();
  private final Hyperlink back = new Hyperlink();
  private final Button more = new Button("", new FontIcon(MaterialDesignD.DOTS_HORIZONTAL));
  private final HBox line = new HBox();

  TaskCell(Texts texts, Actions actions) {
    getStyleClass().add("task-cell");
    line.getStyleClass().add("task-line");
    line.setAlignment(Pos.CENTER_LEFT);
    // As wide as the list, never wider: long words give way instead of a scroll bar.
    setPrefWidth(0);
    line.setMinWidth(0);
    line.prefWidthProperty().bind(widthProperty());
    icon.getStyleClass().add("task-icon");
    where.getStyleClass().addAll("muted");
    outcome.getStyleClass().add("task-outcome");
    time.getStyleClass().addAll("muted", "task-time");
    state.getStyleClass().addAll("task-state");
    bar.getStyleClass().add("task-bar");
    why.setText(texts.get("tasks.why"));
    more.getStyleClass().addAll("flat", "icon-button", "task-more");
    more.setAccessibleText(texts.get("tasks.more"));
    more.setFocusTraversable(false);
    asLink(target, (row, _) -> actions.show(row));
    back.setText(texts.get("tasks.withdraw"));
    asLink(why, actions::details);
    asLink(back, (row, _) -> actions.withdraw(row));
    more.setOnAction(_ -> withRow(row -> actions.menu(row, more)));
    fill();
  }

  private void fill() {
    HBox what = row("task-what", verb, target, where);
    HBox.setHgrow(what, Priority.ALWAYS);
    // The words that cannot be guessed keep their room; where it lives gives way first.
    verb.setMinWidth(Region.USE_PREF_SIZE);
    why.setMinWidth(Region.USE_PREF_SIZE);
    back.setMinWidth(Region.USE_PREF_SIZE);
    StackPane progress = new StackPane(bar, outcome);
    progress.getStyleClass().add("task-progress");
    progress.setAlignment(Pos.CENTER_LEFT);
    line.getChildren()
        .addAll(workspace, icon, what, progress, time, row("task-result", state, why, back), more);
  }

  @Override
  protected void updateItem(@Nullable TaskRow row, boolean empty) {
    super.updateItem(row, empty);
    boolean shown = row != null && !empty;
    TaskRow.Status status = row != null && shown ? row.status() : TaskRow.Status.UNWATCHED;
    pseudoClassStateChanged(RUNNING, shown && status == TaskRow.Status.RUNNING);
    pseudoClassStateChanged(WAITING, shown && status == TaskRow.Status.WAITING);
    pseudoClassStateChanged(PAUSED, shown && status == TaskRow.Status.PAUSED);
    pseudoClassStateChanged(DONE, shown && status == TaskRow.Status.DONE);
    pseudoClassStateChanged(FAILED, row != null && shown && row.hasFailed());
    if (row == null || !shown) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    icon.setIconCode(row.shape());
    verb.setText(row.verb());
    target.setText(row.title());
    target.setVisited(false);
    workspace.show(row.colour());
    where.setText(
        Stream.of(row.where(), row.workspace())
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" · ")));
    bar.setVisible(row.isRunning() && !row.isWaiting());
    bar.setProgress(row.share() < 0 ? 1 : row.share());
    bar.pseudoClassStateChanged(UNKNOWN, row.share() < 0);
    outcome.setVisible(!row.isRunning() || row.isWaiting());
    outcome.setText(row.statusWord());
    time.setText(row.time());
    state.setText(row.state());
    why.setVisible(row.hasFailed());
    why.setManaged(row.hasFailed());
    why.setVisited(false);
    back.setVisible(row.isWaiting());
    back.setManaged(row.isWaiting());
    back.setVisited(false);
    setAccessibleText(row.spoken());
    setGraphic(line);
  }

  private void asLink(Hyperlink link, BiConsumer<TaskRow, Node> action) {
    link.getStyleClass().add("link");
    // The list is one stop for the Tab key; its own keys reach the same.
    link.setFocusTraversable(false);
    link.setOnAction(_ -> withRow(row -> action.accept(row, link)));
  }

  private void withRow(Consumer<TaskRow> action) {
    TaskRow row = getItem();
    if (row != null) {
      action.accept(row);
    }
  }

  private static HBox row(String styleClass, Node... nodes) {
    HBox box = new HBox(nodes);
    box.getStyleClass().add(styleClass);
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }
}
