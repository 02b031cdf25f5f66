package lakebase.state;

import java.util.Optional;
import java.util.function.UnaryOperator;
import lakebase.model.Branch;
import lakebase.model.BranchName;
import lakebase.model.Database;
import lakebase.model.DatabaseName;
import lakebase.model.Endpoint;
import lakebase.model.EndpointName;
import lakebase.model.Project;
import lakebase.model.ProjectName;
import lakebase.model.Resource;
import lakebase.model.ResourceName;
import lakebase.model.Role;
import lakebase.model.RoleName;

/**
 * Everything that is known of one workspace's resources. A change copies the lists on the way to
 * the changed resource and shares the rest, so that a selector sees by identity what is unchanged.
 */
public record Inventory(Listing<ProjectName, ProjectEntry> projects) {

  /** Nothing known. */
  public static final Inventory EMPTY = new Inventory(Listing.unknown());

  /** The project's entry, if known. */
  public Optional<ProjectEntry> project(ProjectName name) {
    return Optional.ofNullable(projects.get(name));
  }

  /** The branch's entry, if known. */
  public Optional<BranchEntry> branch(BranchName name) {
    return project(name.project()).map(entry -> entry.branches().get(name));
  }

  /** The endpoint, if known. */
  public Optional<Endpoint> endpoint(EndpointName name) {
    return branch(name.branch()).map(entry -> entry.endpoints().get(name));
  }

  /** The resource of any kind, if known. */
  public Optional<Resource> find(ResourceName name) {
    return switch (name) {
      case ProjectName project -> project(project).map(ProjectEntry::project);
      case BranchName branch -> branch(branch).map(BranchEntry::branch);
      case EndpointName endpoint -> endpoint(endpoint).map(found -> found);
      case RoleName role -> branch(role.branch()).map(entry -> entry.roles().get(role));
      case DatabaseName database ->
          branch(database.branch()).map(entry -> entry.databases().get(database));
    };
  }

  /** The same with the resource as the service reports it now; its parent must be known. */
  public Inventory with(Resource now) {
    return switch (now) {
      case Project project ->
          new Inventory(
              projects.with(
                  project.name(),
                  project(project.name())
                      .map(entry -> entry.withProject(project))
                      .orElseGet(() -> ProjectEntry.of(project))));
      case Branch branch -> withBranch(branch);
      case Endpoint endpoint ->
          changeBranch(
              endpoint.name().branch(),
              entry -> entry.withEndpoints(entry.endpoints().with(endpoint.name(), endpoint)));
      case Role role ->
          changeBranch(
              role.name().branch(),
              entry -> entry.withRoles(entry.roles().with(role.name(), role)));
      case Database database ->
          changeBranch(
              database.name().branch(),
              entry -> entry.withDatabases(entry.databases().with(database.name(), database)));
    };
  }

  /** The same without the resource and everything in it. */
  public Inventory without(ResourceName name) {
    return switch (name) {
      case ProjectName project -> new Inventory(projects.without(project));
      case BranchName branch ->
          changeProject(
              branch.project(), entry -> entry.withBranches(entry.branches().without(branch)));
      case EndpointName endpoint ->
          changeBranch(
              endpoint.branch(), entry -> entry.withEndpoints(entry.endpoints().without(endpoint)));
      case RoleName role ->
          changeBranch(role.branch(), entry -> entry.withRoles(entry.roles().without(role)));
      case DatabaseName database ->
          changeBranch(
              database.branch(), entry -> entry.withDatabases(entry.databases().without(database)));
    };
  }

  /** The same with that project's entry changed; the same when it is not known. */
  public Inventory changeProject(ProjectName name, UnaryOperator<ProjectEntry> change) {
    return new Inventory(projects.change(name, change));
  }

  /** The same with that branch's entry changed; the same when it is not known. */
  public Inventory changeBranch(BranchName name, UnaryOperator<BranchEntry> change) {
    return changeProject(
        name.project(), entry -> entry.withBranches(entry.branches().change(name, change)));
  }

  private Inventory withBranch(Branch branch) {
    return changeProject(
        branch.name().project(),
        entry -> {
          BranchEntry known = entry.branches().get(branch.name());
          return entry.withBranches(
              entry
                  .branches()
                  .with(
                      branch.name(),
                      known == null ? BranchEntry.of(branch) : known.withBranch(branch)));
        });
  }
}
