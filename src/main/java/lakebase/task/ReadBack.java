package lakebase.task;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import lakebase.model.Branch;
import lakebase.model.Database;
import lakebase.model.DatabaseName;
import lakebase.model.Endpoint;
import lakebase.model.Project;
import lakebase.model.Resource;
import lakebase.model.ResourceName;
import lakebase.model.RoleName;
import lakebase.state.BranchEntry;
import lakebase.state.Inventory;
import lakebase.state.Listing;
import lakebase.state.LoadState;
import lakebase.state.ProjectEntry;

/** What the service says of one resource now, ready to be put into an {@link Inventory}. */
public sealed interface ReadBack {

  /** The inventory with this in it; everything else that is known stays. */
  Inventory into(Inventory inventory);

  /** Whether the service is not at work on it, nor on the computes that were read with it. */
  boolean isSettled();

  /** It does not exist. */
  record Gone(ResourceName name) implements ReadBack {
    @Override
    public Inventory into(Inventory inventory) {
      return inventory.without(name);
    }

    @Override
    public boolean isSettled() {
      return true;
    }
  }

  /** A role that does not exist, and the databases of its branch, whose owners may have changed. */
  record GoneRole(RoleName name, Listing<DatabaseName, Database> databases) implements ReadBack {
    @Override
    public Inventory into(Inventory inventory) {
      return inventory
          .without(name)
          .changeBranch(name.branch(), known -> known.withDatabases(databases));
    }

    @Override
    public boolean isSettled() {
      return true;
    }
  }

  /** The resource alone. A soft-deleted one has nothing below it any more (contract §7). */
  record One(Resource resource) implements ReadBack {
    @Override
    public Inventory into(Inventory inventory) {
      Inventory now = inventory.with(resource);
      Instant deleted = resource.metadata().deleteTime();
      if (deleted == null) {
        return now;
      }
      return switch (resource) {
        case Project project ->
            now.changeProject(project.name(), known -> known.withBranches(nothing(deleted)));
        case Branch branch ->
            now.changeBranch(branch.name(), known -> known.withEndpoints(nothing(deleted)));
        default -> now;
      };
    }

    private static <N, T> Listing<N, T> nothing(Instant asOf) {
      return new Listing<>(Map.of(), new LoadState.Loaded(asOf));
    }

    @Override
    public boolean isSettled() {
      return switch (resource) {
        case Endpoint endpoint -> endpoint.isSettled();
        case Branch branch -> settled(branch);
        default -> true;
      };
    }
  }

  /** A branch and its endpoints. */
  record WholeBranch(BranchEntry entry) implements ReadBack {
    @Override
    public Inventory into(Inventory inventory) {
      return inventory
          .with(entry.branch())
          .changeBranch(entry.branch().name(), known -> known.withEndpoints(entry.endpoints()));
    }

    @Override
    public boolean isSettled() {
      return settled(entry);
    }
  }

  /** A project, its branches and their endpoints. */
  record WholeProject(ProjectEntry entry) implements ReadBack {
    @Override
    public Inventory into(Inventory inventory) {
      return inventory
          .with(entry.project())
          .changeProject(entry.project().name(), known -> known.withBranches(entry.branches()));
    }

    @Override
    public boolean isSettled() {
      return entry.branches().values().stream().allMatch(ReadBack::settled);
    }
  }

  private static boolean settled(BranchEntry entry) {
    Collection<Endpoint> endpoints = entry.endpoints().values();
    return settled(entry.branch()) && endpoints.stream().allMatch(Endpoint::isSettled);
  }

  private static boolean settled(Branch branch) {
    return branch.facts().pendingState() == null;
  }
}
