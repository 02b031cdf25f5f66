package lakebase.task;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.logging.Level;
import java.util.logging.Logger;
import lakebase.disk.InventoryFiles;
import lakebase.state.AppState;
import lakebase.state.Inventory;
import lakebase.state.Store;
import lakebase.state.Workspace;
import lakebase.state.WorkspaceId;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the last known inventory of each workspace on disk: it is written in the background, when
 * nothing has changed for {@link #QUIET}, at the latest {@link #LONGEST} after a change, and at the
 * end. One that was never read to its end does not replace what is kept. On the store's thread,
 * unless said otherwise.
 */
public final class InventoryMemory {

  /** How long nothing changes before it is written. */
  static final Duration QUIET = Duration.ofSeconds(5);

  /** How long a change waits at most. */
  static final Duration LONGEST = Duration.ofMinutes(2);

  private static final Logger LOG = Logger.getLogger(InventoryMemory.class.getName());

  /** A change that is not written yet. */
  private record Unsaved(Instant first, Instant last) {}

  /** The inventories at a moment; equal only when they are the very same. */
  private record Seen(Map<WorkspaceId, Inventory> inventories) {

    static Seen of(AppState state) {
      Map<WorkspaceId, Inventory> inventories = new HashMap<>();
      state.workspaces().values().forEach(each -> inventories.put(each.id(), each.inventory()));
      return new Seen(inventories);
    }

    /** By identity: to compare thousands of resources with each update would take too long. */
    @Override
    @SuppressWarnings("ReferenceEquality")
    public boolean equals(@Nullable Object other) {
      return other instanceof Seen that
          && inventories.keySet().equals(that.inventories.keySet())
          && inventories.keySet().stream()
              .allMatch(id -> inventories.get(id) == that.inventories.get(id));
    }

    @Override
    public int hashCode() {
      return inventories.keySet().hashCode();
    }
  }

  private final Store store;
  private final InventoryFiles files;
  private final TaskRunner runner;
  private final ExecutorService saving;
  private final Delay delay;
  private final Clock clock;
  private final Map<WorkspaceId, Inventory> saved = new HashMap<>();
  private final Map<WorkspaceId, Unsaved> unsaved = new HashMap<>();
  private Store.@Nullable Subscription watching;

  /**
   * Remembers nothing until it is asked to.
   *
   * @param runner reads the files
   * @param saving writes them, one after the other; not shut down by {@link #close}
   * @param delay lets time pass before it
   */
  public InventoryMemory(
      Store store,
      InventoryFiles files,
      TaskRunner runner,
      ExecutorService saving,
      Delay delay,
      Clock clock) {
    this.store = store;
    this.files = files;
    this.runner = runner;
    this.saving = saving;
    this.delay = delay;
    this.clock = clock;
  }

  /** From now on what changes is kept. */
  public void start() {
    watching = store.watch(Seen::of, this::seen);
  }

  /**
   * Shows what was kept of that workspace, where nothing of it is known yet.
   *
   * @param then is called afterwards, whether there was anything or not
   */
  public void restore(WorkspaceId workspace, Runnable then) {
    runner.run(
        () -> files.load(workspace),
        outcome -> {
          if (outcome instanceof Outcome.Success(var found)) {
            found.ifPresent(kept -> show(workspace, kept));
          }
          then.run();
        });
  }

  /** Keeps nothing of that workspace any more. */
  void forget(WorkspaceId workspace) {
    saved.remove(workspace);
    unsaved.remove(workspace);
    inBackground(() -> files.delete(workspace));
  }

  /** Writes what is not written yet, and no more from now on; returns before it is done. */
  public void close() {
    if (watching != null) {
      watching.end();
      unsaved.keySet().forEach(this::save);
      unsaved.clear();
    }
  }

  private void show(WorkspaceId workspace, InventoryFiles.Kept kept) {
    store.update(state ->
        state.changeWorkspace(
            workspace,
            found -> {
              if (!isUnknown(found)) {
                return found;
              }
              saved.put(workspace, kept.inventory());
              Workspace shown = found.withInventory(kept.inventory());
              return found.lastUser().isEmpty() ? shown.withLastUser(kept.user()) : shown;
            }));
  }

  private static boolean isUnknown(Workspace workspace) {
    return workspace.inventory().projects().items().isEmpty() && workspace.asOf() == null;
  }

  @SuppressWarnings("ReferenceEquality")
  private void seen(Seen now) {
    now.inventories.forEach((workspace, inventory) -> {
      if (inventory.projects().asOf() != null && saved.get(workspace) != inventory) {
        changed(workspace);
      }
    });
  }

  private void changed(WorkspaceId workspace) {
    Instant now = clock.instant();
    Unsaved before = unsaved.get(workspace);
    unsaved.put(workspace, new Unsaved(before == null ? now : before.first, now));
    if (before == null) {
      delay.after(QUIET, () -> store.run(() -> due(workspace)));
    }
  }

  private void due(WorkspaceId workspace) {
    Unsaved change = unsaved.get(workspace);
    if (change == null) {
      return;
    }
    Instant now = clock.instant();
    boolean quiet = !change.last.plus(QUIET).isAfter(now);
    if (quiet || !change.first.plus(LONGEST).isAfter(now)) {
      unsaved.remove(workspace);
      save(workspace);
    } else {
      delay.after(QUIET, () -> store.run(() -> due(workspace)));
    }
  }

  private void save(WorkspaceId workspace) {
    Workspace now = store.state().workspace(workspace).orElse(null);
    if (now == null || now.asOf() == null) {
      return;
    }
    saved.put(workspace, now.inventory());
    InventoryFiles.Kept kept = new InventoryFiles.Kept(now.lastUser(), now.inventory());
    inBackground(() -> files.save(workspace, kept));
  }

  private void inBackground(Runnable change) {
    saving.execute(() -> {
      try {
        change.run();
      } catch (UncheckedIOException failed) {
        LOG.log(Level.WARNING, "The inventory on disk is not as known: {0}", failed.toString());
      }
    });
  }
}
