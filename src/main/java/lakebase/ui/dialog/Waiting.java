package lakebase.ui.dialog;

import javafx.scene.control.Button;
import lakebase.ui.Texts;

/**
 * Says in a dialog's foot what its change waits for. The dialog may be closed meanwhile: the change
 * stays in the background tasks and is sent by itself, and there it can be taken back.
 */
final class Waiting {

  private final Texts texts;
  private final DialogFrame frame;
  private final Button cancel;
  private boolean shown;

  private Waiting(Texts texts, DialogFrame frame, Button cancel) {
    this.texts = texts;
    this.frame = frame;
    this.cancel = cancel;
  }

  /** Follows the submission for that dialog, whose button closes it. */
  static void follow(Texts texts, DialogFrame frame, Button cancel, Submission submission) {
    Waiting waiting = new Waiting(texts, frame, cancel);
    submission.waitingProperty().subscribe(waiting::show);
  }

  private void show(String words) {
    boolean now = !words.isEmpty();
    if (now) {
      frame.footer().say(DialogFooter.Tone.PLAIN, texts.get("dialog.waiting", words));
      cancel.setText(texts.get("dialog.close"));
    } else if (shown) {
      frame.footer().say(DialogFooter.Tone.PLAIN, "");
      cancel.setText(texts.get("dialog.cancel"));
    }
    shown = now;
  }
}
