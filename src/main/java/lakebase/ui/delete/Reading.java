package lakebase.ui.delete;

import lakebase.api.PostgresApi;
import lakebase.model.BranchName;
import lakebase.model.DatabaseName;
import lakebase.model.EndpointName;
import lakebase.model.ProjectName;
import lakebase.model.Resource;
import lakebase.model.ResourceName;
import lakebase.model.RoleName;

/** Reads a resource of any kind. */
final class Reading {

  private Reading() {}

  static Resource of(PostgresApi api, ResourceName name) throws InterruptedException {
    return switch (name) {
      case ProjectName project -> api.getProject(project);
      case BranchName branch -> api.getBranch(branch);
      case EndpointName endpoint -> api.getEndpoint(endpoint);
      case RoleName role -> api.getRole(role);
      case DatabaseName database -> api.getDatabase(database);
    };
  }
}
