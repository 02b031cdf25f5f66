package lakebase.ui.dialog;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lakebase.ui.Texts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/** The foot of a dialog: a status at the left, its buttons at the right, a bar while it works. */
public final class DialogFooter extends VBox {

  /** How a status is meant; each has a shape of its own. */
  public enum Tone {
    PLAIN,
    GOOD,
    WARNING
  }

  private static final PseudoClass GOOD = PseudoClass.getPseudoClass("good");
  private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");

  private final ProgressBar working = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
  private final Label status = new Label();
  private final HBox buttons = new HBox();

  DialogFooter(Texts texts) {
    getStyleClass().add("dialog-footer");
    working.setMaxWidth(Double.MAX_VALUE);
    working.setAccessibleText(texts.get("dialog.working"));
    working.getStyleClass().add("dialog-working");
    working.setId("dialog-working");
    status.setWrapText(true);
    status.setId("dialog-status");
    status.getStyleClass().add("dialog-status");
    buttons.getStyleClass().add("dialog-buttons");
    buttons.setMinWidth(USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox row = new HBox(status, gap, buttons);
    row.getStyleClass().add("dialog-footer-row");
    getChildren().addAll(working, row);
    setBusy(false);
  }

  /** Shows that the dialog works, without a share that nobody knows. */
  public void setBusy(boolean busy) {
    working.setVisible(busy);
    working.setProgress(busy ? ProgressBar.INDETERMINATE_PROGRESS : 0);
  }

  /** The status, meant so; an empty text for none. */
  public void say(Tone tone, String text) {
    status.setText(text);
    status.setGraphic(text.isEmpty() ? null : icon(tone));
    status.pseudoClassStateChanged(GOOD, tone == Tone.GOOD);
    status.pseudoClassStateChanged(WARNING, tone == Tone.WARNING);
  }

  void add(Button button) {
    buttons.getChildren().add(button);
  }

  private static @Nullable Node icon(Tone tone) {
    return switch (tone) {
      case PLAIN -> new FontIcon(MaterialDesignI.INFORMATION_OUTLINE);
      case GOOD -> new FontIcon(MaterialDesignC.CHECK);
      case WARNING -> new FontIcon(MaterialDesignA.ALERT_OUTLINE);
    };
  }
}
