package lakebase.task;

import java.time.Duration;
import lakebase.model.Project;
import lakebase.model.Resource;
import lakebase.model.ResourceName;
import lakebase.state.AppState;
import lakebase.state.Ref;
import lakebase.state.Store;
import lakebase.state.WorkspaceId;

/**
 * Marks what was deleted elsewhere, and takes it away after a person has had time to read so, with
 * everything in it. A selection in it moves to what it lived in. From any thread.
 */
final class Departures {

  /** How long the mark stands. */
  static final Duration SHOWN = Duration.ofSeconds(4);

  private final Store store;
  private final StoreBatches batches;
  private final Delay delay;

  Departures(Store store, StoreBatches batches, Delay delay) {
    this.store = store;
    this.batches = batches;
    this.delay = delay;
  }

  /** That does not exist any more. */
  void leave(WorkspaceId workspace, ResourceName name) {
    batches.change(
        workspace,
        found ->
            found
                .inventory()
                .find(name)
                .map(known -> found.withGone(name, displayName(known)))
                .orElse(found));
    delay.after(SHOWN, () -> store.update(state -> remove(state, Ref.of(workspace, name))));
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
