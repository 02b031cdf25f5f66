package lakebase.local.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import lakebase.local.store.Shelf;
import lakebase.model.Branch;
import lakebase.model.BranchName;
import lakebase.model.BranchState;
import lakebase.model.Database;
import lakebase.model.Endpoint;
import lakebase.model.EndpointName;
import lakebase.model.Project;
import lakebase.model.ProjectName;
import lakebase.model.ResourceName;
import lakebase.model.Role;
import lakebase.model.RoleName;
import lakebase.wire.BranchJson;
import lakebase.wire.EndpointJson;
import lakebase.wire.Json;
import lakebase.wire.ProjectJson;

/**
 * Tells the data plane what the control plane's resources are. Reads what is soft-deleted as well.
 */
final class Plans {

  /**
   * What is left of a project.
   *
   * @param branches uids of the branches whose data is kept
   * @param computes uids of the endpoints that are served
   */
  record Rest(Set<String> branches, Set<String> computes) {}

  private Plans() {}

  static BranchPlan branch(Resources resources, BranchName name) {
    return branch(project(resources, name.project()), storedBranch(resources, name));
  }

  static BranchPlan branch(Project project, Branch branch) {
    Duration retention = project.spec().historyRetention();
    Integer version = project.facts().pgVersion();
    return new BranchPlan(
        branch.name(),
        Objects.requireNonNull(branch.metadata().uid()),
        version == null ? Defaults.PG_VERSION : version,
        retention == null ? Defaults.RETENTION : retention,
        project.spec().pgNativeLogin());
  }

  static ComputePlan compute(Resources resources, EndpointName name) {
    String json = Objects.requireNonNull(resources.reading().get(Shelf.ENDPOINTS, name.toString()));
    return compute(resources, EndpointJson.read(Json.parse(json)));
  }

  static ComputePlan compute(Resources resources, Endpoint endpoint) {
    return new ComputePlan(
        endpoint.name(),
        uid(endpoint),
        branch(resources, endpoint.name().branch()),
        endpoint.facts().type(),
        endpoint.spec(),
        endpoint.facts().hosts());
  }

  static String uid(Endpoint endpoint) {
    return Objects.requireNonNull(endpoint.metadata().uid());
  }

  /** The roles and databases of a branch as PostgreSQL shall have them. */
  static List<CatalogChange> catalog(Resources resources, BranchName branch) {
    List<CatalogChange> all = new ArrayList<>();
    Map<RoleName, String> owners = new HashMap<>();
    for (Role role : resources.roles(branch)) {
      all.add(new CatalogChange.PutRole(RoleService.inPostgres(role)));
      owners.put(role.name(), role.postgresRole());
    }
    for (Database database : resources.databases(branch)) {
      String owner = owners.get(database.spec().owner());
      if (owner != null) {
        String name = database.spec().postgresDatabase();
        all.add(new CatalogChange.PutDatabase(new Catalog.PgDatabase(name, owner)));
      }
    }
    return all;
  }

  /** Whether an operation is making the branch just now. */
  static boolean isBeingMade(Resources resources, BranchName branch) {
    return storedBranch(resources, branch).facts().state().equals(BranchState.INIT);
  }

  /** The endpoints of a branch, also of one that is soft-deleted. */
  static List<ComputePlan> computes(Resources resources, BranchName branch) {
    return resources.endpoints(branch).stream()
        .map(endpoint -> compute(resources, endpoint))
        .toList();
  }

  /** Every branch there is. */
  static List<BranchPlan> branches(Resources resources) {
    List<BranchPlan> all = new ArrayList<>();
    resources
        .reading()
        .scan(
            Shelf.BRANCHES,
            "",
            "",
            entry -> all.add(branch(resources, BranchName.parse(entry.getKey()))));
    return all;
  }

  /** Every endpoint that is served. */
  static List<ComputePlan> computes(Resources resources) {
    List<ComputePlan> all = new ArrayList<>();
    resources
        .reading()
        .scan(
            Shelf.ENDPOINTS,
            "",
            "",
            entry -> {
              EndpointName name = EndpointName.parse(entry.getKey());
              if (isLive(resources, name.branch())) {
                all.add(compute(resources, name));
              }
              return true;
            });
    return all;
  }

  /** What is left of a project without that branch or endpoint, whose data is kept or not. */
  static Rest rest(Resources resources, ProjectName project, ResourceName without, boolean purge) {
    Predicate<ResourceName> gone = name -> name.equals(without) || name.isWithin(without);
    Set<String> branches = new HashSet<>();
    Set<String> computes = new HashSet<>();
    for (Branch branch : resources.branches(project)) {
      if (!gone.test(branch.name()) || !purge) {
        branches.add(Objects.requireNonNull(branch.metadata().uid()));
      }
      for (Endpoint endpoint : resources.endpoints(branch.name())) {
        if (!gone.test(endpoint.name()) && isLive(resources, branch.name())) {
          computes.add(uid(endpoint));
        }
      }
    }
    return new Rest(branches, computes);
  }

  /** What is left of a project after everything that was removed from the ledger. */
  static Rest rest(Resources resources, ProjectName project) {
    return rest(resources, project, project.branch("none").endpoint("none"), true);
  }

  private static boolean isLive(Resources resources, BranchName branch) {
    return !resources.isDeleted(branch) && !resources.isDeleted(branch.project());
  }

  private static Project project(Resources resources, ProjectName name) {
    String json = Objects.requireNonNull(resources.reading().get(Shelf.PROJECTS, name.toString()));
    return ProjectJson.read(Json.parse(json));
  }

  private static Branch storedBranch(Resources resources, BranchName name) {
    String json = Objects.requireNonNull(resources.reading().get(Shelf.BRANCHES, name.toString()));
    return BranchJson.read(Json.parse(json));
  }
}
