package lakebase.ui.detail;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import lakebase.state.Ref;
import lakebase.ui.UiContext;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The nodes of one fact. */
final class FactRow {

  private final UiContext context;
  private final Label label = Nodes.label("", "fact-label");
  private final HBox value = new HBox();
  private final Label note = Nodes.label("", "muted");

  /** Value, note and button; what has no room beside the value goes below it. */
  private final FlowPane lines = new FlowPane();

  private @Nullable Fact shown;
  private @Nullable Labeled text;

  FactRow(UiContext context) {
    this.context = context;
    value.getStyleClass().add("fact-value-box");
    value.setAlignment(Pos.CENTER_LEFT);
    value.setMinWidth(0);
    Hover.showsAll(label);
    lines.getStyleClass().add("fact-lines");
    lines.setRowValignment(VPos.CENTER);
    lines.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(lines, Priority.ALWAYS);
    // A pane that flows cuts nothing: a long note goes on below within the card.
    lines.setMinWidth(0);
    note.setWrapText(true);
    note.maxWidthProperty().bind(lines.widthProperty());
  }

  Label label() {
    return label;
  }

  HBox value() {
    return value;
  }

  void show(Fact fact) {
    Fact before = shown;
    if (fact.equals(before)) {
      return;
    }
    shown = fact;
    label.setText(fact.label());
    Labeled known = text;
    if (before != null && known != null && isSameShape(before, fact)) {
      known.setText(fact.text());
      note.setText(fact.note());
      Hover.showsAll(known, fact.tooltip());
      return;
    }
    build(fact);
  }

  /** A running clock changes words only: the nodes, and a focus on them, stay. */
  private static boolean isSameShape(Fact one, Fact other) {
    return one.state() == null
        && other.state() == null
        && one.link() == null
        && other.link() == null
        && one.mono() == other.mono()
        && one.copied().isEmpty() == other.copied().isEmpty()
        && one.id().equals(other.id())
        && one.note().isEmpty() == other.note().isEmpty();
  }

  private void build(Fact fact) {
    Labeled main = main(fact);
    main.setId(fact.id());
    main.setMinWidth(fact.note().isEmpty() ? 20 : Labeled.USE_PREF_SIZE);
    Hover.showsAll(main, fact.tooltip());
    label.setLabelFor(main);
    text = main;
    List<Node> parts = new ArrayList<>();
    parts.add(main);
    if (!fact.note().isEmpty()) {
      note.setText(fact.note());
      parts.add(note);
    }
    if (!fact.copied().isEmpty()) {
      String words = context.texts().get("detail.copy", fact.label());
      parts.add(
          Nodes.iconButton("copy-" + fact.id(), MaterialDesignC.CONTENT_COPY, words, this::copy));
    }
    // A node has one parent: what goes into the one must have left the other.
    lines.getChildren().clear();
    value.getChildren().clear();
    if (fact.note().isEmpty()) {
      value.getChildren().setAll(parts);
    } else {
      lines.getChildren().setAll(parts);
      value.getChildren().setAll(lines);
    }
  }

  private void copy() {
    Fact fact = shown;
    if (fact != null) {
      context.intents().copy(fact.copied());
    }
  }

  private Labeled main(Fact fact) {
    Ref target = fact.link();
    if (target != null) {
      Hyperlink link = new Hyperlink(fact.text());
      link.getStyleClass().add("link");
      link.setOnAction(_ -> context.intents().select(target));
      return link;
    }
    Badge state = fact.state();
    if (state != null) {
      Label word = Nodes.label(state.text(), state.tone().stateClass());
      Ikon ikon = state.icon();
      if (ikon != null) {
        word.setGraphic(Nodes.icon(ikon, state.tone().stateClass(), "icon-small"));
      }
      return word;
    }
    return Nodes.label(fact.text(), fact.mono() ? "mono" : "fact-value");
  }
}
