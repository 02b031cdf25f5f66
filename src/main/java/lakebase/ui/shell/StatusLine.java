package lakebase.ui.shell;

import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import lakebase.state.LoadState;
import lakebase.ui.Icons;
import lakebase.ui.Key;
import lakebase.ui.Lifecycle;
import lakebase.ui.Texts;
import lakebase.ui.UiContext;
import org.controlsfx.control.StatusBar;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** Who is signed in, what runs, how much there is, and how old it is. */
final class StatusLine extends StatusBar {

  private final UiContext context;
  private final Label user = new Label();
  private final Hyperlink tasks = new Hyperlink();
  private final Label counts = new Label();
  private final Label age = new Label();

  /** A status bar; {@code openTasks} unfolds the panel that its link leads to. */
  StatusLine(UiContext context, Runnable openTasks) {
    this.context = context;
    setId("status");
    setText("");
    user.setId("status-user");
    user.setGraphic(Icons.icon(MaterialDesignA.ACCOUNT_CIRCLE_OUTLINE, "icon-small"));
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
    getLeftItems().addAll(user, tasks);
    getRightItems().addAll(counts, age);
    Counter counter = new Counter();
    Lifecycle.of(this).watch(context.store(), state -> StatusFacts.of(state, counter), this::show);
  }

  private void show(StatusFacts facts) {
    Texts texts = context.texts();
    user.setText(
        facts
            .user()
            .map(name -> texts.get("status.user", name))
            .orElse(texts.get("status.user.none")));
    tasks.setText(texts.get("status.tasks", facts.running()));
    tasks.setDisable(facts.running() == 0);
    String all =
        String.join(
            " · ",
            texts.get("status.projects", facts.counts().projects()),
            texts.get("status.branches", facts.counts().branches()),
            texts.get("status.computes", facts.counts().computes()));
    counts.setText(facts.counts().complete() ? all : texts.get("status.partial", all));
    age.setText(age(facts.load()));
  }

  private String age(LoadState load) {
    Texts texts = context.texts();
    return switch (load) {
      case LoadState.NotLoaded _ -> "";
      case LoadState.Loading _ -> texts.get("status.reading");
      case LoadState.Loaded(var asOf) -> texts.get("status.asOf", context.formats().time(asOf));
      case LoadState.Failed _ -> texts.get("status.failed");
    };
  }
}
