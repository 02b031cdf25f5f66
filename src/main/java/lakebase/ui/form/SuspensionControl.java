package lakebase.ui.form;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import lakebase.ui.Texts;
import org.jspecify.annotations.Nullable;

/** Never, or after so much of a unit of time. */
final class SuspensionControl {

  private enum Mode {
    NEVER,
    AFTER
  }

  private final Segments<Mode> mode;
  private final UnitField amount = new UnitField("");
  private final ComboBox<SuspensionInput.Unit> unit =
      new ComboBox<>(FXCollections.observableArrayList(SuspensionInput.Unit.values()));

  SuspensionControl(Texts texts, FormField<SuspensionInput> field) {
    mode =
        new Segments<>(
            "mode-" + field.name(),
            Mode.class,
            List.of(Mode.NEVER, Mode.AFTER),
            value -> texts.of("form.suspension", value),
            value -> field.set(field.get().withNever(value == Mode.NEVER)));
    amount.setAccessibleText(texts.get("form.suspension.amount"));
    amount.setId("amount-" + field.name());
    amount.getStyleClass().add("amount-field");
    unit.setAccessibleText(texts.get("form.suspension.unit"));
    unit.setId("unit-" + field.name());
    unit.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(SuspensionInput.@Nullable Unit value) {
            return value == null ? "" : texts.of("form.unit", value);
          }

          @Override
          public SuspensionInput.@Nullable Unit fromString(String text) {
            return null;
          }
        });
    amount.textProperty().addListener((_, _, now) -> field.set(field.get().withAmount(now)));
    unit.valueProperty().addListener((_, _, now) -> field.set(field.get().withUnit(now)));
    field.valueProperty().subscribe(this::show);
  }

  FieldControl control() {
    HBox node = new HBox(mode, amount, unit);
    node.getStyleClass().add("suspension-control");
    return new FieldControl(node, mode.first());
  }

  private void show(SuspensionInput now) {
    mode.show(now.never() ? Mode.NEVER : Mode.AFTER);
    amount.show(now.amount());
    unit.setValue(now.unit());
    amount.setVisible(!now.never());
    unit.setVisible(!now.never());
  }
}
