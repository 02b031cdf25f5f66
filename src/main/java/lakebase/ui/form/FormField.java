package lakebase.ui.form;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * One field of a form, without its control: what is entered, what is wrong with it, whether it
 * differs from what is stored. A problem shows once the field has been left, and from then on
 * follows every key. Used on the FX thread, or in a test on any one thread.
 *
 * @param <T> what is entered, as it is entered: text that may not be a number yet
 */
public final class FormField<T> {

  private final String name;
  private final Function<T, Optional<String>> check;
  private final T initial;
  private final ReadOnlyObjectWrapper<T> value;
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable T> stored = new ReadOnlyObjectWrapper<>();
  private Runnable reset = () -> {};
  private boolean judged;

  /**
   * A field with that value.
   *
   * @param name the last part of its API name, for example {@code suspension}; also names its
   *     control
   * @param check what is wrong with a value, in a person's words; empty when nothing is
   */
  public FormField(String name, T initial, Function<T, Optional<String>> check) {
    this.name = name;
    this.check = check;
    this.initial = initial;
    this.value = new ReadOnlyObjectWrapper<>(initial);
  }

  /** A field in which nothing can be wrong. */
  public static <T> FormField<T> free(String name, T initial) {
    return new FormField<>(name, initial, _ -> Optional.empty());
  }

  /** The last part of its API name. */
  public String name() {
    return name;
  }

  /** What is entered. */
  public T get() {
    return value.get();
  }

  /** What is entered. */
  public ReadOnlyObjectProperty<T> valueProperty() {
    return value.getReadOnlyProperty();
  }

  /** Enters something. */
  public void set(T now) {
    if (!Objects.equals(value.get(), now)) {
      value.set(now);
      if (judged) {
        show();
      }
    }
  }

  /** The problem that is shown; empty for none. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** What is wrong with what is entered, whether it shows or not. */
  public Optional<String> problem() {
    return check.apply(value.get());
  }

  /** The focus has left the field: from now on its problem shows. */
  public void left() {
    judged = true;
    show();
  }

  /** Shows what is wrong, and says whether nothing is. */
  public boolean validate() {
    left();
    return problem().isEmpty();
  }

  /** Checks again because something else changed that the check depends on. */
  public void checkAgain() {
    if (judged) {
      show();
    }
  }

  /** Shows what the service says against the value; until the next change. */
  public void refuse(String reason) {
    judged = true;
    problem.set(reason);
  }

  /** Whether anything else is entered than at the start. */
  public boolean isEntered() {
    return !Objects.equals(initial, value.get());
  }

  /** Whether it differs from what is stored. */
  public ReadOnlyBooleanProperty changedProperty() {
    return changed.getReadOnlyProperty();
  }

  /** What is stored, as it would be entered; null in a form that creates something. */
  public ReadOnlyObjectProperty<@Nullable T> storedProperty() {
    return stored.getReadOnlyProperty();
  }

  /** Takes the change back; does nothing in a form that creates something. */
  public void reset() {
    reset.run();
  }

  void setChanged(boolean now) {
    changed.set(now);
  }

  void setStored(T now) {
    stored.set(now);
  }

  void setReset(Runnable action) {
    reset = action;
  }

  private void show() {
    problem.set(problem().orElse(""));
  }
}
