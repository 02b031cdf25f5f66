package lakebase.ui.dialog;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import java.util.regex.Pattern;
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

  private static final String FOLD = "\n  ";
  private static final Pattern COLLECTION = Pattern.compile("/(?=(branches|endpoints)(/|$))");

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
    String exact = change.map(asked -> text(asked, "")).orElse("");
    text.setText(
        change.map(asked -> text(asked, FOLD)).orElse(context.texts().get("edit.request.none")));
    copy.setDisable(exact.isEmpty());
    copy.setOnAction(_ -> context.intents().copy(exact));
  }

  /**
   * The request's text.
   *
   * @param fold put before a collection of the path; a long path would be broken within a name
   */
  private static String text(Change change, String fold) {
    ApiRequest request = ApiRequest.of(change);
    String query =
        request.query().entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue().replace(",", ",\n    "))
            .collect(Collectors.joining("\n  &", request.query().isEmpty() ? "" : "\n  ?", ""));
    return request.method()
        + " "
        + COLLECTION.matcher(request.path()).replaceAll("/" + fold)
        + query
        + request.prettyBody().map(body -> "\n\n" + body).orElse("");
  }
}
