package lakebase.ui.workspace;

import java.util.ArrayList;
import java.util.List;
import lakebase.state.BackgroundTask;
import lakebase.state.Workspace;
import lakebase.state.WorkspaceId;
import lakebase.task.Roster;
import lakebase.ui.Texts;
import lakebase.ui.UiContext;
import lakebase.ui.WorkspaceWords;
import lakebase.ui.dialog.ConfirmDialog;
import lakebase.ui.dialog.DialogHost;
import lakebase.ui.dialog.Question;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** What is asked about a workspace itself. For the FX thread. */
public final class WorkspaceQuestions {

  private final UiContext context;
  private final DialogHost host;
  private final Roster roster;

  /** Asks in that host. */
  public WorkspaceQuestions(UiContext context, DialogHost host, Roster roster) {
    this.context = context;
    this.host = host;
    this.roster = roster;
  }

  /** Asks once whether to take it out of this console, and says what stays. */
  public void remove(WorkspaceId id) {
    Workspace workspace = known(id);
    if (workspace == null || id.equals(WorkspaceId.LOCAL)) {
      return;
    }
    Texts texts = context.texts();
    List<String> facts =
        new ArrayList<>(
            List.of(
                texts.get("workspace.remove.fact.service"),
                texts.get("workspace.remove.fact.here")));
    long running = running(id);
    if (running > 0) {
      facts.add(texts.get("workspace.remove.fact.tasks", running));
    }
    ask(
        new Question(
            MaterialDesignT.TRASH_CAN_OUTLINE,
            texts.get("workspace.remove.title", workspace.name()),
            workspace.address(),
            facts,
            texts.get("workspace.remove.confirm"),
            texts.get("dialog.cancel"),
            true,
            null),
        () -> roster.remove(id));
  }

  /** Says that it is locked against changes, and offers to unlock it. */
  public void explainLock(WorkspaceId id) {
    Workspace workspace = known(id);
    if (workspace == null) {
      return;
    }
    Texts texts = context.texts();
    ask(
        new Question(
            WorkspaceWords.lock(),
            texts.get("workspace.locked.title", workspace.name()),
            "",
            List.of(
                texts.get("workspace.locked.fact.refused"),
                texts.get("workspace.locked.fact.looking")),
            texts.get("workspace.unlock"),
            texts.get("dialog.close"),
            false,
            null),
        () -> roster.setReadOnly(id, false));
  }

  private void ask(Question question, Runnable action) {
    ConfirmDialog[] dialog = new ConfirmDialog[1];
    dialog[0] =
        new ConfirmDialog(
            context.texts(),
            question,
            () -> {
              dialog[0].close();
              action.run();
            });
    host.open(dialog[0].frame());
  }

  private long running(WorkspaceId id) {
    return context.store().state().tasks().stream()
        .filter(BackgroundTask::isRunning)
        .filter(task -> task.target().workspace().equals(id))
        .count();
  }

  private @Nullable Workspace known(WorkspaceId id) {
    return context.store().state().workspace(id).orElse(null);
  }
}
