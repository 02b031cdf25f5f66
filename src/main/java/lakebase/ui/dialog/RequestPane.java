package lakebase.ui.dialog;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lakebase.api.ApiRequest;
import lakebase.model.Change;
import lakebase.ui.UiContext;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The exact request that a dialog would send, live. */
final class RequestPane extends VBox {

  private final UiContext context;
  private final Label text = new Label();
  private final Button copy = new Button(null, new FontIcon(MaterialDesignC.CONTENT_COPY));

  RequestPane(UiContext context) {
    this.context = context;
    getStyleClass().add("request");
    Label title = new Label(context.texts().get("edit.request"));
    title.getStyleClass().add("strong");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    copy.setId("request-copy");
    copy.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON, "icon-button");
    copy.setAccessibleText(context.texts().get("edit.request.copy"));
    copy.setTooltip(new Tooltip(copy.getAccessibleText()));
    HBox head = new HBox(title, gap, copy);
    head.getStyleClass().add("request-head");
    text.setId("request");
    text.setWrapText(true);
    text.setMinHeight(USE_PREF_SIZE);
    text.setMaxWidth(Double.MAX_VALUE);
    text.getStyleClass().addAll("mono", "request-text");
    getChildren().addAll(head, text);
  }

  void show(Optional<Change> change) {
    String shown = change.map(RequestPane::text).orElse("");
    text.setText(shown.isEmpty() ? context.texts().get("edit.request.none") : shown);
    copy.setDisable(shown.isEmpty());
    copy.setOnAction(_ -> context.intents().copy(shown));
  }

  private static String text(Change change) {
    ApiRequest request = ApiRequest.of(change);
    String query =
        request.query().entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue().replace(",", ",\n    "))
            .collect(Collectors.joining("\n  &", request.query().isEmpty() ? "" : "\n  ?", ""));
    return request.method()
        + " "
        + request.path()
        + query
        + request.prettyBody().map(body -> "\n\n" + body).orElse("");
  }
}
