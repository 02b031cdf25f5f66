package lakebase.ui.shell;

import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import lakebase.ui.Key;
import lakebase.ui.Texts;
import lakebase.ui.dialog.DialogFrame;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;

/** Lists every key that does something, by where it works. */
final class KeysSheet {

  private KeysSheet() {}

  static DialogFrame of(Texts texts) {
    DialogFrame frame =
        new DialogFrame(
            texts,
            MaterialDesignK.KEYBOARD_OUTLINE,
            texts.get("keys.title"),
            "",
            DialogFrame.Width.NARROW);
    VBox body = new VBox();
    body.setId("keys-sheet");
    body.getStyleClass().add("keys-sheet");
    for (Key.Scope scope : Key.Scope.values()) {
      Label heading = new Label(texts.of("key.scope", scope));
      heading.getStyleClass().add("strong");
      body.getChildren().addAll(heading, table(scope, texts));
    }
    Label hint = new Label(texts.get("keys.hint"));
    hint.getStyleClass().add("muted");
    body.getChildren().add(hint);
    frame.setBody(body);
    frame.addCancelButton(texts.get("dialog.close"));
    return frame;
  }

  private static GridPane table(Key.Scope scope, Texts texts) {
    GridPane table = new GridPane();
    table.getStyleClass().add("keys-table");
    // The same in every table, so that their words stand in one line.
    ColumnConstraints keys = new ColumnConstraints();
    keys.setPercentWidth(25);
    table.getColumnConstraints().add(keys);
    int row = 0;
    for (Key key : Key.values()) {
      if (key.scope() == scope) {
        Label cap = new Label(key.printed(texts));
        cap.getStyleClass().add("key-cap");
        table.addRow(row++, cap, new Label(key.text(texts)));
      }
    }
    return table;
  }
}
