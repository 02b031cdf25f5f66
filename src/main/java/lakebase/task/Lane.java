package lakebase.task;

import java.util.Comparator;
import java.util.Optional;
import lakebase.model.BranchChildName;
import lakebase.model.BranchName;
import lakebase.model.ResourceKind;
import lakebase.state.AppState;
import lakebase.state.BackgroundTask;
import lakebase.state.BackgroundTask.Verb;
import lakebase.state.Ref;

/**
 * Who goes first on a branch: the service takes one change of a branch's roles, databases and
 * computes at a time (contract §10.12), and none while the branch itself is being made. Ids rise,
 * so whoever was asked for earlier has the lower one.
 */
final class Lane {

  private Lane() {}

  /** The last task that the given one has to wait for; empty when it can be sent. */
  static Optional<BackgroundTask> ahead(AppState state, BackgroundTask task) {
    if (!waits(task)) {
      return Optional.empty();
    }
    Ref.OfResource branch = branch(task);
    return state.tasks().stream()
        .filter(other -> other.isRunning() && other.id() < task.id())
        .filter(other -> occupies(other, branch))
        .max(Comparator.comparingLong(BackgroundTask::id));
  }

  /**
   * Whether another task does to exactly the same thing what the given one would: two changes of it
   * at once are one too many, and a double click does nothing.
   */
  static boolean isTwice(AppState state, BackgroundTask task) {
    Ref.OfResource target = task.target();
    if (task.verb() == Verb.SHARE) {
      return state.tasks().stream()
          .anyMatch(other ->
              other.isRunning() && other.verb() == Verb.SHARE && other.target().equals(target));
    }
    return task.occupies(target) && state.isBusy(target);
  }

  private static boolean waits(BackgroundTask task) {
    return switch (task.kind()) {
      case PROJECT, BRANCH -> false;
      case ENDPOINT, ROLE, DATABASE -> true;
    };
  }

  private static boolean occupies(BackgroundTask task, Ref.OfResource branch) {
    boolean makesBranch =
        task.kind() == ResourceKind.BRANCH
            && (task.verb() == Verb.CREATE || task.verb() == Verb.UNDELETE);
    return (waits(task) || makesBranch) && branch(task).equals(branch);
  }

  /** The branch that a task is about, or about something in. */
  private static Ref.OfResource branch(BackgroundTask task) {
    Ref.OfResource target = task.target();
    return switch (target.name()) {
      case BranchChildName child -> target.sibling(child.branch());
      case BranchName _ -> target;
      default -> target;
    };
  }
}
