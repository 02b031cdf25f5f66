package lakebase.ui.tasks;

import java.time.Instant;
import java.util.Locale;
import java.util.StringJoiner;
import lakebase.model.OperationName;
import lakebase.state.BackgroundTask;
import lakebase.state.BackgroundTask.Progress;
import lakebase.ui.Formats;
import lakebase.ui.Secrets;
import lakebase.ui.Texts;

/** A task as Markdown, to be pasted into a ticket; without secrets. */
final class TaskMarkdown {

  private final Texts texts;
  private final Formats formats;
  private final TaskTexts words;

  TaskMarkdown(Texts texts, Formats formats, TaskTexts words) {
    this.texts = texts;
    this.formats = formats;
    this.words = words;
  }

  /** The whole task: what, where, when, what came of it. */
  String of(BackgroundTask task, TaskRow row) {
    StringJoiner lines = new StringJoiner("\n", "", "\n");
    lines.add(String.format(Locale.ROOT, "### %s %s%n", row.verb(), row.title()));
    line(lines, "status", row.statusWord());
    line(lines, "target", "`" + task.target().name() + "`");
    line(lines, "workspace", task.target().workspace().value());
    OperationName operation = task.operation();
    if (operation != null) {
      line(lines, "operation", "`" + operation + "`");
    }
    if (!task.fields().isEmpty()) {
      line(lines, "fields", "`" + String.join("`, `", task.fields()) + "`");
    }
    line(lines, "started", formats.utc(task.started()));
    Instant ended = task.ended();
    if (ended != null) {
      line(lines, "ended", formats.utc(ended));
    }
    line(lines, "state", row.state());
    switch (task.progress()) {
      case Progress.Succeeded(var _, var json) when !json.isEmpty() ->
          lines.add("\n```json\n" + json + "\n```");
      case Progress.Failed(var at, var failure) ->
          lines.add("\n" + words.failure(task, failure, at).toMarkdown());
      default -> {}
    }
    return Secrets.remove(lines.toString());
  }

  private void line(StringJoiner lines, String label, String value) {
    if (!value.isEmpty()) {
      lines.add("- " + texts.get("tasks.detail." + label) + ": " + value);
    }
  }
}
