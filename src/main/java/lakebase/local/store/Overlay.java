package lakebase.local.store;

import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * One change set over the stored maps: what is written stays here until {@link #apply}, so a change
 * that fails half-way leaves nothing behind. A removed key is held as an empty text, which is never
 * a value.
 */
final class Overlay implements Writing {

  private static final String REMOVED = "";

  private final Map<Shelf, MVMap<String, String>> stored;
  private final Map<Shelf, NavigableMap<String, String>> changed = new EnumMap<>(Shelf.class);

  Overlay(Map<Shelf, MVMap<String, String>> stored) {
    this.stored = stored;
  }

  @Override
  public @Nullable String get(Shelf shelf, String key) {
    String over = changes(shelf).get(key);
    String value = over == null ? map(shelf).get(key) : over;
    return REMOVED.equals(value) ? null : value;
  }

  @Override
  public void put(Shelf shelf, String key, String value) {
    if (value.isEmpty()) {
      throw new IllegalArgumentException("an empty text is no value");
    }
    changes(shelf).put(key, value);
  }

  @Override
  public void remove(Shelf shelf, String key) {
    changes(shelf).put(key, REMOVED);
  }

  @Override
  public void scan(
      Shelf shelf, String prefix, String after, Predicate<Map.Entry<String, String>> visitor) {
    String from = after.compareTo(prefix) > 0 ? after : prefix;
    // A copy: the visitor may write.
    NavigableMap<String, String> over = new TreeMap<>(changes(shelf).tailMap(from, true));
    Iterator<Map.Entry<String, String>> merged = new Merged(map(shelf).cursor(from), over);
    while (merged.hasNext()) {
      Map.Entry<String, String> entry = merged.next();
      if (!entry.getKey().startsWith(prefix)) {
        return;
      }
      boolean wanted = !entry.getKey().equals(after) && !entry.getValue().equals(REMOVED);
      if (wanted && !visitor.test(entry)) {
        return;
      }
    }
  }

  boolean isEmpty() {
    return changed.values().stream().allMatch(Map::isEmpty);
  }

  /** Writes the changes to the stored maps; the caller commits them. */
  void apply() {
    changed.forEach((shelf, entries) ->
        entries.forEach((key, value) -> {
          if (value.equals(REMOVED)) {
            map(shelf).remove(key);
          } else {
            map(shelf).put(key, value);
          }
        }));
  }

  private NavigableMap<String, String> changes(Shelf shelf) {
    return changed.computeIfAbsent(shelf, _ -> new TreeMap<>());
  }

  private MVMap<String, String> map(Shelf shelf) {
    MVMap<String, String> map = stored.get(shelf);
    if (map == null) {
      throw new IllegalStateException("no map for " + shelf);
    }
    return map;
  }

  /** Stored and changed entries in one order; a change hides the stored entry of its key. */
  private static final class Merged implements Iterator<Map.Entry<String, String>> {

    private final Cursor<String, String> base;
    private final NavigableMap<String, String> over;
    private @Nullable String baseKey;

    Merged(Cursor<String, String> base, NavigableMap<String, String> over) {
      this.base = base;
      this.over = over;
      advance();
    }

    @Override
    public boolean hasNext() {
      return baseKey != null || !over.isEmpty();
    }

    @Override
    public Map.Entry<String, String> next() {
      Map.Entry<String, String> change = over.firstEntry();
      String key = baseKey;
      if (key != null && (change == null || key.compareTo(change.getKey()) < 0)) {
        Map.Entry<String, String> entry = Map.entry(key, base.getValue());
        advance();
        return entry;
      }
      if (change == null) {
        throw new java.util.NoSuchElementException();
      }
      if (change.getKey().equals(key)) {
        advance();
      }
      over.pollFirstEntry();
      return change;
    }

    private void advance() {
      baseKey = base.hasNext() ? base.next() : null;
    }
  }
}
