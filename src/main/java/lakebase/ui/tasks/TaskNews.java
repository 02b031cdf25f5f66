package lakebase.ui.tasks;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lakebase.state.BackgroundTask;
import lakebase.state.BackgroundTask.Progress;

/**
 * Which tasks ended since the last look. What the service refused at once is no news: the dialog
 * that asked says so; nor is what a person stopped watching.
 */
final class TaskNews {

  private Set<Long> running = Set.of();

  /** The tasks that ran at the last look and have come to an end. */
  List<BackgroundTask> look(List<BackgroundTask> tasks) {
    List<BackgroundTask> ended =
        tasks.stream()
            .filter(task -> running.contains(task.id()))
            .filter(task ->
                task.progress() instanceof Progress.Succeeded
                    || task.progress() instanceof Progress.Failed)
            .toList();
    running =
        tasks.stream()
            .filter(task -> task.isRunning() && task.operation() != null)
            .map(BackgroundTask::id)
            .collect(Collectors.toSet());
    return ended;
  }
}
