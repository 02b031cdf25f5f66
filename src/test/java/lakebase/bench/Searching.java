package lakebase.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import lakebase.model.Endpoint;
import lakebase.model.Project;
import lakebase.state.AppState;
import lakebase.state.BranchEntry;
import lakebase.state.ProjectEntry;
import lakebase.state.SearchIndex;
import lakebase.state.SearchQuery;
import lakebase.state.Workspace;

/**
 * Searches everything that is known, as a person types and pastes.
 *
 * @param size how many resources were searched
 * @param index how long the index of everything took to make, off the FX thread
 * @param times how long each query took
 * @param work the processor time of each, which other processes do not disturb
 * @param slowest the query that took most of it
 */
record Searching(int size, Duration index, Times times, Times work, String slowest) {

  private static final int LIMIT = 50;
  private static final int PICKED = 25;
  private static final long SEED = 20260301;

  static Searching of(AppState state) {
    long start = System.nanoTime();
    SearchIndex index = SearchIndex.EMPTY.updated(state);
    Duration made = Duration.ofNanos(System.nanoTime() - start);
    List<String> queries = queries(state);
    long[] nanos = new long[queries.size()];
    long[] work = new long[queries.size()];
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    int slowest = 0;
    for (int i = 0; i < nanos.length; i++) {
      long used = threads.getCurrentThreadCpuTime();
      long asked = System.nanoTime();
      index.search(SearchQuery.of(queries.get(i)), LIMIT);
      nanos[i] = System.nanoTime() - asked;
      work[i] = threads.getCurrentThreadCpuTime() - used;
      slowest = work[i] > work[slowest] ? i : slowest;
    }
    return new Searching(index.size(), made, Times.of(nanos), Times.of(work), queries.get(slowest));
  }

  /** Always the same ones in the same order. */
  private static List<String> queries(AppState state) {
    Random random = new Random(SEED);
    List<ProjectEntry> projects =
        new ArrayList<>(
            state.workspaces().values().stream()
                .map(Workspace::inventory)
                .flatMap(inventory -> inventory.projects().values().stream())
                .toList());
    Collections.shuffle(projects, random);
    List<String> queries = new ArrayList<>(List.of("e", "ep-", "br-", "prod", "replica", "no-hit"));
    projects.stream().limit(PICKED).forEach(entry -> queries.addAll(queries(entry)));
    Collections.shuffle(queries, random);
    return List.copyOf(queries);
  }

  private static List<String> queries(ProjectEntry entry) {
    Project project = entry.project();
    String title = project.displayName();
    String id = project.name().id().value();
    BranchEntry branch = entry.branches().values().iterator().next();
    Endpoint endpoint = branch.endpoints().values().iterator().next();
    Stream<String> typed =
        Stream.of(1, 2, 3, 4, 6, title.length())
            .map(length -> title.substring(0, Math.min(length, title.length())));
    Stream<String> pasted =
        Stream.of(
                id,
                project.metadata().uid(),
                branch.branch().metadata().uid(),
                branch.branch().name().toString(),
                endpoint.metadata().uid(),
                endpoint.facts().hosts().host(),
                id + "/prod",
                title + " nowhere")
            .filter(Objects::nonNull);
    return Stream.concat(typed, pasted).toList();
  }
}
