package lakebase.ui.shell;

import java.util.ArrayList;
import java.util.List;
import lakebase.ui.Texts;
import lakebase.ui.dialog.ConfirmDialog;
import lakebase.ui.dialog.DialogFrame;
import lakebase.ui.dialog.Question;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** Says what becomes of running operations when the window is closed. */
final class CloseQuestion {

  private CloseQuestion() {}

  /**
   * Asks about that many; {@code close} runs when it is confirmed.
   *
   * @param running how many have not ended
   * @param unsent how many of them wait to be sent
   */
  static DialogFrame of(Texts texts, long running, long unsent, Runnable close) {
    List<String> facts = new ArrayList<>();
    if (running > unsent) {
      facts.add(texts.get("shell.close.fact"));
      facts.add(texts.get("shell.close.fact.again"));
    }
    if (unsent > 0) {
      facts.add(texts.get("shell.close.fact.unsent", unsent));
    }
    Question question =
        new Question(
            MaterialDesignP.POWER,
            texts.get("shell.close.title", running),
            "",
            facts,
            texts.get("shell.close.confirm"),
            texts.get("shell.close.cancel"),
            false,
            null);
    return new ConfirmDialog(texts, question, close).frame();
  }
}
