package lakebase.ui.form;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import lakebase.ui.Texts;
import lakebase.ui.form.ExpirationInput.Choice;

/** The ways a branch can expire, and the moment that follows. */
final class ExpirationControl {

  private final Checks checks;
  private final Segments<Choice> choices;
  private final MomentControl moment;
  private final Label result = new Label();

  ExpirationControl(Checks checks, FormField<ExpirationInput> field) {
    this.checks = checks;
    Texts texts = checks.texts();
    choices =
        new Segments<>(
            "choice-" + field.name(),
            Choice.class,
            List.of(Choice.HOUR, Choice.DAY, Choice.WEEK, Choice.DATE, Choice.NEVER),
            value -> texts.of("form.expiration", value),
            value -> {
              if (field.get().choice() != value) {
                field.set(field.get().choose(value, checks.clock()));
              }
            });
    moment = new MomentControl(texts, field.name(), now -> field.set(field.get().withMoment(now)));
    result.setId("result-" + field.name());
    result.setWrapText(true);
    result.getStyleClass().add("field-derived");
    result.visibleProperty().bind(result.textProperty().isNotEmpty());
    result.managedProperty().bind(result.visibleProperty());
    field.valueProperty().subscribe(this::show);
  }

  FieldControl control() {
    VBox node = new VBox(choices, moment, result);
    node.getStyleClass().add("stacked-control");
    return new FieldControl(node, choices.first());
  }

  private void show(ExpirationInput now) {
    choices.show(now.choice());
    moment.show(now.moment());
    moment.setVisible(now.choice() == Choice.DATE);
    moment.setManaged(now.choice() == Choice.DATE);
    result.setText(
        now.choice() == Choice.NEVER
            ? checks.texts().get("form.expiration.never")
            : now.resolve(checks.clock())
                .map(at -> checks.texts().get("form.expiration.at", Moments.full(checks, at)))
                .orElse(""));
  }
}
