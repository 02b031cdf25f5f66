package lakebase.ui.shell;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import lakebase.ui.Icons;
import lakebase.ui.Key;
import lakebase.ui.Texts;
import org.kordamp.ikonli.Ikon;

/**
 * Tooltips that print the key, and buttons that are an icon with a name for those who cannot see
 * it.
 */
final class Tips {

  private Tips() {}

  /** What the key does, and the key. */
  static Tooltip tip(Key key, Texts texts) {
    return new Tooltip(key.tooltip(key.text(texts), texts));
  }

  /** An icon button that does what the key does. */
  static Button button(String id, Ikon icon, Key key, Texts texts, Runnable action) {
    Button button = button(id, icon, action);
    button.setAccessibleText(key.text(texts));
    button.setTooltip(tip(key, texts));
    return button;
  }

  /** An icon button without a name yet. */
  static Button button(String id, Ikon icon, Runnable action) {
    Button button = new Button(null, Icons.icon(icon));
    button.setId(id);
    button.getStyleClass().add("icon-button");
    button.setOnAction(_ -> action.run());
    return button;
  }

  /** Names a node by a text, for the pointer and for screen readers. */
  static void name(Node node, String text) {
    node.setAccessibleText(text);
    Tooltip.install(node, new Tooltip(text));
  }
}
