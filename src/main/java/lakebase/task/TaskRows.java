package lakebase.task;

import java.util.ArrayList;
import java.util.List;
import lakebase.state.AppState;
import lakebase.state.BackgroundTask;

/** The list of tasks: it keeps at most {@value #MOST}, and never drops one that runs. */
final class TaskRows {

  static final int MOST = 200;

  private TaskRows() {}

  /** The same state with that task on top. */
  static AppState with(AppState state, BackgroundTask task) {
    List<BackgroundTask> kept = new ArrayList<>(state.withTask(task).tasks());
    for (int last = kept.size() - 1; last >= 0 && kept.size() > MOST; last--) {
      if (!kept.get(last).isRunning()) {
        kept.remove(last);
      }
    }
    return state.withTasks(kept);
  }

  /** Whether that task is there, and has not ended. */
  static boolean isRunning(AppState state, long id) {
    return state.tasks().stream().anyMatch(task -> task.id() == id && task.isRunning());
  }
}
