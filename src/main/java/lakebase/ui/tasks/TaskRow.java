package lakebase.ui.tasks;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import lakebase.state.BackgroundTask;
import lakebase.state.Ref;
import lakebase.state.WorkspaceColour;
import org.kordamp.ikonli.Ikon;

/**
 * One row as it reads at a moment.
 *
 * @param id the task's
 * @param status its colour
 * @param shape its shape
 * @param statusWord the same in a word
 * @param verb what is done, with the kind of thing, for example {@code Create branch}
 * @param title what people call the thing
 * @param target the thing
 * @param where where it lives, in words; empty for a project
 * @param share how much of the usual time is over, below 1; negative when there is no usual time
 * @param time elapsed against usual while it runs, else how long it took and when it ended
 * @param state in words: what happens now, or what came of it
 * @param workspace the name of the workspace it is in; empty where there is only one
 * @param colour the colour of that workspace
 * @param watchable whether watching it can be stopped
 */
public record TaskRow(
    long id,
    Status status,
    Ikon shape,
    String statusWord,
    String verb,
    String title,
    Ref.OfResource target,
    String where,
    double share,
    String time,
    String state,
    String workspace,
    WorkspaceColour colour,
    boolean watchable) {

  /** What a row's shape and colour say. */
  public enum Status {
    /** Not sent yet; can be taken back. */
    WAITING,
    RUNNING,
    PAUSED,
    DONE,
    /** Accepted, and then not finished. */
    FAILED,
    /** Not accepted. */
    REFUSED,
    UNWATCHED,
    /** Never sent. */
    UNSENT;

    static Status of(BackgroundTask task) {
      return switch (task.progress()) {
        case BackgroundTask.Progress.Waiting _, BackgroundTask.Progress.Held _ -> WAITING;
        case BackgroundTask.Progress.Sending _,
            BackgroundTask.Progress.Running _,
            BackgroundTask.Progress.Settling _ ->
            RUNNING;
        case BackgroundTask.Progress.Paused _ -> PAUSED;
        case BackgroundTask.Progress.Succeeded _ -> DONE;
        case BackgroundTask.Progress.Failed _ -> task.operation() == null ? REFUSED : FAILED;
        case BackgroundTask.Progress.Unwatched _ -> UNWATCHED;
        case BackgroundTask.Progress.Unsent _ -> UNSENT;
      };
    }
  }

  /** Whether it has not ended. */
  public boolean isRunning() {
    return status == Status.RUNNING || status == Status.PAUSED || isWaiting();
  }

  /** Whether it can be taken back, because it is not sent yet. */
  public boolean isWaiting() {
    return status == Status.WAITING;
  }

  /** Whether it ended without doing what was asked for. */
  public boolean hasFailed() {
    return status == Status.FAILED || status == Status.REFUSED;
  }

  /** Everything that the row says, as one sentence: what changes first. */
  public String spoken() {
    return Stream.of(statusWord, verb + " " + title, where, workspace, time, state)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }
}
