package lakebase.ui.form;

import java.util.List;
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

  PointControl(Checks checks, FormField<PointInput> field) {
    this.checks = checks;
    Texts texts = checks.texts();
    choices =
        new Segments<>(
            "choice-" + field.name(),
            Choice.class,
            List.of(Choice.values()),
            value -> texts.of("form.point", value),
            value -> field.set(field.get().withChoice(value)));
    moment = new MomentControl(texts, field.name(), now -> field.set(field.get().withMoment(now)));
    lsn.setId("lsn-" + field.name());
    lsn.setPromptText("0/1A2B3C4D");
    lsn.setAccessibleText(texts.get("form.point.LSN"));
    lsn.getStyleClass().add("mono");
    lsn.textProperty().addListener((_, _, now) -> field.set(field.get().withLsn(now)));
    result.getStyleClass().add("field-derived");
    result.setWrapText(true);
    field.valueProperty().subscribe(this::show);
  }

  FieldControl control() {
    VBox node = new VBox(choices, moment, lsn, result);
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
    result.setText(text);
    result.setVisible(!text.isEmpty());
    result.setManaged(!text.isEmpty());
  }
}
