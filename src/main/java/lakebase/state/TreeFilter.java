package lakebase.state;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import lakebase.model.ProjectName;

/**
 * What a filter leaves of the tree: the resources that match, and everything above them. A resource
 * that matches keeps everything below it. Immutable.
 *
 * @param query what was asked for
 * @param matches the resources that match by themselves
 * @param above what has a match below it; shown open
 */
public record TreeFilter(SearchQuery query, Set<Ref> matches, Set<Ref> above) {

  private static final int MANY = 500;

  /** Leaves everything. */
  public static final TreeFilter OFF = new TreeFilter(new SearchQuery(""), Set.of(), Set.of());

  /**
   * Looks through everything that the index knows. Takes milliseconds for ten thousands of
   * resources, so that it belongs off the FX thread; does not wait for what is not read yet.
   */
  public static TreeFilter of(SearchIndex index, SearchQuery query) {
    if (query.isEmpty()) {
      return OFF;
    }
    Set<Ref> matches = new HashSet<>();
    Set<Ref> above = new HashSet<>();
    for (SearchHit hit : index.search(query, Integer.MAX_VALUE)) {
      matches.add(hit.ref());
      Ref up = hit.ref();
      while (!up.equals(up.parent())) {
        up = up.parent();
        above.add(up);
      }
    }
    return new TreeFilter(query, matches, above);
  }

  /** Whether everything is shown. */
  public boolean isOff() {
    return query.isEmpty();
  }

  /** Whether that is shown, given whether its parent matches by itself or by its own parents. */
  public boolean shows(Ref ref) {
    return isOff() || matches.contains(ref) || above.contains(ref) || parentMatches(ref);
  }

  /**
   * Whether that is opened, to show a match below it; with very many matches only a workspace is,
   * because nobody reads thousands of rows, and making them would hold up the window.
   */
  public boolean opens(Ref ref) {
    return above.contains(ref) && (matches.size() <= MANY || ref instanceof Ref.OfWorkspace);
  }

  /** How many projects are left. */
  public long projects() {
    return matchesAndAbove()
        .filter(ref -> ref instanceof Ref.OfResource(var _, ProjectName _))
        .count();
  }

  private Stream<Ref> matchesAndAbove() {
    return Stream.concat(matches.stream(), above.stream()).distinct();
  }

  private boolean parentMatches(Ref ref) {
    Ref up = ref;
    while (!up.equals(up.parent())) {
      up = up.parent();
      if (matches.contains(up)) {
        return true;
      }
    }
    return false;
  }
}
