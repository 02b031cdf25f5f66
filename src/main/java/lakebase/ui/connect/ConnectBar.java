package lakebase.ui.connect;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import lakebase.connect.Offer;
import lakebase.connect.launch.Tool;
import lakebase.state.Ref;
import lakebase.ui.Icons;
import lakebase.ui.Lifecycle;
import lakebase.ui.UiContext;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignO;

/** The buttons below a login: programs, a local port, a test; and how the last one went. */
final class ConnectBar extends VBox {

  private static final double WIDE = 10_000;

  private final ConnectModel model;
  private final Map<Tool, Button> buttons = new EnumMap<>(Tool.class);
  private final Map<Tool, StackPane> boxes = new EnumMap<>(Tool.class);
  private final Map<Tool, Tooltip> tips = new EnumMap<>(Tool.class);
  private final Button test;
  private final Label result = new Label();
  private final Tooltip steps = new Tooltip();

  ConnectBar(
      UiContext context,
      Ref.OfResource compute,
      ConnectModel model,
      ObservableValue<Optional<Offer>> offer) {
    this.model = model;
    getStyleClass().add("connect-bar");
    // In one line where there is room.
    FlowPane ways = new FlowPane();
    ways.getStyleClass().add("connect-ways");
    ways.setPrefWrapLength(WIDE);
    HBox.setHgrow(ways, Priority.ALWAYS);
    for (Tool tool : Tool.values()) {
      ways.getChildren().add(way(tool, context.texts().of("connect.open", tool)));
    }
    Button port =
        button("connect-port", context.texts().get("connect.port"), MaterialDesignL.LAN_CONNECT);
    port.setTooltip(new Tooltip(context.texts().get("connect.port.more")));
    port.setOnAction(_ -> context.intents().localPort(compute));
    test = button("connect-test", model.testWord(), MaterialDesignL.LAN_CHECK);
    test.setOnAction(_ -> model.test());
    ways.getChildren().add(port);
    HBox row = new HBox(ways, test);
    row.getStyleClass().add("connect-row");
    result.setId("connect-result");
    result.setWrapText(true);
    result.setMinHeight(USE_PREF_SIZE);
    result.getStyleClass().add("small-text");
    result.managedProperty().bind(result.textProperty().isNotEmpty());
    getChildren().addAll(row, result);
    Lifecycle.of(this)
        .whileShowing(() -> model.attemptProperty().subscribe(_ -> show())::unsubscribe)
        .whileShowing(() -> model.missingProperty().subscribe(_ -> show())::unsubscribe)
        .whileShowing(() -> offer.subscribe(_ -> show())::unsubscribe)
        .whileShowing(() -> model::close);
    model.look();
  }

  /** The button of a program, in a box that has the tooltip: a disabled button shows none. */
  private StackPane way(Tool tool, String words) {
    Button button = button("connect-" + tool.name(), words, icon(tool));
    button.setOnAction(_ -> model.open(tool));
    StackPane box = new StackPane(button);
    buttons.put(tool, button);
    boxes.put(tool, box);
    return box;
  }

  private static Button button(String id, String text, Ikon icon) {
    Button button = new Button(text, Icons.icon(icon));
    button.setId(id);
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  private static Ikon icon(Tool tool) {
    return tool == Tool.PSQL ? MaterialDesignC.CONSOLE : MaterialDesignO.OPEN_IN_NEW;
  }

  private void show() {
    buttons.forEach((tool, button) -> {
      button.setDisable(!model.canOpen(tool));
      obstacle(tool, model.obstacle(tool));
    });
    test.setDisable(!model.canTest());
    test.setText(model.testWord());
    result.setText(model.words());
    steps.setText(model.steps());
    result.setTooltip(steps.getText().isEmpty() ? null : steps);
    result.getStyleClass().setAll("label", "small-text", tone());
  }

  private void obstacle(Tool tool, String words) {
    Button button = buttons.get(tool);
    StackPane box = boxes.get(tool);
    if (button == null || box == null) {
      return;
    }
    Tooltip before = tips.remove(tool);
    if (before != null) {
      Tooltip.uninstall(box, before);
    }
    button.setAccessibleHelp(words);
    if (!words.isEmpty()) {
      Tooltip tip = new Tooltip(words);
      tip.setWrapText(true);
      tip.setMaxWidth(480);
      Tooltip.install(box, tip);
      tips.put(tool, tip);
    }
  }

  private String tone() {
    return switch (model.attemptProperty().get()) {
      case Attempt.Tested(var report) -> report.isGood() ? "state-success" : "state-danger";
      case Attempt.NotOpened _ -> "state-danger";
      case Attempt.Opened _ -> "state-success";
      case Attempt.None _, Attempt.Testing _, Attempt.Opening _ -> "state-muted";
    };
  }
}
