package lakebase.ui.connect;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import lakebase.ui.Lifecycle;
import lakebase.ui.Texts;
import lakebase.ui.UiContext;
import lakebase.ui.dialog.DialogFooter;
import lakebase.ui.dialog.DialogFrame;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/** The dialog of the local ports. */
final class PortsView {

  private final Texts texts;
  private final PortsModel model;
  private final DialogFrame frame;
  private final VBox list = new VBox();
  private final Map<Integer, PortCard> cards = new TreeMap<>();
  private final Label none = new Label();
  private final Button cancel;
  private final Label problem = new Label();
  private @Nullable Button open;

  /** A dialog of all ports; {@code title} names the compute that one can be opened for. */
  PortsView(UiContext context, PortsModel model, Optional<String> title) {
    this.texts = context.texts();
    this.model = model;
    this.frame =
        new DialogFrame(
            texts,
            MaterialDesignL.LAN_CONNECT,
            texts.get("ports.title"),
            title.orElse(""),
            DialogFrame.Width.FORM);
    Label what = new Label(texts.get("ports.what"));
    what.setWrapText(true);
    what.setMinHeight(Label.USE_PREF_SIZE);
    what.getStyleClass().add("muted");
    problem.setId("ports-problem");
    problem.setWrapText(true);
    problem.getStyleClass().add("state-danger");
    problem.managedProperty().bind(problem.textProperty().isNotEmpty());
    problem.textProperty().bind(model.problemProperty());
    list.setId("ports-list");
    list.getStyleClass().add("ports-list");
    none.setText(texts.get("ports.none"));
    none.getStyleClass().add("muted");
    none.managedProperty().bind(none.visibleProperty());
    VBox body = new VBox(what, problem, none, list);
    body.getStyleClass().add("ports-body");
    frame.setBody(body);
    cancel = frame.addCancelButton(texts.get("dialog.close"));
    if (title.isPresent()) {
      open = frame.addButton("ports-open", texts.get("ports.open"), model::open, Styles.ACCENT);
      frame.setFirstFocus(open);
    }
    Lifecycle.of(frame)
        .whileShowing(model::follow)
        .whileShowing(() -> model.rowsProperty().subscribe(this::show)::unsubscribe);
  }

  DialogFrame frame() {
    return frame;
  }

  private void show(List<PortRow> rows) {
    boolean focused = list.isFocusWithin();
    none.setVisible(rows.isEmpty());
    cards.keySet().retainAll(rows.stream().map(row -> row.port().port()).toList());
    for (PortRow row : rows) {
      cards.computeIfAbsent(row.port().port(), _ -> new PortCard(texts, model, row)).show(row);
    }
    if (!list.getChildren().equals(List.copyOf(cards.values()))) {
      list.getChildren().setAll(cards.values());
    }
    if (focused && !list.isFocusWithin()) {
      // What had the focus is gone, and Esc would not reach the dialog.
      cancel.requestFocus();
    }
    frame.footer().say(DialogFooter.Tone.PLAIN, model.count());
    if (open != null) {
      open.setDisable(!model.canOpen());
    }
  }
}
