package lakebase.state;

import java.util.List;
import lakebase.model.Project;

/**
 * A project's part of the index.
 *
 * @param source what it was made from; the part is good as long as the state holds the same object
 * @param entries its resources
 * @param haystack every text of every entry, to pass over a project without a match in one step
 * @param isComplete whether everything in the project had been read
 */
record SearchShard(
    ProjectEntry source, List<SearchEntry> entries, String haystack, boolean isComplete) {

  static SearchShard of(ProjectEntry source) {
    List<SearchEntry> entries = SearchEntry.of(source);
    StringBuilder haystack = new StringBuilder();
    entries.forEach(entry -> entry.appendTo(haystack));
    return new SearchShard(source, entries, haystack.toString(), isComplete(source));
  }

  /** Whether this is still good: the same object, and not an equal one, because that is quick. */
  @SuppressWarnings("ReferenceEquality")
  boolean isOf(ProjectEntry entry) {
    return source == entry;
  }

  private static boolean isComplete(ProjectEntry entry) {
    Project project = entry.project();
    return project.metadata().isDeleted()
        || (isRead(entry.branches().load())
            && entry.branches().values().stream()
                .allMatch(branch ->
                    branch.branch().metadata().isDeleted() || isRead(branch.endpoints().load())));
  }

  /** A list that failed is not waited for. */
  private static boolean isRead(LoadState load) {
    return load instanceof LoadState.Loaded || load instanceof LoadState.Failed;
  }
}
