package lakebase.ui.shell;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import lakebase.state.LoadState;
import lakebase.state.Ref;
import lakebase.state.Workspace;
import lakebase.ui.Icons;
import lakebase.ui.Key;
import lakebase.ui.Lifecycle;
import lakebase.ui.Texts;
import lakebase.ui.Ticker;
import lakebase.ui.UiContext;
import lakebase.ui.WorkspaceWords;
import org.controlsfx.control.StatusBar;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/**
 * How the workspace of the selection stands, which need a sign-in, what runs, how much there is,
 * and how old it is.
 */
final class StatusLine extends StatusBar {

  private final UiContext context;
  private final WorkspaceWords words;
  private final Label user = new Label();
  private final Hyperlink access = new Hyperlink();
  private final Hyperlink tasks = new Hyperlink();
  private final Label counts = new Label();
  private final Label age = new Label();
  private @Nullable StatusFacts shown;

  /**
   * A status bar.
   *
   * @param more what the features tell there
   * @param openTasks unfolds the panel that its link leads to
   */
  StatusLine(UiContext context, Node more, Runnable openTasks) {
    this.context = context;
    this.words = WorkspaceWords.of(context);
    setId("status");
    setText("");
    user.setId("status-user");
    user.setGraphic(Icons.icon(MaterialDesignA.ACCOUNT_CIRCLE_OUTLINE, "icon-small"));
    access.setId("status-access");
    access.getStyleClass().add("status-tasks");
    access.setGraphic(Icons.icon(MaterialDesignA.ACCOUNT_KEY_OUTLINE, "icon-small"));
    tasks.setId("status-tasks");
    tasks.getStyleClass().add("status-tasks");
    tasks.setGraphic(Icons.icon(MaterialDesignP.PROGRESS_CLOCK, "icon-small"));
    tasks.setOnAction(_ -> {
      tasks.setVisited(false);
      openTasks.run();
    });
    tasks.setTooltip(Tips.tip(Key.TASKS, context.texts()));
    counts.setId("status-counts");
    age.setId("status-age");
    getLeftItems().addAll(user, access, tasks, more);
    getRightItems().addAll(counts, age);
    Counter counter = new Counter();
    Lifecycle.of(this)
        .watch(context.store(), state -> StatusFacts.of(state, counter), this::show)
        .whileSeen(() -> Ticker.everySecond(this::showTime));
  }

  private void show(StatusFacts facts) {
    shown = facts;
    showTime();
    showAccess(facts.needy());
    Texts texts = context.texts();
    tasks.setText(texts.get("status.tasks", facts.running()));
    tasks.setDisable(facts.running() == 0);
    String all =
        String.join(
            " · ",
            texts.get("status.projects", facts.counts().projects()),
            texts.get("status.branches", facts.counts().branches()),
            texts.get("status.computes", facts.counts().computes()));
    counts.setText(facts.counts().complete() ? all : texts.get("status.partial", all));
    age.setText(age(facts));
  }

  /** What a token still has of its life. */
  private void showTime() {
    if (shown != null) {
      user.setText(
          shown.current().map(this::standing).orElse(context.texts().get("status.user.none")));
    }
  }

  /** Of the one workspace there is usually, its name says nothing. */
  private String standing(Workspace workspace) {
    boolean only = context.store().state().workspaces().size() == 1;
    String status = words.status(workspace);
    return only ? status : context.texts().get("workspace.chip", workspace.name(), status);
  }

  /** One line for all of them; it leads to the first. */
  private void showAccess(List<Workspace> needy) {
    access.setVisible(!needy.isEmpty());
    access.setManaged(!needy.isEmpty());
    if (!needy.isEmpty()) {
      Workspace first = needy.getFirst();
      Texts texts = context.texts();
      access.setText(
          needy.size() == 1
              ? texts.get("status.access", first.name())
              : texts.get("status.access.many", needy.size()));
      access.setOnAction(_ -> {
        access.setVisited(false);
        context.intents().select(Ref.of(first.id()));
      });
    }
  }

  private String age(StatusFacts facts) {
    Texts texts = context.texts();
    Workspace workspace = facts.current().orElse(null);
    if (workspace != null && workspace.connection().isAway()) {
      return words.asOf(workspace);
    }
    return switch (facts.load()) {
      case LoadState.NotLoaded _ -> workspace == null ? "" : words.asOf(workspace);
      case LoadState.Loading _ -> texts.get("status.reading");
      case LoadState.Loaded(var asOf) -> texts.get("status.asOf", context.formats().time(asOf));
      case LoadState.Failed _ -> texts.get("status.failed");
    };
  }
}
