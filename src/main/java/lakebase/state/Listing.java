package lakebase.state;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one list of the service: its items by name, in the service's order, and how far
 * it has been read.
 *
 * @param asOf when it was last read to its end, in this run or an earlier one; absent: never
 */
public record Listing<N, T>(Map<N, T> items, LoadState load, @Nullable Instant asOf) {

  public Listing {
    items = Collections.unmodifiableMap(items);
  }

  /** A list that was not read before. */
  public Listing(Map<N, T> items, LoadState load) {
    this(items, load, load instanceof LoadState.Loaded(var asOf) ? asOf : null);
  }

  /** A list as it was read then, and not since. */
  public static <N, T> Listing<N, T> remembered(Map<N, T> items, @Nullable Instant asOf) {
    return new Listing<>(items, LoadState.NOT_LOADED, asOf);
  }

  /** A list that was never asked for. */
  public static <N, T> Listing<N, T> unknown() {
    return new Listing<>(new LinkedHashMap<>(), LoadState.NOT_LOADED);
  }

  /** The item of that name; null when it is not known. */
  public @Nullable T get(N name) {
    return items.get(name);
  }

  /** The items in the service's order. */
  public Collection<T> values() {
    return items.values();
  }

  /** Whether it was read to its end. */
  public boolean isLoaded() {
    return load instanceof LoadState.Loaded;
  }

  /** The same with these items put in, new ones at the end. */
  public Listing<N, T> withAll(Map<N, T> more) {
    Map<N, T> copy = new LinkedHashMap<>(items);
    copy.putAll(more);
    return new Listing<>(copy, load, asOf);
  }

  /** The same with that item put in, at the end when it is new. */
  public Listing<N, T> with(N name, T item) {
    return withAll(Map.of(name, item));
  }

  /** The same without that item. */
  public Listing<N, T> without(N name) {
    Map<N, T> copy = new LinkedHashMap<>(items);
    copy.remove(name);
    return new Listing<>(copy, load, asOf);
  }

  /** The same with only those of its items. */
  public Listing<N, T> only(Set<N> names) {
    Map<N, T> copy = new LinkedHashMap<>(items);
    copy.keySet().retainAll(names);
    return new Listing<>(copy, load, asOf);
  }

  /** The same with that item changed; the same when it is not known. */
  public Listing<N, T> change(N name, UnaryOperator<T> change) {
    T item = items.get(name);
    return item == null ? this : with(name, change.apply(item));
  }

  /** The same, read that far. */
  public Listing<N, T> withLoad(LoadState state) {
    return new Listing<>(items, state, state instanceof LoadState.Loaded(var now) ? now : asOf);
  }
}
