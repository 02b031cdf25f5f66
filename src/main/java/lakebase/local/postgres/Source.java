package lakebase.local.postgres;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * What a branch is taken from: the primary's data directory, and its server if it runs. Whoever
 * makes one sees to it that the server does neither start nor stop while it is used.
 *
 * @param data the data directory
 * @param server null: none runs
 */
record Source(Path data, @Nullable Sessions server) {

  /** Connects to a server as the superuser. */
  @FunctionalInterface
  interface Sessions {
    Connection connect(String database) throws SQLException;
  }

  /** The database that is always there. */
  static final String DATABASE = "postgres";
}
