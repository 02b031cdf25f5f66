package lakebase.local.engine;

import java.util.List;
import lakebase.model.AuthMethod;
import lakebase.model.IdentityType;
import lakebase.model.RoleSpec;

/**
 * The roles and databases of a branch as PostgreSQL has them, without its own and the local
 * workspace's.
 */
public record Catalog(List<PgRole> roles, List<PgDatabase> databases) {

  /** A role that can be seen in the API. */
  public record PgRole(String name, IdentityType identity, AuthMethod method, RoleSpec spec) {}

  /** A database that can be seen in the API. */
  public record PgDatabase(String name, String owner) {}

  public Catalog {
    roles = List.copyOf(roles);
    databases = List.copyOf(databases);
  }
}
