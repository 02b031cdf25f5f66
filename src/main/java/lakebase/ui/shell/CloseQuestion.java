package lakebase.ui.shell;

import java.util.List;
import lakebase.ui.Texts;
import lakebase.ui.dialog.ConfirmDialog;
import lakebase.ui.dialog.DialogFrame;
import lakebase.ui.dialog.Question;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** Says what becomes of running operations when the window is closed. */
final class CloseQuestion {

  private CloseQuestion() {}

  /** Asks about that many; {@code close} runs when it is confirmed. */
  static DialogFrame of(Texts texts, long running, Runnable close) {
    Question question =
        new Question(
            MaterialDesignP.POWER,
            texts.get("shell.close.title", running),
            "",
            List.of(texts.get("shell.close.fact"), texts.get("shell.close.fact.again")),
            texts.get("shell.close.confirm"),
            texts.get("shell.close.cancel"),
            false,
            null);
    return new ConfirmDialog(texts, question, close).frame();
  }
}
