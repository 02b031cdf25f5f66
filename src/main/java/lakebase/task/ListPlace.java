package lakebase.task;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import lakebase.api.Pages;
import lakebase.api.PostgresApi;
import lakebase.model.Branch;
import lakebase.model.BranchName;
import lakebase.model.Database;
import lakebase.model.DatabaseName;
import lakebase.model.Endpoint;
import lakebase.model.EndpointName;
import lakebase.model.Project;
import lakebase.model.ProjectName;
import lakebase.model.Resource;
import lakebase.model.ResourceKind;
import lakebase.model.ResourceName;
import lakebase.model.Role;
import lakebase.model.RoleName;
import lakebase.state.BranchEntry;
import lakebase.state.Inventory;
import lakebase.state.Listing;
import lakebase.state.ProjectEntry;
import lakebase.state.Store;
import lakebase.state.WorkspaceId;
import org.jspecify.annotations.Nullable;

/**
 * One list of the service, and where the store keeps it.
 *
 * @param key tells it from the other lists of its workspace
 * @param parent what the list is in; absent for the projects
 * @param pages asks the service for it
 * @param known what the store holds now, from any thread; empty when the parent is not known
 * @param change changes what the store holds, soon
 */
record ListPlace<N extends ResourceName, T, R extends Resource>(
    Key key,
    @Nullable ResourceName parent,
    Supplier<Pages<R>> pages,
    ListingMerge<N, T, R> merge,
    Supplier<Listing<N, T>> known,
    Consumer<UnaryOperator<Listing<N, T>>> change) {

  /** A kind of resource, and what it is listed in. */
  record Key(ResourceKind kind, @Nullable ResourceName parent) {}

  /** Makes the places of one workspace. */
  record Maker(WorkspaceId workspace, PostgresApi api, Store store, StoreBatches batches) {

    ListPlace<ProjectName, ProjectEntry, Project> projects() {
      return new ListPlace<>(
          new Key(ResourceKind.PROJECT, null),
          null,
          () -> api.listProjects(true),
          new ListingMerge<>(
              Project::name, ProjectEntry::project, ProjectEntry::of, ProjectEntry::withProject),
          () -> inventory().projects(),
          change ->
              batches.changeInventory(
                  workspace, inventory -> new Inventory(change.apply(inventory.projects()))));
    }

    ListPlace<BranchName, BranchEntry, Branch> branches(ProjectName project) {
      return new ListPlace<>(
          new Key(ResourceKind.BRANCH, project),
          project,
          () -> api.listBranches(project, true),
          new ListingMerge<>(
              Branch::name, BranchEntry::branch, BranchEntry::of, BranchEntry::withBranch),
          () -> inventory().project(project).map(ProjectEntry::branches).orElse(Listing.unknown()),
          change ->
              batches.changeProject(
                  workspace, project, entry -> entry.withBranches(change.apply(entry.branches()))));
    }

    ListPlace<EndpointName, Endpoint, Endpoint> endpoints(BranchName branch) {
      return child(
          branch,
          new Key(ResourceKind.ENDPOINT, branch),
          () -> api.listEndpoints(branch),
          ListingMerge.plain(Endpoint::name),
          BranchEntry::endpoints,
          (entry, change) -> entry.withEndpoints(change.apply(entry.endpoints())));
    }

    ListPlace<RoleName, Role, Role> roles(BranchName branch) {
      return child(
          branch,
          new Key(ResourceKind.ROLE, branch),
          () -> api.listRoles(branch),
          ListingMerge.plain(Role::name),
          BranchEntry::roles,
          (entry, change) -> entry.withRoles(change.apply(entry.roles())));
    }

    ListPlace<DatabaseName, Database, Database> databases(BranchName branch) {
      return child(
          branch,
          new Key(ResourceKind.DATABASE, branch),
          () -> api.listDatabases(branch),
          ListingMerge.plain(Database::name),
          BranchEntry::databases,
          (entry, change) -> entry.withDatabases(change.apply(entry.databases())));
    }

    /** Changes one list of a branch's entry. */
    private interface Within<N, T> {
      BranchEntry apply(BranchEntry entry, UnaryOperator<Listing<N, T>> change);
    }

    private <N extends ResourceName, R extends Resource> ListPlace<N, R, R> child(
        BranchName branch,
        Key key,
        Supplier<Pages<R>> pages,
        ListingMerge<N, R, R> merge,
        Function<BranchEntry, Listing<N, R>> list,
        Within<N, R> within) {
      return new ListPlace<>(
          key,
          branch,
          pages,
          merge,
          () -> inventory().branch(branch).map(list).orElse(Listing.unknown()),
          change ->
              batches.changeProject(
                  workspace,
                  branch.project(),
                  project ->
                      project.withBranches(
                          project
                              .branches()
                              .change(branch, entry -> within.apply(entry, change)))));
    }

    private Inventory inventory() {
      return store
          .state()
          .workspace(workspace)
          .map(found -> found.inventory())
          .orElse(Inventory.EMPTY);
    }
  }
}
