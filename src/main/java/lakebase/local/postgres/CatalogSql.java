package lakebase.local.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lakebase.local.engine.Catalog;
import lakebase.local.engine.Catalog.PgDatabase;
import lakebase.local.engine.Catalog.PgRole;
import lakebase.local.engine.CatalogChange;
import lakebase.local.engine.DataPlaneException;
import lakebase.model.AuthMethod;
import lakebase.model.IdentityType;
import lakebase.model.RoleAttributes;
import lakebase.model.RoleSpec;

/** Reads and changes a branch's roles and databases, on its primary's running server. */
final class CatalogSql {

  /**
   * Whose fault it is when PostgreSQL does not do it: these classes of errors are not the asker's.
   */
  private static final Set<String> NOT_THE_ASKERS = Set.of("08", "53", "57", "58", "F0", "XX");

  private static final String DOING = "Changing the roles and databases";

  private static final String ROLES =
      """
      SELECT r.rolname, r.rolcanlogin, r.rolcreatedb, r.rolcreaterole, r.rolbypassrls,
             r.rolpassword LIKE 'SCRAM-SHA-256$%' AS password,
             ARRAY(SELECT g.rolname::text FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid
                   WHERE m.member = r.oid) AS groups
      FROM pg_authid r ORDER BY r.rolname\
      """;

  private static final String DATABASES =
      """
      SELECT datname, pg_get_userbyid(datdba) FROM pg_database
      WHERE NOT datistemplate AND datname <> 'postgres' ORDER BY datname\
      """;

  private CatalogSql() {}

  /** What a new branch of a new project begins with. */
  static void setUp(Source.Sessions server) throws InterruptedException {
    try {
      CatalogSetup.run(server);
    } catch (SQLException e) {
      throw Failures.of("Setting up the branch", e);
    }
  }

  /** The roles and databases that people may see, sorted by name. */
  static Catalog read(Source.Sessions server) throws InterruptedException {
    try (Connection session = server.connect(Source.DATABASE);
        Statement statement = session.createStatement()) {
      List<PgRole> roles = new ArrayList<>();
      try (ResultSet row = statement.executeQuery(ROLES)) {
        while (row.next()) {
          if (!SystemRoles.isSystemRole(row.getString("rolname"))) {
            roles.add(role(row));
          }
        }
      }
      List<PgDatabase> databases = new ArrayList<>();
      try (ResultSet row = statement.executeQuery(DATABASES)) {
        while (row.next()) {
          databases.add(new PgDatabase(row.getString(1), row.getString(2)));
        }
      }
      return new Catalog(roles, databases);
    } catch (SQLException e) {
      throw Failures.of("Reading the roles and databases", e);
    }
  }

  /** Carries out the changes in their order. */
  static void apply(Source.Sessions server, List<CatalogChange> changes)
      throws InterruptedException {
    try {
      for (CatalogChange change : changes) {
        apply(server, change);
      }
    } catch (SQLException e) {
      String state = String.valueOf(e.getSQLState());
      if (e.getSQLState() == null || NOT_THE_ASKERS.contains(state.substring(0, 2))) {
        throw Failures.of(DOING, e);
      }
      throw DataPlaneException.invalid(Failures.message(e));
    }
  }

  private static void apply(Source.Sessions server, CatalogChange change) throws SQLException {
    if (change instanceof CatalogChange.DropRole(String name, String heir)) {
      RoleSql.drop(server, name, heir);
      return;
    }
    try (Connection session = server.connect(Source.DATABASE)) {
      switch (change) {
        case CatalogChange.PutRole(PgRole role) -> RoleSql.put(session, role);
        case CatalogChange.PutDatabase(PgDatabase database) -> DatabaseSql.put(session, database);
        case CatalogChange.RenameDatabase(String from, String to) ->
            DatabaseSql.rename(session, from, to);
        case CatalogChange.DropDatabase(String name) -> DatabaseSql.drop(session, name);
        case CatalogChange.DropRole _ -> throw new IllegalStateException("done above");
      }
    }
  }

  private static PgRole role(ResultSet row) throws SQLException {
    List<String> groups = List.of((String[]) row.getArray("groups").getArray());
    IdentityType identity =
        SystemRoles.IDENTITIES.stream()
            .filter(type -> groups.contains(SystemRoles.marker(type)))
            .findFirst()
            .orElse(IdentityType.UNSPECIFIED);
    RoleAttributes attributes =
        new RoleAttributes(
            row.getBoolean("rolcreatedb"),
            row.getBoolean("rolcreaterole"),
            row.getBoolean("rolbypassrls"));
    List<String> memberships =
        groups.contains(SystemRoles.SUPERUSER)
            ? List.of(SystemRoles.SUPERUSER_MEMBERSHIP)
            : List.of();
    return new PgRole(
        row.getString("rolname"),
        identity,
        method(row, identity, groups),
        new RoleSpec(memberships, attributes));
  }

  private static AuthMethod method(ResultSet row, IdentityType identity, List<String> groups)
      throws SQLException {
    if (!row.getBoolean("rolcanlogin")) {
      return AuthMethod.NO_LOGIN;
    }
    if (!identity.equals(IdentityType.UNSPECIFIED)) {
      return AuthMethod.OAUTH;
    }
    return row.getBoolean("password") || groups.contains(SystemRoles.PASSWORD)
        ? AuthMethod.PASSWORD
        : AuthMethod.NO_LOGIN;
  }
}
