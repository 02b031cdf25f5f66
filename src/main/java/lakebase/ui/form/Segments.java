package lakebase.ui.form;

import atlantafx.base.theme.Styles;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/** A choice of few, side by side. */
public final class Segments<E extends Enum<E>> extends HBox {

  private final Map<E, ToggleButton> buttons;

  /**
   * A choice of those values.
   *
   * @param id the id of each button, before the value's name
   * @param word what stands on each
   * @param chosen is told what was chosen, also by {@link #show}
   */
  public Segments(
      String id, Class<E> type, List<E> values, Function<E, String> word, Consumer<E> chosen) {
    this.buttons = new EnumMap<>(type);
    getStyleClass().add("segments");
    ToggleGroup group = new ToggleGroup();
    for (E value : values) {
      ToggleButton button = new Segment(word.apply(value));
      button.setId(id + "-" + value.name());
      button.setToggleGroup(group);
      button.setMinWidth(USE_PREF_SIZE);
      button
          .getStyleClass()
          .add(
              value.equals(values.getFirst())
                  ? Styles.LEFT_PILL
                  : value.equals(values.getLast()) ? Styles.RIGHT_PILL : Styles.CENTER_PILL);
      button
          .selectedProperty()
          .addListener((_, _, now) -> {
            if (now) {
              chosen.accept(value);
            }
          });
      buttons.put(value, button);
      getChildren().add(button);
    }
  }

  /** Selects that one; none when it is not among them. */
  public void show(E value) {
    buttons.forEach((key, button) -> button.setSelected(key.equals(value)));
  }

  /** Lets only those be chosen. */
  public void enable(Predicate<E> possible) {
    buttons.forEach((key, button) -> button.setDisable(!possible.test(key)));
  }

  ToggleButton first() {
    return (ToggleButton) getChildren().getFirst();
  }

  /** A selected one stays selected when it is fired again. */
  private static final class Segment extends ToggleButton {
    Segment(String text) {
      super(text);
    }

    @Override
    public void fire() {
      if (!isSelected()) {
        super.fire();
      }
    }
  }
}
