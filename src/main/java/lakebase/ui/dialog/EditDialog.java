package lakebase.ui.dialog;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import lakebase.ui.Texts;
import lakebase.ui.UiContext;
import lakebase.ui.form.EditModel;
import lakebase.ui.form.FormPane;

/**
 * Edits a resource: the form on the left; on the right what will change, what somebody else changed
 * meanwhile, and the request as code. Closes when the service has accepted.
 */
public final class EditDialog<T> {

  private final UiContext context;
  private final Texts texts;
  private final DialogHost host;
  private final EditSession<T> session;
  private final DialogFrame frame;
  private final Button save;
  private final ChangesTable changes;
  private final ConflictsPane conflicts;
  private final CodePane code;

  /** The dialog of that session; {@link #open} shows it. */
  public EditDialog(
      UiContext context, DialogHost host, DialogHead head, EditSession<T> session, FormPane form) {
    this.context = context;
    this.texts = context.texts();
    this.host = host;
    this.session = session;
    ValueWords words = new ValueWords(texts, context.formats());
    changes = new ChangesTable(texts, words);
    conflicts = new ConflictsPane(texts, words, session.edit()::decide);
    code = new CodePane(context);
    frame =
        new DialogFrame(texts, head.icon(), head.title(), head.subtitle(), DialogFrame.Width.WIDE);
    frame.setFixedBody(new TwoColumns(form, new VBox(conflicts, changes, code)));
    Button cancel = frame.addCancelButton(texts.get("dialog.cancel"));
    Waiting.follow(texts, frame, cancel, session.submission());
    save = frame.addDefaultButton("dialog-save", "", session::save);
    frame.setMayClose(this::mayClose);
    session.whenAccepted(frame::close);
    session.whenProblem(form::focus);
    session.edit().stateProperty().subscribe(this::show);
    session.statusProperty().subscribe(now -> frame.footer().say(now.tone(), now.text()));
    session.readingProperty().subscribe(this::showBusy);
    session.submission().busyProperty().subscribe(this::showBusy);
    session
        .submission()
        .failureProperty()
        .subscribe(failure -> {
          frame.clearTrouble();
          Optional.ofNullable(failure).map(Trouble::of).ifPresent(frame::showTrouble);
        });
  }

  /** Shows it, and reads the resource. */
  public void open() {
    host.open(frame);
    session.start();
  }

  private void show(EditModel.Snapshot<T> now) {
    int count = session.edit().changes().size();
    changes.show(session.edit().changes());
    conflicts.show(now.conflicts());
    code.show(count == 0 ? Optional.empty() : Optional.of(session.change()));
    save.setText(texts.get("edit.save", count));
  }

  private void showBusy() {
    boolean sending = session.submission().busyProperty().get();
    frame.footer().setBusy(sending || session.readingProperty().get());
    save.setDisable(sending);
  }

  private boolean mayClose() {
    int count = session.edit().changes().size();
    if (count == 0 || session.submission().busyProperty().get()) {
      return true;
    }
    DiscardQuestion.ask(texts, host, frame, context.texts().get("edit.discard", count));
    return false;
  }
}
