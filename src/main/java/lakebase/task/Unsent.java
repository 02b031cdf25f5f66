package lakebase.task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import lakebase.model.Change;
import lakebase.model.Operation;
import lakebase.state.AppState;
import lakebase.state.BackgroundTask;
import lakebase.state.BackgroundTask.Progress;
import org.jspecify.annotations.Nullable;

/** The changes that wait to be sent, in the order in which they were asked for. FX thread. */
final class Unsent {

  /**
   * A change that was asked for and is not accepted yet.
   *
   * @param task its row as it was added
   * @param accepted told once whether the service accepted it
   * @param heldSince when the service first said that it is busy; absent while it has not
   * @param refusals how often it has said so
   */
  record Asked(
      BackgroundTask task,
      Change change,
      Consumer<Outcome<Operation>> accepted,
      @Nullable Instant heldSince,
      int refusals) {

    /** On its way since that moment: the time that it waited is none of its own. */
    Asked sentAt(Instant now) {
      BackgroundTask sent = task.withStarted(now).withProgress(new Progress.Sending());
      return new Asked(sent, change, accepted, heldSince, refusals);
    }

    /** Busy again, at that moment. */
    Asked held(Instant now) {
      return new Asked(task, change, accepted, heldSince == null ? now : heldSince, refusals + 1);
    }
  }

  private final List<Asked> waiting = new ArrayList<>();

  void add(Asked asked) {
    waiting.add(asked);
  }

  /** Takes that task's change out; empty when it does not wait here. */
  Optional<Asked> take(long taskId) {
    Optional<Asked> found =
        waiting.stream().filter(asked -> asked.task().id() == taskId).findFirst();
    found.ifPresent(waiting::remove);
    return found;
  }

  /** Whether that task's change waits here. */
  boolean has(long taskId) {
    return waiting.stream().anyMatch(asked -> asked.task().id() == taskId);
  }

  /** Takes the first out that nothing is ahead of any more, but for those that rest. */
  Optional<Asked> takeNext(AppState state, Set<Long> resting) {
    return waiting.stream()
        .filter(asked -> !resting.contains(asked.task().id()))
        .filter(asked -> Lane.ahead(state, asked.task()).isEmpty())
        .findFirst()
        .flatMap(asked -> take(asked.task().id()));
  }

  /** Those that still wait. */
  List<Asked> all() {
    return List.copyOf(waiting);
  }
}
