package lakebase.local.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** How far standbys are, and how one becomes the primary. */
final class Promotion {

  private static final int LIMIT_SECONDS = 120;

  private Promotion() {}

  /** Ends recovery after all log that can be had has been replayed; false if it takes too long. */
  static boolean promote(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT pg_promote(true, " + LIMIT_SECONDS + ")")) {
      return row.next() && row.getBoolean(1);
    }
  }

  /** The end of what a standby has of the log, in bytes since its beginning. */
  static long received(Connection connection) throws SQLException {
    return number(
        connection,
        "SELECT greatest(pg_last_wal_receive_lsn(), pg_last_wal_replay_lsn()) - '0/0'::pg_lsn");
  }

  /** The end of what a standby has replayed. */
  static long replayed(Connection connection) throws SQLException {
    return number(connection, "SELECT pg_last_wal_replay_lsn() - '0/0'::pg_lsn");
  }

  /** The end of a primary's log. */
  static long written(Connection connection) throws SQLException {
    return number(connection, "SELECT pg_current_wal_lsn() - '0/0'::pg_lsn");
  }

  /** Whether a standby gets the log from its primary. */
  static boolean isReceiving(Connection connection) throws SQLException {
    return number(connection, "SELECT count(*) FROM pg_stat_wal_receiver") > 0;
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getLong(1) : 0;
    }
  }
}
