package lakebase.state;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import lakebase.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Everything the console knows, at one moment.
 *
 * @param workspaces in the tree's order
 * @param tasks newest first
 * @param selection what the detail shows; absent before anything is selected
 * @param settings what a person set and left
 */
public record AppState(
    Map<WorkspaceId, Workspace> workspaces,
    List<BackgroundTask> tasks,
    @Nullable Ref selection,
    Settings settings) {

  public AppState {
    workspaces = Collections.unmodifiableMap(workspaces);
    tasks = List.copyOf(tasks);
  }

  /** Nothing known yet. */
  public static AppState initial(Settings settings) {
    return new AppState(new LinkedHashMap<>(), List.of(), settings.selection(), settings);
  }

  /** The workspace, if this console has it. */
  public Optional<Workspace> workspace(WorkspaceId id) {
    return Optional.ofNullable(workspaces.get(id));
  }

  /** The resource, if known. */
  public Optional<Resource> find(Ref.OfResource ref) {
    return workspace(ref.workspace()).flatMap(found -> found.inventory().find(ref.name()));
  }

  /** Whether a running task changes exactly this resource: its commands are then disabled. */
  public boolean isBusy(Ref ref) {
    return tasks.stream().anyMatch(task -> task.isRunning() && task.occupies(ref));
  }

  /** The same with that workspace, at the end when it is new. */
  public AppState withWorkspace(Workspace workspace) {
    Map<WorkspaceId, Workspace> copy = new LinkedHashMap<>(workspaces);
    copy.put(workspace.id(), workspace);
    return new AppState(copy, tasks, selection, settings);
  }

  /** The same without that workspace, its tasks, and a selection in it. */
  public AppState withoutWorkspace(WorkspaceId id) {
    Map<WorkspaceId, Workspace> copy = new LinkedHashMap<>(workspaces);
    copy.remove(id);
    List<BackgroundTask> others =
        tasks.stream().filter(task -> !task.target().workspace().equals(id)).toList();
    @Nullable Ref first = copy.keySet().stream().findFirst().map(Ref::of).orElse(null);
    boolean selected = selection != null && selection.workspace().equals(id);
    return new AppState(copy, others, selected ? first : selection, settings);
  }

  /** The same with that workspace changed; the same when it is not known. */
  public AppState changeWorkspace(WorkspaceId id, UnaryOperator<Workspace> change) {
    return workspace(id).map(found -> withWorkspace(change.apply(found))).orElse(this);
  }

  /** The same with that workspace's inventory changed. */
  public AppState changeInventory(WorkspaceId id, UnaryOperator<Inventory> change) {
    return changeWorkspace(id, found -> found.withInventory(change.apply(found.inventory())));
  }

  /** The same with a new task on top. */
  public AppState withTask(BackgroundTask task) {
    List<BackgroundTask> copy = new ArrayList<>(tasks);
    copy.addFirst(task);
    return withTasks(copy);
  }

  /** The same with that task changed; the same when it is not there. */
  public AppState changeTask(long id, UnaryOperator<BackgroundTask> change) {
    return withTasks(
        tasks.stream().map(task -> task.id() == id ? change.apply(task) : task).toList());
  }

  /** The same with other tasks. */
  public AppState withTasks(List<BackgroundTask> now) {
    return new AppState(workspaces, now, selection, settings);
  }

  /** The same with another selection. */
  public AppState select(@Nullable Ref ref) {
    return new AppState(workspaces, tasks, ref, settings);
  }

  /** The same with the first workspace selected where nothing is: a first start shows something. */
  public AppState selectFirst() {
    return selection != null || workspaces.isEmpty()
        ? this
        : select(Ref.of(workspaces.keySet().iterator().next()));
  }

  /** The same with other settings. */
  public AppState withSettings(Settings now) {
    return new AppState(workspaces, tasks, selection, now);
  }
}
