package lakebase.ui.tasks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import lakebase.code.Action;
import lakebase.state.AppState;
import lakebase.state.BackgroundTask;
import lakebase.state.Ref;
import lakebase.ui.FailureText;
import lakebase.ui.UiContext;

/**
 * The rows of the background tasks and what can be done with them: what runs first, newest on top,
 * then what ended last. On the FX thread. Holds no subscription: the view shows it the state, and
 * the passing of time.
 */
public final class TasksModel {

  private static final Comparator<BackgroundTask> ORDER =
      Comparator.<BackgroundTask>comparingInt(task -> task.isRunning() ? 0 : 1)
          .thenComparing(TasksModel::lastMoment, Comparator.reverseOrder())
          .thenComparing(BackgroundTask::id, Comparator.reverseOrder());

  private final UiContext context;
  private final TaskTexts words;
  private final TaskMarkdown markdown;
  private final ObservableList<TaskRow> rows = FXCollections.observableArrayList();
  private final ObservableList<TaskRow> view = FXCollections.unmodifiableObservableList(rows);
  private final ReadOnlyIntegerWrapper running = new ReadOnlyIntegerWrapper();
  private final ReadOnlyBooleanWrapper anyEnded = new ReadOnlyBooleanWrapper();

  /** Shows nothing until it is shown a state. */
  public TasksModel(UiContext context) {
    this.context = context;
    this.words = new TaskTexts(context.texts(), context.formats());
    this.markdown = new TaskMarkdown(context.texts(), context.formats(), words);
  }

  /** The rows in order. */
  public ObservableList<TaskRow> rows() {
    return view;
  }

  /** How many have not ended. */
  public ReadOnlyIntegerProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** Whether there is anything to clear. */
  public ReadOnlyBooleanProperty anyEndedProperty() {
    return anyEnded.getReadOnlyProperty();
  }

  /** Brings the rows to what the store says, at this moment. Rows that read the same stay. */
  public void refresh() {
    AppState state = context.store().state();
    Instant now = context.clock().instant();
    List<TaskRow> next =
        state.tasks().stream().sorted(ORDER).map(task -> words.row(task, state, now)).toList();
    replace(next);
    running.set((int) next.stream().filter(TaskRow::isRunning).count());
    anyEnded.set(next.size() > running.get());
  }

  /** The task of that row, if it is still there. */
  public Optional<BackgroundTask> task(TaskRow row) {
    return context.store().state().tasks().stream()
        .filter(task -> task.id() == row.id())
        .findFirst();
  }

  /** The failure of that row's task; empty when it has none. */
  public Optional<FailureText> failure(TaskRow row) {
    return task(row)
        .flatMap(task ->
            task.progress() instanceof BackgroundTask.Progress.Failed(var at, var failure)
                ? Optional.of(words.failure(task, failure, at))
                : Optional.empty());
  }

  /** What the task was asked for by; empty for one that an older console began. */
  public Optional<Action> action(TaskRow row) {
    return task(row)
        .map(BackgroundTask::request)
        .flatMap(sent -> Action.of(sent.method(), sent.pathAndQuery(), sent.body()));
  }

  /** The whole task, to be pasted into a ticket; without secrets. */
  public String markdown(TaskRow row) {
    return task(row).map(task -> markdown.of(task, row)).orElse("");
  }

  /** Puts {@link #markdown} on the clipboard. */
  public void copy(TaskRow row) {
    context.intents().copy(markdown(row));
  }

  /** Shows the row's target; where that does not exist any more, what it lived in. */
  public void showTarget(TaskRow row) {
    Ref ref = row.target();
    while (ref instanceof Ref.OfResource resource
        && context.store().state().find(resource).isEmpty()) {
      ref = resource.parent();
    }
    context.intents().select(ref);
  }

  /** Stops watching; the operation goes on. */
  public void stopWatching(TaskRow row) {
    context.changes().stopWatching(row.id());
  }

  /** Takes it back before it is sent. */
  public void withdraw(TaskRow row) {
    context.changes().withdraw(row.id());
  }

  /** Takes all ended tasks off the list. */
  public void clearEnded() {
    context.changes().clearEnded();
  }

  /** Changes only what differs, so that selection, focus and scroll stay where they were. */
  private void replace(List<TaskRow> next) {
    List<Long> ids = new ArrayList<>(rows.stream().map(TaskRow::id).toList());
    if (!ids.equals(next.stream().map(TaskRow::id).toList())) {
      rows.setAll(next);
      return;
    }
    for (int i = 0; i < next.size(); i++) {
      if (!next.get(i).equals(rows.get(i))) {
        rows.set(i, next.get(i));
      }
    }
  }

  private static Instant lastMoment(BackgroundTask task) {
    return Objects.requireNonNullElse(task.ended(), task.started());
  }
}
