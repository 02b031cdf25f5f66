package lakebase.ui.dialog;

import java.util.List;
import lakebase.ui.Texts;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** Asks before entries are lost. */
public final class DiscardQuestion {

  private DiscardQuestion() {}

  /** Asks above that dialog, and closes it when the entries may go. */
  public static void ask(Texts texts, DialogHost host, DialogFrame above, String title) {
    ConfirmDialog[] self = new ConfirmDialog[1];
    ConfirmDialog question =
        new ConfirmDialog(
            texts,
            new Question(
                MaterialDesignP.PENCIL_OFF_OUTLINE,
                title,
                "",
                List.of(texts.get("edit.discard.fact")),
                texts.get("edit.discard.action"),
                texts.get("edit.discard.keep"),
                true,
                null),
            () -> {
              self[0].close();
              above.close();
            });
    self[0] = question;
    host.open(question.frame());
  }
}
