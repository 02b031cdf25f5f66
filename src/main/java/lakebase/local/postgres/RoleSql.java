package lakebase.local.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import lakebase.local.engine.Catalog.PgRole;
import lakebase.local.engine.DataPlaneException;
import lakebase.model.AuthMethod;
import lakebase.model.IdentityType;
import lakebase.model.RoleAttributes;
import org.jspecify.annotations.Nullable;

/** Makes, alters and drops roles. */
final class RoleSql {

  private static final String NO_ACCESS = " WITH INHERIT FALSE, SET FALSE";

  private RoleSql() {}

  static boolean exists(Connection session, String role) throws SQLException {
    return Sql.exists(session, "SELECT 1 FROM pg_roles WHERE rolname = ?", role);
  }

  /**
   * Makes the role or gives it these values. A role that logs in with a password has none until
   * somebody sets one by SQL; one that had one keeps it.
   */
  static void put(Connection session, PgRole role) throws SQLException {
    SystemRoles.checkRole(role.name());
    if (!isPossible(role)) {
      throw DataPlaneException.invalid(
          "Role '" + role.name() + "': an identity's role, and no other, logs in by OAuth.");
    }
    Sql.transaction(
        session,
        () -> {
          String verb = exists(session, role.name()) ? "ALTER" : "CREATE";
          Sql.execute(session, verb + " ROLE %I" + options(role), role.name());
          for (IdentityType identity : SystemRoles.IDENTITIES) {
            member(session, role, SystemRoles.marker(identity), identity.equals(role.identity()));
          }
          boolean password = role.method().equals(AuthMethod.PASSWORD);
          member(session, role, SystemRoles.PASSWORD, password);
          administer(session, role);
        });
  }

  /** Drops the role if there is one; with an heir that gets what it owns in every database. */
  static void drop(Source.Sessions server, String role, @Nullable String heir) throws SQLException {
    SystemRoles.checkRole(role);
    try (Connection session = server.connect(Source.DATABASE)) {
      if (!exists(session, role)) {
        return;
      }
      if (heir != null) {
        SystemRoles.checkRole(heir);
        for (String database : DatabaseSql.connectable(session)) {
          handOver(server, database, role, heir);
        }
      }
      Sql.execute(session, "DROP ROLE %I", role);
    }
  }

  private static void handOver(Source.Sessions server, String database, String role, String heir)
      throws SQLException {
    try (Connection session = server.connect(database)) {
      Sql.transaction(
          session,
          () -> {
            Sql.execute(session, "REASSIGN OWNED BY %I TO %I", role, heir);
            Sql.execute(session, "DROP OWNED BY %I", role);
          });
    }
  }

  private static boolean isPossible(PgRole role) {
    boolean identity = SystemRoles.IDENTITIES.contains(role.identity());
    return role.method().equals(AuthMethod.NO_LOGIN)
        || role.method().equals(AuthMethod.OAUTH) == identity;
  }

  private static boolean isAdministrator(PgRole role) {
    return role.spec().membershipRoles().contains(SystemRoles.SUPERUSER_MEMBERSHIP);
  }

  private static String options(PgRole role) {
    RoleAttributes attributes = role.spec().attributes();
    return option(!role.method().equals(AuthMethod.NO_LOGIN), "LOGIN")
        + option(attributes.createdb(), "CREATEDB")
        + option(attributes.createrole(), "CREATEROLE")
        + option(attributes.bypassrls(), "BYPASSRLS")
        + option(isAdministrator(role), "REPLICATION");
  }

  private static String option(boolean on, String name) {
    return (on ? " " : " NO") + name;
  }

  private static void member(Connection session, PgRole role, String of, boolean is)
      throws SQLException {
    if (is) {
      Sql.execute(session, "GRANT %I TO %I" + NO_ACCESS, of, role.name());
    } else {
      leave(session, role.name(), of);
    }
  }

  /** An administrator manages the roles that are not; nobody can be a member of its own member. */
  private static void administer(Connection session, PgRole role) throws SQLException {
    if (isAdministrator(role)) {
      leave(session, SystemRoles.MANAGERS, role.name());
      Sql.execute(session, "GRANT %I TO %I", SystemRoles.MANAGERS, role.name());
      Sql.execute(session, "GRANT %I TO %I WITH ADMIN OPTION", SystemRoles.SUPERUSER, role.name());
    } else {
      leave(session, role.name(), SystemRoles.SUPERUSER);
      leave(session, role.name(), SystemRoles.MANAGERS);
      Sql.execute(
          session,
          "GRANT %I TO %I WITH ADMIN TRUE, INHERIT FALSE, SET TRUE",
          role.name(),
          SystemRoles.MANAGERS);
    }
  }

  /** Ends a membership, whoever granted it, and what was granted further because of it. */
  private static void leave(Connection session, String member, String group) throws SQLException {
    List<String> grantors =
        Sql.column(
            session,
            "SELECT pg_get_userbyid(m.grantor) FROM pg_auth_members m"
                + " JOIN pg_roles g ON g.oid = m.roleid JOIN pg_roles r ON r.oid = m.member"
                + " WHERE g.rolname = ? AND r.rolname = ?",
            group,
            member);
    for (String grantor : grantors) {
      Sql.execute(session, "REVOKE %I FROM %I GRANTED BY %I CASCADE", group, member, grantor);
    }
  }
}
