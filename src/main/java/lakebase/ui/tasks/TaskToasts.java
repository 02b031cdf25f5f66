package lakebase.ui.tasks;

import atlantafx.base.controls.Notification;
import atlantafx.base.theme.Styles;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import lakebase.state.AppState;
import lakebase.state.BackgroundTask;
import lakebase.state.BackgroundTask.Progress;
import lakebase.ui.Icons;
import lakebase.ui.Lifecycle;
import lakebase.ui.UiContext;

/**
 * One message when a task ends, in the lower right corner; it goes by itself and takes no focus, as
 * everything it says stays in the task's row. To be put over the content above the panel, so that
 * it never hides the rows; lets the mouse through everywhere else. On the FX thread.
 *
 * <p>These are nodes of the window's own scene, and not ControlsFX's {@code Notifications}: those
 * are popup windows, which take their place on the screen and not in the window, do not follow it
 * when it moves, and are placed at will by a Wayland compositor.
 */
public final class TaskToasts extends VBox {

  private static final Duration SUCCESS_SHOWN = Duration.seconds(5);
  private static final Duration FAILURE_SHOWN = Duration.seconds(10);
  private static final int MOST = 3;

  private final UiContext context;
  private final TaskTexts words;

  /** The messages of that context's tasks. */
  public TaskToasts(UiContext context) {
    this.context = context;
    this.words = new TaskTexts(context.texts(), context.formats());
    setId("task-toasts");
    getStyleClass().add("task-toasts");
    setPickOnBounds(false);
    setAlignment(Pos.BOTTOM_RIGHT);
    TaskNews news = new TaskNews();
    Lifecycle.of(this)
        .watch(context.store(), AppState::tasks, tasks -> news.look(tasks).forEach(this::tell));
  }

  private void tell(BackgroundTask task) {
    boolean failed = task.progress() instanceof Progress.Failed;
    TaskRow.Status status = TaskRow.Status.of(task);
    String message =
        context
            .texts()
            .get(
                "tasks.toast",
                words.verb(task),
                task.title(),
                context.texts().of("tasks.status", status));
    Notification toast = new Notification(message, Icons.icon(Icons.of(task.progress())));
    toast
        .getStyleClass()
        .addAll("task-toast", Styles.ELEVATED_2, failed ? Styles.DANGER : Styles.SUCCESS);
    toast.setId("task-toast-" + task.id());
    PauseTransition life = new PauseTransition(failed ? FAILURE_SHOWN : SUCCESS_SHOWN);
    life.setOnFinished(_ -> getChildren().remove(toast));
    toast.setOnClose(_ -> {
      life.stop();
      getChildren().remove(toast);
    });
    // Nobody who reads it, or has the mouse on it, should see it go.
    toast.setOnMouseEntered(_ -> life.pause());
    toast.setOnMouseExited(_ -> life.play());
    getChildren().add(toast);
    if (getChildren().size() > MOST) {
      getChildren().removeFirst();
    }
    life.play();
  }
}
