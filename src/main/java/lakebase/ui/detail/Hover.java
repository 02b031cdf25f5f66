package lakebase.ui.detail;

import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;

/** Shows the whole of a text that does not fit, when the pointer rests on it. */
public final class Hover {

  private Hover() {}

  /** From now on; replaces the node's tooltip. */
  public static void showsAll(Labeled labeled) {
    showsAll(labeled, "");
  }

  /** The same, with a second line of more. */
  static void showsAll(Labeled labeled, String more) {
    labeled.setOnMouseEntered(_ -> {
      String whole = isCut(labeled) ? labeled.getText() : "";
      String shown = whole.isEmpty() || more.isEmpty() ? whole + more : whole + "\n" + more;
      labeled.setTooltip(shown.isEmpty() ? null : wide(shown));
    });
  }

  private static Tooltip wide(String text) {
    Tooltip tooltip = new Tooltip(text);
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(640);
    return tooltip;
  }

  private static boolean isCut(Labeled labeled) {
    return labeled.lookup(".text") instanceof Text shown
        && !shown.getText().equals(labeled.getText());
  }
}
