package lakebase.ui.form;

import atlantafx.base.controls.ToggleSwitch;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.StringConverter;
import org.controlsfx.control.SearchableComboBox;
import org.jspecify.annotations.Nullable;

/** The controls of one out of several. */
final class Choices {

  private static final int LONG = 12;

  private Choices() {}

  static FieldControl toggle(FormField<Boolean> field, String word) {
    ToggleSwitch toggle = new ToggleSwitch(word);
    toggle.setMinWidth(0);
    toggle.setMaxWidth(ToggleSwitch.USE_PREF_SIZE);
    field.valueProperty().subscribe(toggle::setSelected);
    toggle.selectedProperty().addListener((_, _, now) -> field.set(now));
    toggle.addEventHandler(KeyEvent.KEY_PRESSED, event -> turn(toggle, event));
    return FieldControl.of(toggle);
  }

  /** The control itself listens to the mouse alone. */
  private static void turn(ToggleSwitch toggle, KeyEvent event) {
    if (event.getCode() == KeyCode.SPACE) {
      toggle.setSelected(!toggle.isSelected());
      event.consume();
    }
  }

  static <T> FieldControl list(FormField<T> field, List<T> items, Function<T, String> word) {
    ComboBox<T> box = items.size() > LONG ? new SearchableComboBox<>() : new ComboBox<>();
    box.setItems(FXCollections.observableArrayList(items));
    box.setConverter(new Words<>(items, word));
    box.setMaxWidth(Double.MAX_VALUE);
    field.valueProperty().subscribe(box::setValue);
    box.valueProperty()
        .addListener((_, _, now) -> {
          if (now != null && !Objects.equals(now, field.get())) {
            field.set(now);
          }
        });
    return FieldControl.of(box);
  }

  static <E extends Enum<E>> FieldControl segments(
      FormField<E> field, Class<E> type, Function<E, String> word) {
    Segments<E> segments =
        new Segments<>(
            "choice-" + field.name(),
            type,
            List.of(Objects.requireNonNull(type.getEnumConstants())),
            word,
            field::set);
    field.valueProperty().subscribe(segments::show);
    return new FieldControl(segments, segments.first());
  }

  private static final class Words<T> extends StringConverter<T> {
    private final List<T> items;
    private final Function<T, String> word;

    Words(List<T> items, Function<T, String> word) {
      this.items = items;
      this.word = word;
    }

    @Override
    public String toString(@Nullable T item) {
      return item == null ? "" : word.apply(item);
    }

    @Override
    public @Nullable T fromString(String text) {
      return items.stream().filter(item -> word.apply(item).equals(text)).findFirst().orElse(null);
    }
  }
}
