package lakebase.local.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import lakebase.model.IdentityType;

/**
 * Gives the first branch of a project the roles and the database that each project has. What is
 * there already stays, so that it can be repeated.
 */
final class CatalogSetup {

  /** What administrators may do and hand on; each only where this version has it. */
  private static final List<String> POWERS =
      List.of(
          "pg_read_all_data",
          "pg_write_all_data",
          "pg_monitor",
          "pg_signal_backend",
          "pg_checkpoint",
          "pg_create_subscription",
          "pg_maintain");

  private CatalogSetup() {}

  /** Makes what is missing; the database belongs to nobody's role yet. */
  static void run(Source.Sessions server) throws SQLException {
    try (Connection session = server.connect(Source.DATABASE)) {
      Sql.transaction(session, () -> makeRoles(session));
      if (!DatabaseSql.exists(session, SystemRoles.DATABASE)) {
        Sql.execute(session, "CREATE DATABASE %I", SystemRoles.DATABASE);
      }
      DatabaseSql.openToAdministrators(session, SystemRoles.DATABASE);
    }
    for (String database : List.of("template1", SystemRoles.DATABASE)) {
      try (Connection session = server.connect(database)) {
        Sql.execute(session, "GRANT ALL ON SCHEMA public TO %I", SystemRoles.SUPERUSER);
      }
    }
  }

  private static void makeRoles(Connection session) throws SQLException {
    List<String> roles =
        new ArrayList<>(List.of(SystemRoles.SUPERUSER, SystemRoles.MANAGERS, SystemRoles.PASSWORD));
    for (IdentityType identity : SystemRoles.IDENTITIES) {
      roles.add(SystemRoles.marker(identity));
    }
    for (String role : roles) {
      if (!RoleSql.exists(session, role)) {
        Sql.execute(session, "CREATE ROLE %I NOLOGIN", role);
      }
    }
    for (String power : POWERS) {
      if (RoleSql.exists(session, power)) {
        Sql.execute(session, "GRANT %I TO %I WITH ADMIN OPTION", power, SystemRoles.SUPERUSER);
      }
    }
  }
}
