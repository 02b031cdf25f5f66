package lakebase.local.postgres;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import lakebase.local.engine.DataPlaneException;
import lakebase.model.IdentityType;

/** The roles and databases that each branch has without anybody having made them. */
final class SystemRoles {

  /** The administrators' role, which can be granted. */
  static final String SUPERUSER = "databricks_superuser";

  /** The API's name of the administrators' role. */
  static final String SUPERUSER_MEMBERSHIP = "DATABRICKS_SUPERUSER";

  /** Administrators are members: it may alter, grant and drop the roles that the API makes. */
  static final String MANAGERS = "lakebase_managers";

  /** Its members log in with a password of their own, once they have one. */
  static final String PASSWORD = "lakebase_auth_password";

  /** The database of a new project. */
  static final String DATABASE = "databricks_postgres";

  private static final String OAUTH_PREFIX = "databricks_auth_";
  private static final Set<String> DATABASES = Set.of("postgres", "template0", "template1");
  private static final int NAME_BYTES = 63;

  /** The roles whose direct members stand for an identity of that type, and log in by OAuth. */
  static final Set<IdentityType> IDENTITIES =
      Set.of(IdentityType.USER, IdentityType.SERVICE_PRINCIPAL, IdentityType.GROUP);

  private SystemRoles() {}

  /** The role whose direct members stand for identities of that type. */
  static String marker(IdentityType identity) {
    return OAUTH_PREFIX + identity.value().toLowerCase(Locale.ROOT);
  }

  /** Whether the role is not for people to see or change. */
  static boolean isSystemRole(String role) {
    return role.startsWith("pg_") || role.startsWith("lakebase_") || isDatabricks(role);
  }

  private static boolean isDatabricks(String role) {
    return role.equals(SUPERUSER) || role.startsWith(OAUTH_PREFIX);
  }

  /** Refuses a role's name that PostgreSQL cannot have, or that is not a person's to use. */
  static void checkRole(String name) {
    check("Role", name, isSystemRole(name));
  }

  /** Refuses a database's name that PostgreSQL cannot have, or that is not a person's to use. */
  static void checkDatabase(String name) {
    check("Database", name, DATABASES.contains(name));
  }

  private static void check(String what, String name, boolean reserved) {
    int bytes = name.getBytes(StandardCharsets.UTF_8).length;
    if (bytes == 0 || bytes > NAME_BYTES || name.indexOf('\0') >= 0) {
      throw DataPlaneException.invalid(
          what + " name '" + name + "' has " + bytes + " bytes; PostgreSQL takes 1 to 63.");
    }
    if (reserved) {
      throw DataPlaneException.invalid(what + " name '" + name + "' is reserved.");
    }
  }
}
