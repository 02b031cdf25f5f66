package lakebase.ui.dialog;

import atlantafx.base.theme.Styles;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lakebase.ui.Texts;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/** The place in a dialog where it says what went wrong; not there while nothing did. */
final class ErrorBanner extends HBox {

  private final Texts texts;
  private final Label happened = line("error-title");
  private final Label meaning = line("error-text");
  private final Label advice = line("error-text");
  private final TextArea details = new TextArea();
  private final Hyperlink more;

  ErrorBanner(Texts texts) {
    this.texts = texts;
    this.more = new Hyperlink(texts.get("dialog.details.show"));
    getStyleClass().add("error-banner");
    setId("dialog-error");
    setAccessibleRole(AccessibleRole.TEXT);
    FontIcon icon = new FontIcon(MaterialDesignA.ALERT_CIRCLE_OUTLINE);
    icon.getStyleClass().add("error-icon");
    details.setEditable(false);
    details.setWrapText(true);
    details.setPrefRowCount(4);
    details.setAccessibleText(texts.get("dialog.details"));
    details.getStyleClass().addAll("mono", "error-details");
    more.setOnAction(_ -> unfold(!details.isVisible()));
    more.getStyleClass().add(Styles.SMALL);
    VBox words = new VBox(happened, meaning, advice, more, details);
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().addAll(icon, words);
    clear();
  }

  void show(Trouble trouble) {
    set(happened, trouble.happened());
    set(meaning, trouble.meaning());
    set(advice, trouble.advice());
    details.setText(trouble.details());
    boolean any = !trouble.details().isEmpty();
    more.setVisible(any);
    more.setManaged(any);
    unfold(false);
    setAccessibleText(trouble.happened() + " " + trouble.meaning() + " " + trouble.advice());
    setVisible(true);
    setManaged(true);
  }

  void clear() {
    setVisible(false);
    setManaged(false);
  }

  private void unfold(boolean open) {
    details.setVisible(open);
    details.setManaged(open);
    more.setText(texts.get(open ? "dialog.details.hide" : "dialog.details.show"));
  }

  private static void set(Label label, String text) {
    label.setText(text);
    label.setVisible(!text.isEmpty());
    label.setManaged(!text.isEmpty());
  }

  private static Label line(String styleClass) {
    Label label = new Label();
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.getStyleClass().add(styleClass);
    return label;
  }
}
