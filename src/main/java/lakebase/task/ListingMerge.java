package lakebase.task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import lakebase.model.Resource;
import lakebase.state.Listing;
import org.jspecify.annotations.Nullable;

/**
 * Brings a list that was read together with what is known. Reading takes time, in which other parts
 * of the console learn too: what they put in, changed or took away since the read began is newer
 * than the answer, and stays so. What has not changed keeps its identity.
 *
 * @param <N> names
 * @param <T> what is held under a name
 * @param <R> the resource in it
 */
record ListingMerge<N, T, R extends Resource>(
    Function<R, N> name, Function<T, R> resource, Function<R, T> fresh, BiFunction<T, R, T> with) {

  /** For lists that hold the resources themselves. */
  static <N, R extends Resource> ListingMerge<N, R, R> plain(Function<R, N> name) {
    return new ListingMerge<>(name, Function.identity(), Function.identity(), (_, now) -> now);
  }

  /** What is known now, with the answered items put in. */
  Listing<N, T> put(Listing<N, T> before, Listing<N, T> now, List<R> answer) {
    Map<N, T> more = new LinkedHashMap<>();
    for (R item : answer) {
      N key = name.apply(item);
      T known = now.get(key);
      T old = before.get(key);
      if (known != null) {
        more.put(key, update(old, known, item));
      } else if (old == null) {
        more.put(key, fresh.apply(item));
      }
    }
    return now.withAll(more);
  }

  /** What the answer does not have any more, as it was before, apart from what changed since. */
  List<R> vanished(Listing<N, T> before, Listing<N, T> now, Set<N> answered) {
    List<R> vanished = new ArrayList<>();
    before
        .items()
        .forEach((key, old) -> {
          T known = now.get(key);
          if (!answered.contains(key) && known != null && !changed(old, known)) {
            vanished.add(resource.apply(old));
          }
        });
    return vanished;
  }

  /** Another object, even an equal one, has been read since. */
  @SuppressWarnings("ReferenceEquality")
  private boolean changed(@Nullable T old, T known) {
    return old == null || resource.apply(old) != resource.apply(known);
  }

  private T update(@Nullable T old, T known, R item) {
    R mine = resource.apply(known);
    if (changed(old, known) || mine.equals(item)) {
      return known;
    }
    boolean same = Objects.equals(mine.metadata().uid(), item.metadata().uid());
    return same ? with.apply(known, item) : fresh.apply(item);
  }
}
