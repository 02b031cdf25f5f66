package lakebase.ui.dialog;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Icon, title and subtitle of a dialog, on one line; long ones are cut and in the tooltip. */
final class DialogHeader extends HBox {

  DialogHeader(Ikon ikon, String title, String subtitle) {
    getStyleClass().add("dialog-header");
    FontIcon icon = new FontIcon(ikon);
    icon.getStyleClass().addAll("dialog-icon", "icon-large");
    Label name = new Label(title);
    name.getStyleClass().addAll("dialog-title", "strong");
    name.setId("dialog-title");
    name.setTooltip(new Tooltip(title));
    Label where = new Label(subtitle);
    where.getStyleClass().addAll("dialog-subtitle", "muted");
    if (!subtitle.isEmpty()) {
      where.setTooltip(new Tooltip(subtitle));
    }
    getChildren().addAll(icon, name, where);
  }
}
