package lakebase.ui.dialog;

import atlantafx.base.theme.Styles;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import lakebase.ui.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Asks before something is done: the consequences as facts, Cancel with the focus, the action named
 * by verb and object. It stays open until {@link #close} is called, so that a failure loses
 * nothing; while it is {@linkplain #setBusy busy} the action cannot be fired again.
 */
public final class ConfirmDialog {

  private final Texts texts;
  private final DialogFrame frame;
  private final VBox facts = new VBox();
  private final VBox body = new VBox(facts);
  private final VBox guardBox = new VBox();
  private final TextField typed = new TextField();
  private final Label guardError = new Label();
  private final Button confirm;
  private final Button cancel;
  private @Nullable String guard;
  private boolean busy;

  /** The dialog of that question; {@code action} runs when it is confirmed. */
  public ConfirmDialog(Texts texts, Question question, Runnable action) {
    this.texts = texts;
    this.frame =
        new DialogFrame(texts, question.icon(), question.title(), "", DialogFrame.Width.NARROW);
    cancel = frame.addCancelButton(question.cancel());
    confirm =
        frame.addButton(
            "dialog-confirm",
            question.action(),
            () -> fire(action),
            question.dangerous() ? Styles.DANGER : Styles.ACCENT);
    body.getStyleClass().add("confirm-body");
    facts.getStyleClass().add("facts");
    facts.setId("dialog-facts");
    if (!question.subject().isEmpty()) {
      Label subject = new Label(question.subject());
      subject.getStyleClass().addAll("mono", "confirm-subject");
      subject.setWrapText(true);
      body.getChildren().addFirst(subject);
    }
    guardBox.getStyleClass().add("confirm-guard");
    body.getChildren().add(guardBox);
    frame.setBody(body);
    frame.setFirstFocus(cancel);
    setFacts(question);
    setGuard(question.typedGuard());
  }

  /** The dialog to open. */
  public DialogFrame frame() {
    return frame;
  }

  /** States the consequences anew, as more becomes known. */
  public void setFacts(Question question) {
    facts.getChildren().setAll(question.facts().stream().map(Bullet::new).toList());
  }

  /** Adds something to choose below the facts. */
  public void addOption(Node option) {
    body.getChildren().add(body.getChildren().indexOf(guardBox), option);
  }

  /** Adds the action as code, at the end. */
  public void addCode(CodeFold code) {
    body.getChildren().add(code);
  }

  /** The text that must be typed from now on; null for none. */
  public void setGuard(@Nullable String text) {
    guard = text;
    guardBox.getChildren().clear();
    showGuardError(false);
    if (text != null) {
      Label label = new Label(texts.get("dialog.type", text));
      label.setWrapText(true);
      label.setLabelFor(typed);
      typed.setId("dialog-typed");
      typed.setAccessibleText(label.getText());
      typed.getStyleClass().add("mono");
      guardError.getStyleClass().add("field-error");
      guardError.setId("dialog-typed-error");
      typed.textProperty().subscribe(() -> showGuardError(false));
      guardBox.getChildren().setAll(label, typed, guardError);
    }
  }

  /** The words on the action's button. */
  public void setAction(String text) {
    confirm.setText(text);
  }

  /** Whether the call is under way. */
  public void setBusy(boolean now) {
    busy = now;
    confirm.setDisable(now);
    frame.footer().setBusy(now);
  }

  /** Follows the change that the action sends: busy, waiting, failed. */
  public void follow(Submission submission) {
    submission.busyProperty().addListener((_, _, now) -> setBusy(now));
    Waiting.follow(texts, frame, cancel, submission);
    submission
        .failureProperty()
        .addListener((_, _, failure) -> {
          if (failure != null) {
            fail(Trouble.of(failure));
          }
        });
  }

  /** Says what went wrong and can be tried again. */
  public void fail(Trouble trouble) {
    setBusy(false);
    frame.showTrouble(trouble);
    confirm.requestFocus();
  }

  /** Closes it. */
  public void close() {
    frame.close();
  }

  private void fire(Runnable action) {
    if (busy) {
      return;
    }
    if (guard != null && !guard.equals(typed.getText().strip())) {
      showGuardError(true);
      typed.requestFocus();
      return;
    }
    frame.clearTrouble();
    action.run();
  }

  private void showGuardError(boolean wrong) {
    guardError.setText(wrong ? texts.get("dialog.type.wrong") : "");
    guardError.setVisible(wrong);
    guardError.setManaged(wrong);
    typed.pseudoClassStateChanged(Styles.STATE_DANGER, wrong);
  }
}
