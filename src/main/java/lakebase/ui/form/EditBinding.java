package lakebase.ui.form;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import lakebase.model.MaskField;

/**
 * Ties a field to the part of an edit that it shows. What is entered goes into the edit as soon as
 * it means something; what changes in the edit, by a reset or because it was read again, goes into
 * the field, unless the field says the same already in other words.
 */
public final class EditBinding<T, V> {

  /**
   * What a field shows of the values.
   *
   * @param read the field's content for these values
   * @param write the values with the field's content; empty when it means nothing yet
   */
  public record Part<T, V>(Function<T, V> read, BiFunction<T, V, Optional<T>> write) {}

  private final EditModel<T> edit;
  private final FormField<V> field;
  private final Supplier<List<String>> paths;
  private final Function<T, V> read;
  private final BiFunction<T, V, Optional<T>> write;

  private EditBinding(
      EditModel<T> edit,
      FormField<V> field,
      Supplier<List<String>> paths,
      Function<T, V> read,
      BiFunction<T, V, Optional<T>> write) {
    this.edit = edit;
    this.field = field;
    this.paths = paths;
    this.read = read;
    this.write = write;
  }

  /**
   * Ties them together.
   *
   * @param paths the mask paths of the values that the field shows
   * @param read the field's content for these values
   * @param write the values with the field's content; empty when it means nothing yet
   */
  public static <T, V> void bind(
      EditModel<T> edit,
      FormField<V> field,
      List<String> paths,
      Function<T, V> read,
      BiFunction<T, V, Optional<T>> write) {
    List<String> always = List.copyOf(paths);
    bind(new EditBinding<>(edit, field, () -> always, read, write));
  }

  /** Ties a field to everything there is in the edit; see {@link #bind}. */
  public static <T, V> void bindAll(
      EditModel<T> edit,
      FormField<V> field,
      Function<T, V> read,
      BiFunction<T, V, Optional<T>> write) {
    Supplier<List<String>> all = () -> edit.table().fields().stream().map(MaskField::path).toList();
    bind(new EditBinding<>(edit, field, all, read, write));
  }

  private static <T, V> void bind(EditBinding<T, V> binding) {
    EditModel<T> edit = binding.edit;
    FormField<V> field = binding.field;
    field.setReset(binding::reset);
    field.valueProperty().addListener((_, _, now) -> binding.entered(now));
    edit.stateProperty().subscribe(binding::edited);
  }

  private void entered(V value) {
    // What reads like the stored value is the stored value: a control may show less than there is.
    if (value.equals(read.apply(edit.base()))) {
      paths.get().forEach(edit::reset);
    } else {
      edit.edit(now -> write.apply(now, value).orElse(now));
    }
    mark();
  }

  private void edited(EditModel.Snapshot<T> now) {
    Optional<T> said = write.apply(now.edited(), field.get());
    if (said.isPresent() && !said.get().equals(now.edited())) {
      field.set(read.apply(now.edited()));
    }
    mark();
  }

  private void reset() {
    paths.get().forEach(edit::reset);
    field.set(read.apply(edit.base()));
    field.checkAgain();
  }

  private void mark() {
    boolean entryMeansNothing = write.apply(edit.edited(), field.get()).isEmpty();
    field.setStored(read.apply(edit.base()));
    field.setChanged(entryMeansNothing || paths.get().stream().anyMatch(edit::isChanged));
  }
}
