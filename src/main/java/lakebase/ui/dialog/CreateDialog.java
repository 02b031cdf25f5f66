package lakebase.ui.dialog;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import lakebase.model.Change;
import lakebase.model.Draft;
import lakebase.ui.Texts;
import lakebase.ui.UiContext;
import lakebase.ui.form.FormField;
import lakebase.ui.form.FormPane;

/**
 * Creates a resource: the form on the left; on the right what will exist afterwards, and the
 * request as code. Closes when the service has accepted, and keeps every entry when it has not.
 */
public final class CreateDialog {

  private final Texts texts;
  private final DialogHost host;
  private final Creation creation;
  private final FormPane form;
  private final Submission submission;
  private final DialogFrame frame;
  private final Button create;
  private final VBox facts = new VBox();
  private final CodePane code;

  /**
   * The dialog of that creation; {@link #open} shows it.
   *
   * @param action verb and object on the button
   */
  public CreateDialog(
      UiContext context,
      DialogHost host,
      DialogHead head,
      String action,
      Creation creation,
      FormPane form) {
    this.texts = context.texts();
    this.host = host;
    this.creation = creation;
    this.form = form;
    this.submission = new Submission(context, creation.workspace(), creation.form());
    frame =
        new DialogFrame(texts, head.icon(), head.title(), head.subtitle(), DialogFrame.Width.WIDE);
    code = new CodePane(context);
    Label title = new Label(texts.get("create.outcome"));
    title.getStyleClass().add("strong");
    facts.setId("outcome");
    facts.getStyleClass().add("facts");
    VBox after = new VBox(title, facts);
    after.getStyleClass().add("changes");
    frame.setFixedBody(new TwoColumns(form, new VBox(after, code)));
    Button cancel = frame.addCancelButton(texts.get("dialog.cancel"));
    Waiting.follow(texts, frame, cancel, submission);
    create = frame.addDefaultButton("dialog-create", action, this::create);
    frame.setMayClose(this::mayClose);
    submission.busyProperty().subscribe(this::showBusy);
    submission
        .failureProperty()
        .subscribe(failure -> {
          frame.clearTrouble();
          Optional.ofNullable(failure).map(Trouble::of).ifPresent(frame::showTrouble);
        });
    creation.form().onEntered(this::entered);
    show();
  }

  /** Shows it. */
  public void open() {
    host.open(frame);
  }

  private void create() {
    Optional<FormField<?>> wrong = creation.form().validate();
    if (wrong.isPresent()) {
      frame.footer().say(DialogFooter.Tone.WARNING, texts.get("edit.status.problem"));
      form.focus(wrong.get());
      return;
    }
    frame.footer().say(DialogFooter.Tone.PLAIN, "");
    creation
        .draft()
        .ifPresent(draft ->
            submission.send(new Change.Create(draft), creation.title(), frame::close, form::focus));
  }

  /** What stood in the way of creating may be gone. */
  private void entered() {
    frame.footer().say(DialogFooter.Tone.PLAIN, "");
    show();
  }

  private void show() {
    facts.getChildren().setAll(creation.outcome().stream().map(Bullet::new).toList());
    code.show(creation.draft().map(CreateDialog::change));
  }

  private static Change change(Draft draft) {
    return new Change.Create(draft);
  }

  private void showBusy(boolean busy) {
    frame.footer().setBusy(busy);
    create.setDisable(busy);
  }

  private boolean mayClose() {
    if (!creation.form().isEntered() || submission.busyProperty().get()) {
      return true;
    }
    DiscardQuestion.ask(texts, host, frame, texts.get("create.discard"));
    return false;
  }
}
