package lakebase.state;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import lakebase.model.ProjectName;

/**
 * Finds projects, branches and endpoints by display name, id, uid, host or path. Immutable; the
 * next index shares with this one what belongs to projects that have not changed. Each call may be
 * made on any thread.
 *
 * <p>Hits come in this order: by title (the display name of a project, the id of anything else) the
 * whole, its start, the start of a word, anywhere; then by path, id, uid and host, each in the same
 * steps; equal ones projects first, then branches, then endpoints, then by title and path.
 */
public final class SearchIndex {

  /** An index of nothing. */
  public static final SearchIndex EMPTY = new SearchIndex(new LinkedHashMap<>(), 0, false);

  private static final Comparator<Found> BEST_FIRST =
      Comparator.<Found>comparingInt(found -> found.rank)
          .thenComparing(found -> found.entry.name().kind())
          .thenComparing(found -> found.entry.title())
          .thenComparing(found -> found.entry.path());

  private final Map<WorkspaceId, Map<ProjectName, SearchShard>> shards;
  private final int size;
  private final boolean complete;

  private record Found(WorkspaceId workspace, SearchEntry entry, int rank) {}

  private SearchIndex(
      Map<WorkspaceId, Map<ProjectName, SearchShard>> shards, int size, boolean complete) {
    this.shards = Collections.unmodifiableMap(shards);
    this.size = size;
    this.complete = complete;
  }

  /** The index of that state; only what changed since this one is looked at. */
  public SearchIndex updated(AppState state) {
    Map<WorkspaceId, Map<ProjectName, SearchShard>> now = new LinkedHashMap<>();
    int count = 0;
    boolean all = true;
    for (Workspace workspace : state.workspaces().values()) {
      Map<ProjectName, SearchShard> old = shards.getOrDefault(workspace.id(), Map.of());
      Map<ProjectName, SearchShard> fresh = new LinkedHashMap<>();
      boolean complete = isSettled(workspace);
      for (ProjectEntry entry : workspace.inventory().projects().values()) {
        ProjectName name = entry.project().name();
        SearchShard known = old.get(name);
        SearchShard shard = known != null && known.isOf(entry) ? known : SearchShard.of(entry);
        fresh.put(name, shard);
        count += shard.entries().size();
        complete &= shard.isComplete();
      }
      // Of one that is away nothing is on its way: what is remembered is all there is.
      all &= complete || workspace.connection().isAway();
      now.put(workspace.id(), fresh);
    }
    return new SearchIndex(now, count, all);
  }

  /** How many resources it knows. */
  public int size() {
    return size;
  }

  /** Whether everything had been read that can be; if not, a later index may find more. */
  public boolean isComplete() {
    return complete;
  }

  /** The best hits, best first; those of a host at any port where none is at the one asked for. */
  public List<SearchHit> search(SearchQuery query, int limit) {
    List<SearchHit> hits = find(query, limit);
    SearchQuery anyPort = query.withoutPort();
    return hits.isEmpty() && !anyPort.equals(query) ? find(anyPort, limit) : hits;
  }

  private List<SearchHit> find(SearchQuery query, int limit) {
    if (query.isEmpty() || limit < 1) {
      return List.of();
    }
    PriorityQueue<Found> best = new PriorityQueue<>(BEST_FIRST.reversed());
    shards.forEach((workspace, projects) -> {
      for (SearchShard shard : projects.values()) {
        if (shard.haystack().contains(query.text())) {
          offerAll(best, workspace, shard, query, limit);
        }
      }
    });
    List<Found> sorted = new ArrayList<>(best);
    sorted.sort(BEST_FIRST);
    return sorted.stream()
        .map(found -> new SearchHit(Ref.of(found.workspace, found.entry.name()), found.rank))
        .toList();
  }

  private static void offerAll(
      PriorityQueue<Found> best,
      WorkspaceId workspace,
      SearchShard shard,
      SearchQuery query,
      int limit) {
    for (SearchEntry entry : shard.entries()) {
      int bound = best.size() < limit ? SearchEntry.NONE : best.element().rank;
      int rank = entry.rank(query, bound);
      if (rank == SearchEntry.NONE) {
        continue;
      }
      if (best.size() < limit) {
        best.add(new Found(workspace, entry, rank));
      } else if (isBetter(entry, rank, best.element())) {
        best.remove();
        best.add(new Found(workspace, entry, rank));
      }
    }
  }

  /** The order of {@link #BEST_FIRST}, without an object for each of ten thousands of entries. */
  private static boolean isBetter(SearchEntry entry, int rank, Found than) {
    if (rank != than.rank) {
      return rank < than.rank;
    }
    int byKind = entry.name().kind().compareTo(than.entry.name().kind());
    if (byKind != 0) {
      return byKind < 0;
    }
    int byTitle = entry.title().compareTo(than.entry.title());
    return byTitle != 0 ? byTitle < 0 : entry.path().compareTo(than.entry.path()) < 0;
  }

  private static boolean isSettled(Workspace workspace) {
    LoadState load = workspace.inventory().projects().load();
    return load instanceof LoadState.Loaded || load instanceof LoadState.Failed;
  }
}
