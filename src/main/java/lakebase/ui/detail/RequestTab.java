package lakebase.ui.detail;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import lakebase.state.Ref;
import lakebase.ui.Lifecycle;
import lakebase.ui.Ticker;
import lakebase.ui.UiContext;
import lakebase.ui.dialog.CodeChoice;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/**
 * What the console sent and got for a resource, newest first; the selected exchange below. Looks
 * into the journal once a second while it is on the screen.
 */
public final class RequestTab<C> implements Section<C> {

  private final UiContext context;
  private final RequestModel model;
  private final Supplier<Optional<Ref>> ref;
  private final DetailTable<RequestRow> table;
  private final TextArea bodies = new TextArea();
  private final CodeChoice choice;
  private final SplitPane split = new SplitPane();
  private @Nullable Ref shown;

  /** The requests of whatever the page shows. */
  public RequestTab(UiContext context, Supplier<Optional<Ref>> ref) {
    this.context = context;
    this.model = new RequestModel(context);
    this.ref = ref;
    this.table = table();
    this.choice = new CodeChoice(context, "request");
    bodies.setId("request-bodies");
    bodies.setEditable(false);
    bodies.getStyleClass().addAll("mono", "request-bodies");
    bodies.setAccessibleText(text("request.bodies"));
    bodies.setPromptText(text("request.choose"));
    VBox below = new VBox(choice, bodies);
    VBox.setVgrow(bodies, Priority.ALWAYS);
    below.getStyleClass().add("request-below");
    StackPane above = new StackPane(table);
    above.setAlignment(Pos.TOP_LEFT);
    split.setOrientation(Orientation.VERTICAL);
    split.setDividerPositions(0.5);
    split.getItems().addAll(above, below);
    split.getStyleClass().addAll("request-split", "detail-body");
    table.table().getSelectionModel().selectedItemProperty().subscribe(_ -> showBodies());
    choice.onChosen(_ -> showBodies());
    Lifecycle.of(split).whileSeen(() -> Ticker.everySecond(this::read));
  }

  /** The exchange itself, or the request as code. */
  private void showBodies() {
    RequestRow row = table.table().getSelectionModel().getSelectedItem();
    String text = row == null ? "" : model.text(row.entry(), choice.language());
    bodies.setText(text);
    choice.setText(text);
  }

  @Override
  public Node node() {
    return split;
  }

  @Override
  public void show(C content) {
    read();
  }

  private void read() {
    Optional<Ref> now = ref.get();
    if (now.isEmpty()) {
      return;
    }
    if (!now.get().equals(shown)) {
      shown = now.get();
      table.table().getSelectionModel().clearSelection();
    }
    List<RequestRow> rows = model.rows(now.get());
    table.show(rows, new Empty(text("request.none"), null));
  }

  private DetailTable<RequestRow> table() {
    return new DetailTable<RequestRow>(
            "requests-table", text("detail.tab.request"), row -> row.entry().sequence())
        .column("request-time", text("request.time"), 96, RequestRow::time)
        .uncut()
        .column("request-method", text("request.method"), 70, RequestRow::method)
        .column("request-path", text("request.path"), 380, RequestRow::path)
        .column("request-status", text("request.status"), 70, RequestRow::status)
        .uncut()
        .column(
            "request-millis",
            text("request.millis"),
            60,
            true,
            RequestRow::millis,
            Comparator.comparingLong(row -> row.entry().millis()))
        .column("request-trace", text("request.trace"), 120, RequestRow::trace)
        .menu(row ->
            List.of(
                Command.of(
                        "request-row-copy",
                        text("request.copy"),
                        MaterialDesignC.CONTENT_COPY,
                        () -> context.intents().copy(model.text(row.entry())))
                    .withKey("Ctrl+C")));
  }

  private String text(String key) {
    return context.texts().get(key);
  }
}
