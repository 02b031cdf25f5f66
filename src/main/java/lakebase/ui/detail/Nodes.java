package lakebase.ui.detail;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Small nodes that the kit is made of. */
final class Nodes {

  private Nodes() {}

  static FontIcon icon(Ikon ikon, String... styleClasses) {
    FontIcon icon = new FontIcon(ikon);
    icon.getStyleClass().addAll(styleClasses);
    return icon;
  }

  static Label label(String text, String... styleClasses) {
    Label label = new Label(text);
    label.getStyleClass().addAll(styleClasses);
    return label;
  }

  /** A label that takes over another badge by {@link #fill}. */
  static Label badge(Badge badge) {
    Label label = label("", "badge");
    label.setMinWidth(Label.USE_PREF_SIZE);
    fill(label, badge);
    return label;
  }

  static void fill(Label label, Badge badge) {
    label.setText(badge.text());
    label.getStyleClass().setAll("label", "badge");
    if (!badge.tone().badgeClass().isEmpty()) {
      label.getStyleClass().add(badge.tone().badgeClass());
    }
    Ikon ikon = badge.icon();
    label.setGraphic(ikon == null ? null : icon(ikon, "icon-small"));
    label.setTooltip(badge.tooltip().isEmpty() ? null : new Tooltip(badge.tooltip()));
  }

  /** A flat button with a shape alone, and words for those who do not see it. */
  static Button iconButton(String id, Ikon ikon, String words, Runnable action) {
    Button button = new Button("", icon(ikon, "icon-small"));
    button.setId(id);
    button.getStyleClass().addAll("icon-button", "flat");
    button.setAccessibleText(words);
    button.setTooltip(new Tooltip(words));
    button.setOnAction(_ -> action.run());
    return button;
  }

  /** A button in a box of its own, which has the tooltip: a disabled node shows none. */
  static StackPane button(Command command, String... styleClasses) {
    Button button = new Button(command.text(), icon(command.icon()));
    button.setId(command.id());
    button.getStyleClass().addAll(styleClasses);
    button.setAccessibleRole(AccessibleRole.BUTTON);
    if (!command.key().isEmpty()) {
      HBox content =
          new HBox(
              icon(command.icon()), new Label(command.text()), label(command.key(), "key-cap"));
      content.getStyleClass().add("button-content");
      button.setGraphic(content);
      button.setText("");
      button.setAccessibleText(command.text());
    }
    button.setMinWidth(Button.USE_PREF_SIZE);
    button.setDisable(!command.isPossible());
    button.setOnAction(_ -> command.fire());
    StackPane box = new StackPane(button);
    box.setMinWidth(StackPane.USE_PREF_SIZE);
    if (!command.isPossible()) {
      button.setAccessibleHelp(command.obstacle());
      Tooltip.install(box, new Tooltip(command.obstacle()));
    } else if (!command.key().isEmpty()) {
      button.setTooltip(new Tooltip(command.text() + " (" + command.key() + ")"));
    }
    return box;
  }
}
