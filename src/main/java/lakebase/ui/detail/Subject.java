package lakebase.ui.detail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import lakebase.model.ApiFailure;
import lakebase.model.BranchName;
import lakebase.model.ProjectName;
import lakebase.model.ResourceName;
import lakebase.state.AppState;
import lakebase.state.Inventory;
import lakebase.state.Listing;
import lakebase.state.LoadState;
import lakebase.state.ProjectEntry;
import lakebase.state.Ref;
import lakebase.state.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * A resource as a page sees it.
 *
 * @param ref which
 * @param crumbs the way to it
 * @param title what people call it
 * @param value what is known of it; absent when nothing is
 * @param gone whether it turned out to be deleted elsewhere
 * @param busy whether a running task changes it
 * @param failure why nothing is known of it; absent when nothing failed
 * @param failedAt when that was
 * @param awaited whether it may still turn up
 * @param home how the workspace stands that it is in
 */
public record Subject<T>(
    Ref.OfResource ref,
    List<Crumb> crumbs,
    String title,
    @Nullable T value,
    boolean gone,
    boolean busy,
    @Nullable ApiFailure failure,
    Instant failedAt,
    boolean awaited,
    Home home) {

  /**
   * What of a workspace concerns everything in it.
   *
   * @param locked whether changes are refused
   * @param away the workspace without its inventory's items, where it cannot be asked; else absent
   */
  public record Home(boolean locked, @Nullable Workspace away) {

    private static final Home OPEN = new Home(false, null);

    static Home of(Workspace workspace) {
      boolean away = workspace.connection().isAway();
      Listing<ProjectName, ProjectEntry> projects = workspace.inventory().projects();
      return new Home(
          workspace.isReadOnly(),
          away
              ? workspace.withInventory(
                  new Inventory(new Listing<>(Map.of(), projects.load(), projects.asOf())))
              : null);
    }
  }

  /** The resource in that state. */
  public static <T> Subject<T> of(
      AppState state, Ref.OfResource ref, Function<Inventory, Optional<T>> find) {
    Optional<Workspace> workspace = state.workspace(ref.workspace());
    Inventory inventory = workspace.map(Workspace::inventory).orElse(Inventory.EMPTY);
    LoadState load = workspace.map(found -> load(found, ref.name())).orElse(LoadState.NOT_LOADED);
    boolean failed = load instanceof LoadState.Failed;
    return new Subject<>(
        ref,
        crumbs(workspace, ref),
        title(workspace, ref.name()),
        find.apply(inventory).orElse(null),
        workspace.map(found -> isGone(found, ref.name())).orElse(false),
        state.isBusy(ref),
        load instanceof LoadState.Failed(var failure, var _) ? failure : null,
        load instanceof LoadState.Failed(var _, var at) ? at : Instant.EPOCH,
        !failed && !(load instanceof LoadState.Loaded),
        workspace.map(Home::of).orElse(Home.OPEN));
  }

  /** The workspace itself as the first step. */
  public static Crumb crumb(Workspace workspace) {
    return new Crumb(workspace.name(), Ref.of(workspace.id()));
  }

  /** The parent of this in the tree. */
  public Ref parent() {
    return ref.parent();
  }

  private static List<Crumb> crumbs(Optional<Workspace> workspace, Ref.OfResource ref) {
    List<Crumb> crumbs = new ArrayList<>();
    for (Optional<ResourceName> up = Optional.of(ref.name());
        up.isPresent();
        up = up.get().parent()) {
      ResourceName name = up.get();
      crumbs.addFirst(new Crumb(title(workspace, name), ref.sibling(name)));
    }
    crumbs.addFirst(
        workspace
            .map(Subject::crumb)
            .orElseGet(() -> new Crumb(ref.workspace().value(), Ref.of(ref.workspace()))));
    return crumbs;
  }

  private static String title(Optional<Workspace> workspace, ResourceName name) {
    if (name instanceof ProjectName project && workspace.isPresent()) {
      Optional<ProjectEntry> known = workspace.get().inventory().project(project);
      if (known.isPresent()) {
        return known.get().project().displayName();
      }
    }
    return workspace.map(found -> found.gone().get(name)).orElseGet(() -> name.id().value());
  }

  private static boolean isGone(Workspace workspace, ResourceName name) {
    return workspace.gone().keySet().stream().anyMatch(name::isWithin);
  }

  /** How far the list that would hold it has been read; where a parent is missing, its list. */
  private static LoadState load(Workspace workspace, ResourceName name) {
    if (workspace.connection() instanceof Workspace.Connection.Lost(var failure, var _)
        && !workspace.inventory().projects().isLoaded()) {
      return new LoadState.Failed(failure, Instant.EPOCH);
    }
    Inventory inventory = workspace.inventory();
    return switch (name) {
      case ProjectName _ -> inventory.projects().load();
      case BranchName branch ->
          inventory
              .project(branch.project())
              .map(entry -> entry.branches().load())
              .orElseGet(() -> inventory.projects().load());
      default ->
          name.parent()
              .filter(BranchName.class::isInstance)
              .map(BranchName.class::cast)
              .flatMap(inventory::branch)
              .map(entry -> entry.endpoints().load())
              .orElseGet(() -> load(workspace, name.parent().orElseThrow()));
    };
  }
}
