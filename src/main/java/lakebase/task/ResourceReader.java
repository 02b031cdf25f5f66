package lakebase.task;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import lakebase.api.ApiException;
import lakebase.api.PostgresApi;
import lakebase.model.ApiFailure;
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
import lakebase.model.RoleName;
import lakebase.state.BranchEntry;
import lakebase.state.Listing;
import lakebase.state.LoadState;
import lakebase.state.ProjectEntry;

/**
 * Reads resources of any kind from the service. Blocking; from any thread but the FX thread. Every
 * failure but "not found" is thrown as {@link ApiException}.
 */
public final class ResourceReader {

  private final Clock clock;

  /** Lists are marked as read by that clock. */
  public ResourceReader(Clock clock) {
    this.clock = clock;
  }

  /** The resource of that name, whatever its kind; "not found" is thrown as well. */
  public static Resource get(PostgresApi api, ResourceName name) throws InterruptedException {
    return switch (name) {
      case ProjectName project -> api.getProject(project);
      case BranchName branch -> api.getBranch(branch);
      case EndpointName endpoint -> api.getEndpoint(endpoint);
      case RoleName role -> api.getRole(role);
      case DatabaseName database -> api.getDatabase(database);
    };
  }

  /** The resource alone. */
  public ReadBack read(PostgresApi api, ResourceName name) throws InterruptedException {
    return orGone(name, () -> new ReadBack.One(get(api, name)));
  }

  /** The resource, and of a project its branches, and of branches their endpoints. */
  public ReadBack readWhole(PostgresApi api, ResourceName name) throws InterruptedException {
    return orGone(
        name,
        () -> {
          Resource resource = get(api, name);
          return switch (resource) {
            case Project project when !deleted(project) ->
                new ReadBack.WholeProject(whole(api, project));
            case Branch branch when !deleted(branch) ->
                new ReadBack.WholeBranch(whole(api, branch));
            default -> new ReadBack.One(resource);
          };
        });
  }

  /** The databases of the branch of a role that does not exist any more. */
  ReadBack readWithoutRole(PostgresApi api, RoleName role) throws InterruptedException {
    Map<DatabaseName, Database> databases = new LinkedHashMap<>();
    for (Database database : api.listDatabases(role.branch()).all()) {
      databases.put(database.name(), database);
    }
    return new ReadBack.GoneRole(role, loaded(databases));
  }

  private ProjectEntry whole(PostgresApi api, Project project) throws InterruptedException {
    Map<BranchName, BranchEntry> branches = new LinkedHashMap<>();
    for (Branch branch : api.listBranches(project.name(), false).all()) {
      ReadBack read = orGone(branch.name(), () -> new ReadBack.WholeBranch(whole(api, branch)));
      if (read instanceof ReadBack.WholeBranch(var entry)) {
        branches.put(branch.name(), entry);
      }
    }
    return new ProjectEntry(project, loaded(branches));
  }

  private BranchEntry whole(PostgresApi api, Branch branch) throws InterruptedException {
    Map<EndpointName, Endpoint> endpoints = new LinkedHashMap<>();
    for (Endpoint endpoint : api.listEndpoints(branch.name()).all()) {
      endpoints.put(endpoint.name(), endpoint);
    }
    return BranchEntry.of(branch).withEndpoints(loaded(endpoints));
  }

  private <N, T> Listing<N, T> loaded(Map<N, T> items) {
    return new Listing<>(items, new LoadState.Loaded(clock.instant()));
  }

  private static boolean deleted(Resource resource) {
    return resource.metadata().isDeleted();
  }

  private static ReadBack orGone(ResourceName name, Call<ReadBack> call)
      throws InterruptedException {
    try {
      return call.call();
    } catch (ApiException refused) {
      if (refused.failure() instanceof ApiFailure.NotFound) {
        return new ReadBack.Gone(name);
      }
      throw refused;
    }
  }
}
