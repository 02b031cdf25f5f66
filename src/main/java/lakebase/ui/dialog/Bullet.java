package lakebase.ui.dialog;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** One of the sentences that a dialog lists. */
final class Bullet extends HBox {

  Bullet(String text) {
    Label dot = new Label("•");
    Label words = new Label(text);
    dot.setMinWidth(USE_PREF_SIZE);
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    setHgrow(words, Priority.ALWAYS);
    getStyleClass().add("fact");
    getChildren().addAll(dot, words);
  }
}
