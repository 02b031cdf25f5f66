package lakebase.task;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import lakebase.model.BranchChildName;
import lakebase.model.BranchName;
import lakebase.model.ProjectName;
import lakebase.model.Resource;
import lakebase.model.ResourceName;
import lakebase.state.BranchEntry;
import lakebase.state.Inventory;
import lakebase.state.LoadState;
import lakebase.state.ProjectEntry;
import lakebase.state.Ref;
import lakebase.state.Store;
import lakebase.state.WorkspaceId;
import lakebase.task.ReadQueue.Urgency;

/**
 * Reads inventories with a limited number of requests at once, of each workspace by itself, so that
 * one that hangs holds up no other. What is known stays until the new answer is there; what the
 * answer lacks is marked as gone first and leaves some seconds later. The store is changed a few
 * times a second at most while much is read.
 */
public final class InventoryLoader implements Inventories, AutoCloseable {

  /** How many requests a workspace is asked at once (the service's own limits are unknown). */
  public static final int DEFAULT_IN_FLIGHT = 16;

  private final Store store;
  private final Workspaces workspaces;
  private final ExecutorService blocking;
  private final Clock clock;
  private final int inFlight;
  private final StoreBatches batches;
  private final Departures departures;
  private final Map<WorkspaceId, WorkspaceReader> readers = new HashMap<>();

  /**
   * Reads into that store.
   *
   * @param blocking runs each call at once, on a thread of its own; not shut down by {@link #close}
   * @param delay lets time pass between updates, and before what is gone leaves
   * @param inFlight how many requests at once, in each workspace
   */
  public InventoryLoader(
      Store store,
      Workspaces workspaces,
      ExecutorService blocking,
      Delay delay,
      Clock clock,
      int inFlight) {
    this.store = store;
    this.workspaces = workspaces;
    this.blocking = blocking;
    this.clock = clock;
    this.inFlight = inFlight;
    this.batches = new StoreBatches(store, delay, clock);
    this.departures = new Departures(store, batches, delay);
  }

  @Override
  public void load(Ref.OfWorkspace workspace) {
    WorkspaceReader reader = reader(workspace.workspace());
    reader.connect();
    reader.readProjects();
  }

  @Override
  public void open(Ref ref) {
    Inventory inventory = inventory(ref.workspace());
    WorkspaceReader reader = reader(ref.workspace());
    switch (ref) {
      case Ref.OfWorkspace workspace when isUnknown(Optional.of(inventory.projects().load())) ->
          load(workspace);
      case Ref.OfResource(var _, ProjectName project)
          when isUnknown(
              inventory
                  .project(project)
                  .filter(entry -> !entry.project().metadata().isDeleted())
                  .map(entry -> entry.branches().load())) ->
          reader.readBranches(project, Urgency.NOW);
      case Ref.OfResource(var _, BranchName branch)
          when isUnknown(
              inventory
                  .branch(branch)
                  .filter(entry -> !entry.branch().metadata().isDeleted())
                  .map(entry -> entry.endpoints().load())) ->
          reader.readEndpoints(branch, Urgency.NOW);
      default -> {}
    }
  }

  @Override
  public void refresh(Ref ref) {
    switch (ref) {
      case Ref.OfWorkspace workspace -> load(workspace);
      case Ref.OfResource(var workspace, var name) -> refresh(reader(workspace), workspace, name);
    }
  }

  @Override
  public void readAccess(Ref.OfResource project) {
    if (project.name() instanceof ProjectName name) {
      reader(project.workspace()).readAccess(name);
    }
  }

  @Override
  public void readContents(Ref.OfResource branch) {
    if (branch.name() instanceof BranchName name) {
      reader(branch.workspace()).readContents(name);
    }
  }

  /**
   * The service said "not found" of this or of something it lives in: finds out what is gone, and
   * marks that before it leaves. On the FX thread.
   */
  public void findMissing(Ref.OfResource ref) {
    reader(ref.workspace()).findMissing(ref.name());
  }

  /**
   * Asks a workspace that is lost whether it is there again, and reads it then; says nothing
   * before.
   */
  void knock(Ref.OfWorkspace workspace) {
    reader(workspace.workspace()).knock();
  }

  /**
   * Interrupts every call to that workspace that is under way; what is known of it stays, and what
   * was being read counts as not read, so that it is when somebody looks at it again.
   */
  void forget(WorkspaceId workspace) {
    WorkspaceReader reader = readers.remove(workspace);
    if (reader != null) {
      reader.close();
      batches.changeInventory(workspace, BrokenOff::of);
    }
  }

  /** The same, and nothing is known of it afterwards, not even what waits to be shown. */
  void clear(WorkspaceId workspace) {
    forget(workspace);
    batches.changeInventory(workspace, _ -> Inventory.EMPTY);
  }

  /** Interrupts every call that is under way; nothing is read any more. */
  @Override
  public void close() {
    readers.values().forEach(WorkspaceReader::close);
  }

  private void refresh(WorkspaceReader reader, WorkspaceId workspace, ResourceName name) {
    reader.readOne(name);
    switch (name) {
      case ProjectName project -> {
        Optional<ProjectEntry> known = inventory(workspace).project(project);
        if (!isDeleted(known.map(ProjectEntry::project))) {
          reader.readBranches(project, Urgency.NOW);
        }
        if (known.isPresent() && !(known.get().access().load() instanceof LoadState.NotLoaded)) {
          reader.readAccess(project);
        }
      }
      case BranchName branch -> {
        Optional<BranchEntry> known = inventory(workspace).branch(branch);
        if (!isDeleted(known.map(BranchEntry::branch))) {
          reader.readEndpoints(branch, Urgency.NOW);
        }
        if (known.isPresent() && !(known.get().roles().load() instanceof LoadState.NotLoaded)) {
          reader.readContents(branch);
        }
      }
      case BranchChildName _ -> {}
    }
  }

  /** Whether a list that exists is neither read nor being read, or could not be. */
  private static boolean isUnknown(Optional<LoadState> load) {
    return load.isPresent()
        && !(load.get() instanceof LoadState.Loaded)
        && !(load.get() instanceof LoadState.Loading);
  }

  private static boolean isDeleted(Optional<? extends Resource> resource) {
    return resource.map(found -> found.metadata().isDeleted()).orElse(false);
  }

  private WorkspaceReader reader(WorkspaceId id) {
    return readers.computeIfAbsent(
        id,
        _ ->
            new WorkspaceReader(
                id,
                workspaces.api(id),
                store,
                batches,
                departures,
                new ReadQueue(blocking, inFlight),
                clock));
  }

  private Inventory inventory(WorkspaceId id) {
    return store.state().workspace(id).map(found -> found.inventory()).orElse(Inventory.EMPTY);
  }
}
