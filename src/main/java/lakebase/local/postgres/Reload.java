package lakebase.local.postgres;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Changed settings of a running server. */
final class Reload {

  private static final long LIMIT_SECONDS = 10;
  private static final long POLL_MILLIS = 5;

  private Reload() {}

  /** Whether one of these settings is read at start-up only. */
  static boolean needsRestart(Connection connection, Set<String> names) throws SQLException {
    String sql = "SELECT FROM pg_settings WHERE lower(name) = ANY (?) AND context = 'postmaster'";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      Array array = connection.createArrayOf("text", names.toArray());
      select.setArray(1, array);
      try (ResultSet rows = select.executeQuery()) {
        return rows.next();
      }
    }
  }

  /** Has the server read its files again, and returns when new connections see what they say. */
  static void await(PostgresServer server) throws SQLException, InterruptedException {
    String before = loaded(server);
    server.reload();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
    while (loaded(server).equals(before)) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      if (System.nanoTime() > end) {
        throw new SQLException("the server has not read its settings in time");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(POLL_MILLIS));
    }
  }

  private static String loaded(PostgresServer server) throws SQLException {
    try (Connection connection = server.connect("postgres");
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT pg_conf_load_time()")) {
      return row.next() ? String.valueOf(row.getString(1)) : "";
    }
  }
}
