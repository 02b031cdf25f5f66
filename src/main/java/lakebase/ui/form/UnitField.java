package lakebase.ui.form;

import atlantafx.base.controls.CustomTextField;
import javafx.scene.control.Label;
import javafx.scene.control.TextFormatter;

/** A text field that drops invisible characters, with a unit inside where there is one. */
final class UnitField extends CustomTextField {

  UnitField(String unit) {
    getStyleClass().add("unit-field");
    setTextFormatter(
        new TextFormatter<>(change -> {
          if (change.isAdded()) {
            change.setText(Invisible.strip(change.getText()));
            int end = change.getRangeStart() + change.getText().length();
            change.selectRange(end, end);
          }
          return change;
        }));
    if (!unit.isEmpty()) {
      Label label = new Label(unit);
      label.getStyleClass().addAll("muted", "unit");
      setRight(label);
    }
  }

  /** Ties the text to the field's, both ways. */
  UnitField bound(FormField<String> field) {
    field.valueProperty().subscribe(this::show);
    textProperty().addListener((_, _, now) -> field.set(now));
    return this;
  }

  /** Shows that text, unless it is there already: the caret then stays. */
  void show(String text) {
    if (!getText().equals(text)) {
      setText(text);
    }
  }
}
