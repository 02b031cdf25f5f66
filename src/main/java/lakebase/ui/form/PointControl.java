package lakebase.ui.form;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import lakebase.model.BranchPoint;
import lakebase.ui.Texts;
import lakebase.ui.form.PointInput.Choice;

/** Now, at a moment, or at a log position. */
final class PointControl {

  private final Checks checks;
  private final Segments<Choice> choices;
  private final MomentControl moment;
  private final UnitField lsn = new UnitField("");
  private final Label result = new Label();
  private final Label range = new Label();
  private final FormField<PointInput> field;
  private final ObservableValue<PointWindow> window;

  PointControl(Checks checks, FormField<PointInput> field, ObservableValue<PointWindow> window) {
    this.checks = checks;
    this.field = field;
    this.window = window;
    Texts texts = checks.texts();
    choices =
        new Segments<>(
            "choice-" + field.name(),
            Choice.class,
            List.of(Choice.values()),
            value -> texts.of("form.point", value),
            value -> field.set(field.get().choose(value, window.getValue(), checks.clock())));
    moment = new MomentControl(texts, field.name(), now -> enter(field.get().withMoment(now)));
    lsn.setId("lsn-" + field.name());
    lsn.setPromptText("0/1A2B3C4D");
    lsn.setAccessibleText(texts.get("form.point.LSN"));
    lsn.getStyleClass().add("mono");
    lsn.textProperty().addListener((_, _, now) -> enter(field.get().withLsn(now)));
    result.getStyleClass().add("field-derived");
    result.setWrapText(true);
    range.setId("range-" + field.name());
    range.getStyleClass().add("field-help");
    range.setWrapText(true);
    field.valueProperty().subscribe(this::show);
    window.subscribe(() -> show(field.get()));
  }

  /** What is a point already is judged at once; what is not may still become one. */
  private void enter(PointInput now) {
    field.set(now);
    if (now.point(checks.clock()).isPresent()) {
      field.left();
    }
  }

  FieldControl control() {
    VBox node = new VBox(choices, moment, lsn, result, range);
    node.getStyleClass().add("stacked-control");
    return new FieldControl(node, choices.first());
  }

  private void show(PointInput now) {
    choices.show(now.choice());
    moment.show(now.moment());
    lsn.show(now.lsn());
    moment.setVisible(now.choice() == Choice.TIME);
    moment.setManaged(now.choice() == Choice.TIME);
    lsn.setVisible(now.choice() == Choice.LSN);
    lsn.setManaged(now.choice() == Choice.LSN);
    String text =
        now.point(checks.clock())
            .map(point ->
                point instanceof BranchPoint.AtTime(var at) ? Moments.full(checks, at) : "")
            .orElse("");
    show(result, text);
    show(range, range(now.choice()));
  }

  private String range(Choice choice) {
    PointWindow shown = window.getValue();
    Texts texts = checks.texts();
    return switch (choice) {
      case NOW -> "";
      case TIME -> texts.get("form.point.from", checks.formats().dateTimeSeconds(shown.from()));
      case LSN -> shown.lsn() == null ? "" : texts.get("form.point.fromLsn", shown.lsn());
    };
  }

  private static void show(Label label, String text) {
    label.setText(text);
    label.setVisible(!text.isEmpty());
    label.setManaged(!text.isEmpty());
  }
}
