package lakebase.local.store;

import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads one consistent state of the ledger; valid only within the call that it is given to. */
public interface Reading {

  /** The value at that key; null when there is none. */
  @Nullable String get(Shelf shelf, String key);

  /**
   * Walks the entries whose key begins with {@code prefix} and sorts after {@code after}, in order
   * of their keys, until the visitor says false.
   *
   * @param after where to go on; empty: from the first
   */
  void scan(Shelf shelf, String prefix, String after, Predicate<Map.Entry<String, String>> visitor);

  /** Whether there is a value at that key. */
  default boolean has(Shelf shelf, String key) {
    return get(shelf, key) != null;
  }

  /** How many keys begin with that prefix, counted up to {@code most}. */
  default int count(Shelf shelf, String prefix, int most) {
    int[] count = {0};
    scan(shelf, prefix, "", _ -> ++count[0] < most);
    return Math.min(count[0], most);
  }
}
