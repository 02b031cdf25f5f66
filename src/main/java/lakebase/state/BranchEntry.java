package lakebase.state;

import lakebase.model.Branch;
import lakebase.model.Database;
import lakebase.model.DatabaseName;
import lakebase.model.Endpoint;
import lakebase.model.EndpointName;
import lakebase.model.Role;
import lakebase.model.RoleName;

/** A branch and what is known of the things in it. */
public record BranchEntry(
    Branch branch,
    Listing<EndpointName, Endpoint> endpoints,
    Listing<RoleName, Role> roles,
    Listing<DatabaseName, Database> databases) {

  /** A branch of which nothing else is known. */
  public static BranchEntry of(Branch branch) {
    return new BranchEntry(branch, Listing.unknown(), Listing.unknown(), Listing.unknown());
  }

  /** The same with the branch as the service reports it now. */
  public BranchEntry withBranch(Branch now) {
    return new BranchEntry(now, endpoints, roles, databases);
  }

  /** The same with other endpoints. */
  public BranchEntry withEndpoints(Listing<EndpointName, Endpoint> now) {
    return new BranchEntry(branch, now, roles, databases);
  }

  /** The same with other roles. */
  public BranchEntry withRoles(Listing<RoleName, Role> now) {
    return new BranchEntry(branch, endpoints, now, databases);
  }

  /** The same with other databases. */
  public BranchEntry withDatabases(Listing<DatabaseName, Database> now) {
    return new BranchEntry(branch, endpoints, roles, now);
  }
}
