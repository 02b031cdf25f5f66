package lakebase.ui.delete;

import java.util.List;
import java.util.Optional;
import lakebase.api.PostgresApi;
import lakebase.model.BranchName;
import lakebase.model.Database;
import lakebase.model.Role;
import lakebase.state.Workspace;

/**
 * The roles and databases of a branch, among which is the role that shall be deleted.
 *
 * @param isComplete whether that is all there is, as far as the service said
 */
record Contents(List<Role> roles, List<Database> databases, boolean isComplete) {

  /** Nothing could be read. */
  static final Contents UNKNOWN = new Contents(List.of(), List.of(), false);

  Contents {
    roles = List.copyOf(roles);
    databases = List.copyOf(databases);
  }

  /** What the store knows; empty unless it is all there is. */
  static Optional<Contents> known(Workspace workspace, BranchName branch) {
    return workspace
        .inventory()
        .branch(branch)
        .filter(entry -> entry.roles().isLoaded() && entry.databases().isLoaded())
        .map(entry ->
            new Contents(
                List.copyOf(entry.roles().values()),
                List.copyOf(entry.databases().values()),
                true));
  }

  /**
   * Asks the service; blocks.
   *
   * @throws lakebase.api.ApiException when a call fails
   */
  static Contents read(PostgresApi api, BranchName branch) throws InterruptedException {
    return new Contents(api.listRoles(branch).all(), api.listDatabases(branch).all(), true);
  }
}
