package lakebase.ui.connect;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lakebase.ui.Icons;
import lakebase.ui.Texts;
import lakebase.ui.detail.Hover;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/** One open port: where it is, what it stands for, who is connected. Its buttons stay. */
final class PortCard extends VBox {

  private final Texts texts;
  private final Label target = new Label();
  private final VBox lines = new VBox();
  private PortRow row;

  PortCard(Texts texts, PortsModel model, PortRow first) {
    this.texts = texts;
    this.row = first;
    getStyleClass().addAll("card", "port-card");
    setId("port-" + first.port().port());
    Label address = new Label(first.address());
    address.getStyleClass().addAll("mono", "strong");
    address.setMinWidth(USE_PREF_SIZE);
    target.getStyleClass().add("muted");
    Hover.showsAll(target);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head =
        new HBox(
            address,
            target,
            gap,
            icon("ports.copyPassword", MaterialDesignK.KEY_VARIANT, model::copyPassword),
            icon("ports.copyUri", MaterialDesignL.LINK_VARIANT, model::copyUri),
            icon("ports.close", MaterialDesignC.CLOSE, model::close));
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("port-head");
    lines.getStyleClass().add("port-lines");
    getChildren().addAll(head, lines);
    show(first);
  }

  /** Shows it as it is now. */
  void show(PortRow now) {
    row = now;
    target.setText(now.target());
    lines.getChildren().clear();
    if (now.connections().isEmpty()) {
      line(texts.get("ports.nobody"), "muted");
    }
    now.connections().forEach(words -> line(words, "port-connection"));
    if (!now.problem().isEmpty()) {
      line(now.problem(), "state-danger");
    }
  }

  private void line(String words, String styleClass) {
    Label label = new Label(words);
    label.getStyleClass().addAll("small-text", styleClass);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    lines.getChildren().add(label);
  }

  private Button icon(String key, Ikon shape, Consumer<PortRow> action) {
    Button button = new Button("", Icons.icon(shape, "icon-small"));
    button.setId(key.replace('.', '-') + "-" + row.port().port());
    button.getStyleClass().addAll("icon-button", "flat");
    button.setMinWidth(USE_PREF_SIZE);
    button.setAccessibleText(texts.get(key));
    button.setTooltip(new Tooltip(texts.get(key)));
    button.setOnAction(_ -> action.accept(row));
    return button;
  }
}
