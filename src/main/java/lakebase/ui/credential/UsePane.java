package lakebase.ui.credential;

import java.util.List;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import lakebase.connect.TextKind;
import lakebase.ui.Texts;
import lakebase.ui.form.Segments;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/**
 * The texts that the token can be used by, one at a time. A label shows it, not a text field: what
 * is selected in a field could be copied past the {@link ClipboardGuard}.
 */
final class UsePane extends VBox {

  private static final PseudoClass MISSING = PseudoClass.getPseudoClass("missing");

  private final DeskModel model;
  private final Segments<TextKind> texts;
  private final Segments<TextKind> programs;
  private final Label text = new Label();
  private final Button copy = new Button("", new FontIcon(MaterialDesignC.CONTENT_COPY));

  UsePane(Texts words, DeskModel model) {
    this.model = model;
    this.texts = segments(words, Stream.of(TextKind.values()).filter(one -> !one.isProgram()));
    this.programs = segments(words, Stream.of(TextKind.values()).filter(TextKind::isProgram));
    getStyleClass().add("use-pane");
    text.setId("credential-text");
    text.getStyleClass().addAll("mono", "use-text");
    text.setWrapText(true);
    text.setMinHeight(Label.USE_PREF_SIZE);
    text.setMaxWidth(Double.MAX_VALUE);
    text.setAlignment(Pos.TOP_LEFT);
    ScrollPane scroll = new ScrollPane(text);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("use-scroll");
    scroll.setAccessibleText(words.get("credential.use"));
    copy.setId("credential-copy-text");
    copy.getStyleClass().addAll("icon-button", "flat");
    copy.setAccessibleText(words.get("credential.copyText"));
    copy.setTooltip(new Tooltip(words.get("credential.copyText")));
    copy.setOnAction(_ -> model.copyText());
    StackPane.setAlignment(copy, Pos.TOP_RIGHT);
    StackPane shown = new StackPane(scroll, copy);
    shown.getStyleClass().add("use-box");
    getChildren()
        .addAll(
            row(words.get("credential.use"), texts),
            row(words.get("credential.programs"), programs),
            shown);
  }

  private Segments<TextKind> segments(Texts words, Stream<TextKind> kinds) {
    List<TextKind> all = kinds.toList();
    return new Segments<>(
        "use",
        TextKind.class,
        all,
        one -> words.of("credential.text", one),
        one -> model.kindProperty().set(one));
  }

  private static HBox row(String heading, Segments<TextKind> segments) {
    Label label = new Label(heading);
    label.getStyleClass().add("strong");
    label.setMinWidth(0);
    label.setLabelFor(segments);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    segments.setMinWidth(USE_PREF_SIZE);
    HBox row = new HBox(label, gap, segments);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("credential-row");
    return row;
  }

  /** The button that copies the text. */
  Button copyButton() {
    return copy;
  }

  /** Shows the text of now. */
  void show(String missing) {
    TextKind kind = model.kindProperty().get();
    texts.show(kind);
    programs.show(kind);
    programs.enable(model::isPossible);
    String now = model.text();
    text.setText(now.isEmpty() ? missing : now.stripTrailing());
    text.pseudoClassStateChanged(MISSING, now.isEmpty());
    copy.setDisable(now.isEmpty());
  }
}
