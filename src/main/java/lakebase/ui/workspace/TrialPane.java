package lakebase.ui.workspace;

import java.time.Duration;
import java.util.Objects;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lakebase.auth.ConnectionTest.Step;
import lakebase.ui.FailureText;
import lakebase.ui.Lifecycle;
import lakebase.ui.Ticker;
import lakebase.ui.UiContext;
import lakebase.ui.detail.Countdown;
import lakebase.ui.workspace.WorkspaceTrial.Row;
import lakebase.ui.workspace.WorkspaceTrial.State;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** The steps of a test, live: a shape, a word, what was found, how long it took. */
final class TrialPane extends VBox {

  private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
  private static final PseudoClass PASSED = PseudoClass.getPseudoClass("passed");

  private final UiContext context;
  private final WorkspaceTrial trial;
  private final VBox steps = new VBox();
  private final Label waiting = new Label();

  TrialPane(UiContext context, WorkspaceTrial trial) {
    this.context = context;
    this.trial = trial;
    getStyleClass().add("trial");
    Label title = new Label(text("workspace.trial.title"));
    title.getStyleClass().add("strong");
    Label hint = new Label(text("workspace.trial.hint"));
    hint.getStyleClass().addAll("muted", "small-text");
    hint.setWrapText(true);
    hint.setMinHeight(USE_PREF_SIZE);
    steps.getStyleClass().add("trial-steps");
    steps.setId("trial-steps");
    waiting.setId("trial-waiting");
    waiting.getStyleClass().addAll("trial-waiting", "small-text");
    waiting.setWrapText(true);
    waiting.setMinHeight(USE_PREF_SIZE);
    waiting.managedProperty().bind(waiting.textProperty().isNotEmpty());
    waiting.visibleProperty().bind(waiting.managedProperty());
    getChildren().addAll(title, hint, steps, waiting);
    trial.rows().addListener((ListChangeListener<Row>) _ -> show());
    Lifecycle.of(this).whileShowing(() -> Ticker.everySecond(this::tick));
    show();
  }

  private void show() {
    boolean none = trial.rows().isEmpty();
    steps
        .getChildren()
        .setAll(
            (none
                    ? java.util.stream.Stream.of(Step.values()).map(Row::waiting)
                    : trial.rows().stream())
                .map(this::row)
                .toList());
    tick();
  }

  private void tick() {
    waiting.setText(
        trial
            .left()
            .map(left -> context.texts().get("workspace.trial.browser", countdown(left)))
            .orElse(""));
  }

  private String countdown(Duration left) {
    return Countdown.text(context.texts(), left);
  }

  private Node row(Row row) {
    FontIcon icon = new FontIcon(icon(row.state()));
    Label word = new Label(context.texts().of("workspace.trial.step", row.step()));
    word.getStyleClass().add("trial-step");
    word.setMinWidth(USE_PREF_SIZE);
    Label found = new Label(row.found());
    found.getStyleClass().addAll("trial-found", "mono", "small-text");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Label took = new Label(took(row));
    took.getStyleClass().addAll("muted", "small-text");
    took.setMinWidth(USE_PREF_SIZE);
    HBox line = new HBox(icon, word, found, gap, took);
    line.getStyleClass().add("trial-line");
    VBox box = new VBox(line);
    box.setId("trial-" + row.step());
    box.getStyleClass().add("trial-row");
    box.setAccessibleText(
        context.texts().of("workspace.trial.step", row.step())
            + ": "
            + context.texts().of("workspace.trial.state", row.state()));
    box.pseudoClassStateChanged(FAILED, row.state() == State.FAILED);
    box.pseudoClassStateChanged(PASSED, row.state() == State.PASSED);
    if (row.failure() != null) {
      box.getChildren().add(why(Objects.requireNonNull(row.failure())));
    }
    return box;
  }

  private static Node why(FailureText failure) {
    Label reason = new Label(failure.reason() + "\n" + failure.advice());
    reason.setId("trial-why");
    reason.getStyleClass().addAll("trial-why", "small-text");
    reason.setWrapText(true);
    reason.setMinHeight(USE_PREF_SIZE);
    return reason;
  }

  private String took(Row row) {
    return row.state() == State.PASSED || row.state() == State.FAILED
        ? context.texts().get("workspace.trial.took", Math.max(1, row.took().toMillis()))
        : "";
  }

  private static Ikon icon(State state) {
    return switch (state) {
      case WAITING -> MaterialDesignC.CIRCLE_OUTLINE;
      case RUNNING -> MaterialDesignP.PROGRESS_CLOCK;
      case PASSED -> MaterialDesignC.CHECK_CIRCLE;
      case FAILED -> MaterialDesignA.ALERT_CIRCLE;
    };
  }

  private String text(String key) {
    return context.texts().get(key);
  }
}
