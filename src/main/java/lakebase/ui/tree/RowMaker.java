package lakebase.ui.tree;

import java.text.CollationKey;
import java.text.Collator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import lakebase.model.Branch;
import lakebase.model.BranchName;
import lakebase.model.BranchState;
import lakebase.model.Endpoint;
import lakebase.model.Expiration;
import lakebase.model.Project;
import lakebase.model.ProjectName;
import lakebase.model.ResourceKind;
import lakebase.model.ResourceName;
import lakebase.state.AppState;
import lakebase.state.BackgroundTask;
import lakebase.state.BackgroundTask.Verb;
import lakebase.state.BranchEntry;
import lakebase.state.Listing;
import lakebase.state.LoadState;
import lakebase.state.ProjectEntry;
import lakebase.state.Ref;
import lakebase.state.TreeFilter;
import lakebase.state.Workspace;
import lakebase.state.WorkspaceId;
import lakebase.ui.Standing;
import lakebase.ui.UiContext;
import lakebase.ui.WorkspaceWords;
import org.jspecify.annotations.Nullable;

/**
 * Makes the rows that the tree shows of a state, level by level, filtered and sorted: projects by
 * display name in the language's order, the default branch first, computes that take writes first.
 */
final class RowMaker {

  private record Sortable(CollationKey key, Project project) implements Comparable<Sortable> {
    @Override
    public int compareTo(Sortable other) {
      int byKey = key.compareTo(other.key);
      return byKey != 0 ? byKey : project.name().compareTo(other.project.name());
    }
  }

  private final UiContext context;
  private final WorkspaceWords words;
  private final Collator collator;
  private final Map<String, CollationKey> keys = new HashMap<>();
  private final Map<WorkspaceId, ProjectRows> projectRows = new HashMap<>();

  private AppState state;
  private TreeFilter filter = TreeFilter.OFF;
  private Map<Ref, Verb> busy = Map.of();

  RowMaker(UiContext context) {
    this.context = context;
    this.words = WorkspaceWords.of(context);
    this.collator = Collator.getInstance(context.texts().locale());
    this.state = context.store().state();
  }

  /** Makes rows of that state from now on. */
  void show(AppState now, TreeFilter by) {
    state = now;
    filter = by;
    Map<Ref, Verb> running = new HashMap<>();
    for (BackgroundTask task : now.tasks()) {
      if (task.isRunning() && task.occupies(task.target())) {
        running.putIfAbsent(task.target(), task.verb());
      }
    }
    busy = running;
  }

  /** What is filtered by. */
  TreeFilter filter() {
    return filter;
  }

  private List<TreeRow> workspaces() {
    return state.workspaces().values().stream()
        .<TreeRow>map(this::workspace)
        .filter(row -> filter.shows(row.ref()))
        .toList();
  }

  private TreeRow workspace(Workspace found) {
    boolean old =
        !(found.inventory().projects().load() instanceof LoadState.Loaded)
            || found.connection().isAway();
    return new TreeRow.OfWorkspace(
        Ref.of(found.id()),
        found.name(),
        found.colour(),
        WorkspaceWords.isLocal(found),
        found.settings().host().replaceFirst("^https?://", ""),
        Standing.of(found),
        words.status(found),
        old ? words.asOf(found) : "",
        found.isReadOnly());
  }

  /** The rows in that one. */
  List<TreeRow> in(TreeRow row) {
    if (row instanceof TreeRow.Root) {
      return workspaces();
    }
    Workspace workspace = state.workspace(row.ref().workspace()).orElse(null);
    if (workspace == null) {
      return List.of();
    }
    return switch (row) {
      case TreeRow.OfWorkspace _ -> projects(row.ref(), workspace);
      case TreeRow.OfProject project ->
          workspace
              .inventory()
              .project(project.resource().name())
              .map(entry -> branches(row.ref(), workspace, entry.branches()))
              .orElse(List.of());
      case TreeRow.OfBranch branch ->
          workspace
              .inventory()
              .branch(branch.resource().name())
              .map(entry -> endpoints(row.ref(), workspace, entry.endpoints()))
              .orElse(List.of());
      case TreeRow.OfEndpoint _, TreeRow.Note _, TreeRow.Root _ -> List.of();
    };
  }

  /** Made anew only when a project is another: it is asked for with each change of anything. */
  private List<TreeRow> projects(Ref in, Workspace workspace) {
    Listing<ProjectName, ProjectEntry> list = workspace.inventory().projects();
    if (workspace.connection().isAway()) {
      // The workspace's own row says that it does not answer; nothing is on its way.
      if (list.items().isEmpty()) {
        return List.of();
      }
      list = list.withLoad(LoadState.NOT_LOADED);
    }
    List<Project> projects = new ArrayList<>(list.items().size());
    list.values().forEach(entry -> projects.add(entry.project()));
    ProjectRows last = projectRows.get(workspace.id());
    ProjectRows now =
        new ProjectRows(projects, list.load(), workspace.gone(), busy, filter, List.of());
    if (last != null && last.isMadeFromSame(now)) {
      return last.rows();
    }
    List<TreeRow> rows =
        rows(
            in,
            ResourceKind.PROJECT,
            list,
            projects.stream()
                .filter(project -> isShown(workspace, project.name()))
                .map(project -> new Sortable(key(project.displayName()), project))
                .sorted()
                .map(Sortable::project)
                .map(project ->
                    new TreeRow.OfProject(
                        Ref.of(workspace.id(), project.name()),
                        project,
                        marks(workspace, project.name()))));
    projectRows.put(workspace.id(), now.with(rows));
    return rows;
  }

  private List<TreeRow> branches(
      Ref in, Workspace workspace, Listing<BranchName, BranchEntry> list) {
    Comparator<Branch> order =
        Comparator.<Branch, Boolean>comparing(branch -> !branch.facts().isDefault())
            .thenComparing(Branch::name);
    return rows(
        in,
        ResourceKind.BRANCH,
        list,
        list.values().stream()
            .filter(entry -> isShown(workspace, entry.branch().name()))
            .sorted(Comparator.comparing(BranchEntry::branch, order))
            .map(entry -> branch(workspace, entry)));
  }

  private TreeRow branch(Workspace workspace, BranchEntry entry) {
    Branch branch = entry.branch();
    boolean starting = branch.facts().state().equals(BranchState.INIT);
    boolean noneKnown = entry.endpoints().items().isEmpty();
    return new TreeRow.OfBranch(
        Ref.of(workspace.id(), branch.name()),
        branch,
        marks(workspace, branch.name()),
        noneKnown && (starting || entry.endpoints().asOf() != null),
        expires(branch));
  }

  private List<TreeRow> endpoints(Ref in, Workspace workspace, Listing<?, Endpoint> list) {
    Comparator<Endpoint> order =
        Comparator.<Endpoint, Boolean>comparing(endpoint -> !endpoint.isReadWrite())
            .thenComparing(Endpoint::name);
    return rows(
        in,
        ResourceKind.ENDPOINT,
        list,
        list.values().stream()
            .filter(endpoint -> isShown(workspace, endpoint.name()))
            .sorted(order)
            .map(endpoint ->
                new TreeRow.OfEndpoint(
                    Ref.of(workspace.id(), endpoint.name()),
                    endpoint,
                    marks(workspace, endpoint.name()))));
  }

  /** The rows, with a note where the list is not known, could not be read, or is empty. */
  private List<TreeRow> rows(
      Ref in, ResourceKind of, Listing<?, ?> list, Stream<? extends TreeRow> found) {
    List<TreeRow> rows = new ArrayList<>();
    if (list.load() instanceof LoadState.Failed(var failure, var _)) {
      rows.add(new TreeRow.Note(in, of, TreeRow.Note.Kind.FAILED, failure));
    }
    found.forEach(rows::add);
    if (rows.isEmpty() && filter.isOff()) {
      boolean loaded = list.asOf() != null;
      TreeRow.Note.Kind kind = loaded ? TreeRow.Note.Kind.EMPTY : TreeRow.Note.Kind.LOADING;
      rows.add(new TreeRow.Note(in, of, kind, null));
    }
    return rows;
  }

  private boolean isShown(Workspace workspace, ResourceName name) {
    return filter.isOff() || filter.shows(Ref.of(workspace.id(), name));
  }

  private TreeRow.Marks marks(Workspace workspace, ResourceName name) {
    Set<ResourceName> gone = workspace.gone().keySet();
    Verb verb = busy.isEmpty() ? null : busy.get(Ref.of(workspace.id(), name));
    boolean isGone = !gone.isEmpty() && gone.stream().anyMatch(name::isWithin);
    return verb == null && !isGone ? TreeRow.Marks.NONE : new TreeRow.Marks(verb, isGone);
  }

  private CollationKey key(String name) {
    return keys.computeIfAbsent(name, collator::getCollationKey);
  }

  private String expires(Branch branch) {
    Instant at = expiry(branch);
    if (at == null) {
      return "";
    }
    Duration left = Duration.between(context.clock().instant(), at);
    return left.isNegative()
        ? context.texts().get("tree.badge.expired")
        : context.texts().get("tree.badge.expires", context.formats().rough(left));
  }

  private static @Nullable Instant expiry(Branch branch) {
    Instant made = branch.metadata().createTime();
    return switch (branch.spec().expiration()) {
      case Expiration.At(var time) -> time;
      case Expiration.After(var ttl) when made != null -> made.plus(ttl);
      default -> null;
    };
  }
}
