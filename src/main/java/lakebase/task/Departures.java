package lakebase.task;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import lakebase.model.Project;
import lakebase.model.Resource;
import lakebase.model.ResourceName;
import lakebase.state.AppState;
import lakebase.state.Ref;
import lakebase.state.Store;
import lakebase.state.Workspace;
import lakebase.state.WorkspaceId;

/**
 * Marks what was deleted elsewhere, and takes it away after a person has had time to read so, with
 * everything in it, unless it turns out to exist again before. A selection in it moves to what it
 * lived in. From any thread.
 */
final class Departures {

  /** How long the mark stands. */
  static final Duration SHOWN = Duration.ofSeconds(4);

  /** One stay of a mark: a name that leaves, comes back and leaves again has another each time. */
  private static final class Departure {}

  private final Map<Ref.OfResource, Departure> underWay = new ConcurrentHashMap<>();
  private final Store store;
  private final StoreBatches batches;
  private final Delay delay;

  Departures(Store store, StoreBatches batches, Delay delay) {
    this.store = store;
    this.batches = batches;
    this.delay = delay;
  }

  /**
   * That does not exist any more. Said again while it leaves, it changes nothing; nor does it when
   * the name has been read since, because then it may have been made anew.
   *
   * @param asked what was known under the name when the service was asked: that very object
   */
  void leave(WorkspaceId workspace, Resource asked) {
    Ref.OfResource ref = Ref.of(workspace, asked.name());
    Departure departure = new Departure();
    if (underWay.putIfAbsent(ref, departure) != null) {
      return;
    }
    batches.change(workspace, found -> mark(found, asked, ref, departure));
    delay.after(
        SHOWN,
        () -> store.update(state -> underWay.remove(ref, departure) ? remove(state, ref) : state));
  }

  /**
   * Those exist: none of them leaves. Asks for a change only when there is a mark, or one that
   * still waits to be put into the store.
   */
  void stay(WorkspaceId workspace, Collection<? extends ResourceName> names) {
    Collection<ResourceName> marked =
        store.state().workspace(workspace).map(found -> found.gone().keySet()).orElse(Set.of());
    for (ResourceName name : names) {
      // Taken out first: a mark that is applied from now on finds its departure called off.
      boolean leaving = underWay.remove(Ref.of(workspace, name)) != null;
      if (leaving || marked.contains(name)) {
        batches.change(workspace, found -> found.withoutGone(name));
      }
    }
  }

  /** Another object, even an equal one, has been read since. */
  @SuppressWarnings("ReferenceEquality")
  private Workspace mark(Workspace found, Resource asked, Ref.OfResource ref, Departure departure) {
    if (found.inventory().find(ref.name()).orElse(null) != asked) {
      underWay.remove(ref, departure);
    }
    return underWay.get(ref) != departure ? found : found.withGone(ref.name(), displayName(asked));
  }

  /** Nothing is taken away whose mark was: it exists again. */
  private static AppState remove(AppState state, Ref.OfResource ref) {
    boolean marked =
        state
            .workspace(ref.workspace())
            .map(found -> found.gone().containsKey(ref.name()))
            .orElse(false);
    if (!marked) {
      return state;
    }
    AppState now =
        state.changeWorkspace(
            ref.workspace(),
            found ->
                found.withInventory(found.inventory().without(ref.name())).withoutGone(ref.name()));
    boolean selected =
        now.selection() instanceof Ref.OfResource(var workspace, var name)
            && workspace.equals(ref.workspace())
            && name.isWithin(ref.name());
    return selected ? now.select(ref.parent()) : now;
  }

  private static String displayName(Resource resource) {
    return resource instanceof Project project
        ? project.displayName()
        : resource.name().id().value();
  }
}
