package lakebase.local.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import lakebase.local.engine.Catalog.PgDatabase;
import lakebase.local.engine.DataPlaneException;

/** Makes, alters and drops databases; the session is with another. */
final class DatabaseSql {

  private static final int END_MILLIS = 10_000;

  private DatabaseSql() {}

  static boolean exists(Connection session, String database) throws SQLException {
    return Sql.exists(session, "SELECT 1 FROM pg_database WHERE datname = ?", database);
  }

  /** The databases that can hold objects. */
  static List<String> connectable(Connection session) throws SQLException {
    return Sql.column(session, "SELECT datname FROM pg_database WHERE datallowconn");
  }

  /** Makes the database or gives it this owner. */
  static void put(Connection session, PgDatabase database) throws SQLException {
    SystemRoles.checkDatabase(database.name());
    SystemRoles.checkRole(database.owner());
    String sql =
        exists(session, database.name())
            ? "ALTER DATABASE %I OWNER TO %I"
            : "CREATE DATABASE %I OWNER %I";
    Sql.execute(session, sql, database.name(), database.owner());
    openToAdministrators(session, database.name());
  }

  /** Lets administrators make extensions and schemas in it. */
  static void openToAdministrators(Connection session, String database) throws SQLException {
    Sql.execute(session, "GRANT ALL ON DATABASE %I TO %I", database, SystemRoles.SUPERUSER);
  }

  /** Renames it, unless that has been done. Nobody gets in until it has its new name. */
  static void rename(Connection session, String from, String to) throws SQLException {
    SystemRoles.checkDatabase(from);
    SystemRoles.checkDatabase(to);
    if (!exists(session, from) && exists(session, to)) {
      return;
    }
    if (exists(session, to)) {
      throw DataPlaneException.invalid("database \"" + to + "\" already exists");
    }
    Sql.execute(session, "ALTER DATABASE %I WITH ALLOW_CONNECTIONS false", from);
    boolean renamed = false;
    try {
      Sql.column(
          session,
          "SELECT pg_terminate_backend(pid, "
              + END_MILLIS
              + ") FROM pg_stat_activity WHERE datname = ?",
          from);
      Sql.transaction(
          session,
          () -> {
            Sql.execute(session, "ALTER DATABASE %I RENAME TO %I", from, to);
            Sql.execute(session, "ALTER DATABASE %I WITH ALLOW_CONNECTIONS true", to);
          });
      renamed = true;
    } finally {
      if (!renamed) {
        Sql.execute(session, "ALTER DATABASE %I WITH ALLOW_CONNECTIONS true", from);
      }
    }
  }

  /** Drops it if it is there. */
  static void drop(Connection session, String database) throws SQLException {
    SystemRoles.checkDatabase(database);
    Sql.execute(session, "DROP DATABASE IF EXISTS %I WITH (FORCE)", database);
  }
}
