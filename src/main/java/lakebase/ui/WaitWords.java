package lakebase.ui;

import lakebase.state.AppState;
import lakebase.state.BackgroundTask;
import lakebase.state.BackgroundTask.Progress;
import lakebase.state.BackgroundTask.Verb;

/** Tasks that are not sent yet, in words: the same in their row and in the dialog that asked. */
public final class WaitWords {

  private final Texts texts;

  /** In that language. */
  public WaitWords(Texts texts) {
    this.texts = texts;
  }

  /** What is done, with the kind of thing, for example {@code Create branch}. */
  public String verb(BackgroundTask task) {
    return task.verb() == Verb.SHARE
        ? texts.get("tasks.verb.SHARE")
        : texts.get("tasks.verb." + task.verb().name() + "." + task.kind().name());
  }

  /** What that task waits for; empty when it does not wait. */
  public String of(AppState state, BackgroundTask task) {
    return switch (task.progress()) {
      case Progress.Waiting(long behind) ->
          state.tasks().stream()
              .filter(other -> other.id() == behind)
              .findFirst()
              .map(other -> texts.get("tasks.state.waiting", verb(other), other.title()))
              .orElseGet(() -> texts.get("tasks.state.waiting.any"));
      case Progress.Held _ -> texts.get("tasks.state.held");
      default -> "";
    };
  }
}
