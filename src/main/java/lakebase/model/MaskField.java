package lakebase.model;

import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One changeable field of a resource.
 *
 * @param path its mask path (contract §2.8); a oneof goes by its group's name
 * @param clearable whether absence can be sent; the API cannot clear the others (contract §10.3)
 * @param get reads the field
 * @param copy the first value with this field taken from the second
 */
public record MaskField<T>(
    String path, boolean clearable, Function<T, @Nullable Object> get, BinaryOperator<T> copy) {

  static <T> MaskField<T> of(
      String path, Function<T, @Nullable Object> get, BinaryOperator<T> copy) {
    return new MaskField<>(path, true, get, copy);
  }

  static <T> MaskField<T> lasting(
      String path, Function<T, @Nullable Object> get, BinaryOperator<T> copy) {
    return new MaskField<>(path, false, get, copy);
  }

  /** Whether the two values differ in this field. */
  public boolean differs(T one, T other) {
    return !Objects.equals(get.apply(one), get.apply(other));
  }
}
