package lakebase.state;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lakebase.model.Branch;
import lakebase.model.Endpoint;
import lakebase.model.EndpointHosts;
import lakebase.model.Project;
import lakebase.model.Resource;
import lakebase.model.ResourceName;
import org.jspecify.annotations.Nullable;

/**
 * One resource as a search compares it; every text folded.
 *
 * @param name the resource
 * @param title what people call it: a project's display name, the id of anything else
 * @param id the id of a project; empty where it is the title
 * @param uid its uid; empty when it has none
 * @param hosts where it takes connections, with the port where that is not the standard one
 * @param paths {@code project/branch/compute}, with the project's id and with its display name
 */
record SearchEntry(
    ResourceName name,
    String title,
    String id,
    String uid,
    List<String> hosts,
    List<String> paths) {

  /** No match. */
  static final int NONE = Integer.MAX_VALUE;

  private static final int TITLE = 0;
  private static final int PATH = 10;
  private static final int ID = 20;
  private static final int UID = 30;
  private static final int HOST = 40;

  /** All entries of a project, as far as it is known. */
  static List<SearchEntry> of(ProjectEntry entry) {
    Project project = entry.project();
    String id = Folding.fold(project.name().id().value());
    String title = Folding.fold(project.displayName());
    List<String> roots = title.equals(id) ? List.of(id) : List.of(id, title);
    List<SearchEntry> all = new ArrayList<>();
    all.add(new SearchEntry(project.name(), title, id, uid(project), List.of(), roots));
    for (BranchEntry branchEntry : entry.branches().values()) {
      Branch branch = branchEntry.branch();
      SearchEntry found = below(branch, roots, List.of());
      all.add(found);
      for (Endpoint endpoint : branchEntry.endpoints().values()) {
        all.add(below(endpoint, found.paths, hosts(endpoint.facts().hosts())));
      }
    }
    return all;
  }

  /** {@code project/branch/compute} in ids. */
  String path() {
    return paths.getFirst();
  }

  /**
   * How good a match this is, the lower the better; {@link #NONE} for no match, and for one that is
   * worse than the bound anyway.
   */
  int rank(SearchQuery query, int bound) {
    String text = query.text();
    int byTitle = grade(title, text);
    if (byTitle != NONE) {
      return TITLE + byTitle;
    }
    if (bound < PATH) {
      return NONE;
    }
    if (query.isPath()) {
      return best(paths, text, PATH);
    }
    int byId = grade(id, text);
    if (byId != NONE) {
      return ID + byId;
    }
    int byUid = grade(uid, text);
    return byUid != NONE ? UID + byUid : best(hosts, text, HOST);
  }

  /** All its texts, each on a line of its own, for a quick look whether one can match. */
  void appendTo(StringBuilder text) {
    Stream.of(Stream.of(title, id, uid), hosts.stream(), paths.stream())
        .flatMap(found -> found)
        .forEach(found -> text.append(found).append('\n'));
  }

  private static int best(List<String> texts, String query, int base) {
    int best = NONE;
    for (String text : texts) {
      int grade = grade(text, query);
      best = grade == NONE ? best : Math.min(best, base + grade);
    }
    return best;
  }

  /** 0 the whole text, 1 its start, 2 the start of a word, 3 anywhere. */
  private static int grade(String text, String query) {
    int at = text.isEmpty() ? -1 : text.indexOf(query);
    if (at < 0) {
      return NONE;
    }
    if (at == 0) {
      return text.length() == query.length() ? 0 : 1;
    }
    for (; at >= 0; at = text.indexOf(query, at + 1)) {
      if (!Character.isLetterOrDigit(text.charAt(at - 1))) {
        return 2;
      }
    }
    return 3;
  }

  private static SearchEntry below(Resource resource, List<String> parents, List<String> hosts) {
    // Most branches and computes are called as others are: one string for all is quicker to search.
    String id = Folding.fold(resource.name().id().value()).intern();
    List<String> paths = parents.stream().map(parent -> parent + "/" + id).toList();
    return new SearchEntry(resource.name(), id, "", uid(resource), hosts, paths);
  }

  private static String uid(Resource resource) {
    @Nullable String uid = resource.metadata().uid();
    return uid == null ? "" : Folding.fold(uid);
  }

  private static List<String> hosts(EndpointHosts hosts) {
    return Stream.of(
            hosts.address().orElse(null),
            hosts.readOnlyAddress().orElse(null),
            hosts.readWritePooledHost(),
            hosts.readOnlyPooledHost())
        .flatMap(Stream::ofNullable)
        .map(Folding::fold)
        .distinct()
        .toList();
  }
}
