package lakebase.local.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Statements with names in them, which PostgreSQL itself puts there quoted. */
final class Sql {

  private Sql() {}

  /**
   * Executes a statement.
   *
   * @param template in the form of PostgreSQL's {@code format}: {@code %I} is a name
   * @param names what takes the places of the template, in their order
   */
  static void execute(Connection session, String template, String... names) throws SQLException {
    String sql = template;
    if (names.length > 0) {
      sql = one(session, "SELECT format(?, VARIADIC ?::text[])", template, names);
    }
    try (Statement statement = session.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Whether a query with these parameters has a row. */
  static boolean exists(Connection session, String query, String... parameters)
      throws SQLException {
    return !column(session, query, parameters).isEmpty();
  }

  /** The first column of a query with these parameters. */
  static List<String> column(Connection session, String query, String... parameters)
      throws SQLException {
    try (PreparedStatement statement = session.prepareStatement(query)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        List<String> values = new ArrayList<>();
        while (rows.next()) {
          values.add(rows.getString(1));
        }
        return values;
      }
    }
  }

  /** What is done in one transaction. */
  @FunctionalInterface
  interface Work {
    void run() throws SQLException;
  }

  /** Does all of it or nothing. */
  static void transaction(Connection session, Work work) throws SQLException {
    session.setAutoCommit(false);
    try {
      work.run();
      session.commit();
    } catch (SQLException | RuntimeException e) {
      session.rollback();
      throw e;
    } finally {
      session.setAutoCommit(true);
    }
  }

  private static String one(Connection session, String query, String template, String[] names)
      throws SQLException {
    try (PreparedStatement statement = session.prepareStatement(query)) {
      statement.setString(1, template);
      statement.setArray(2, session.createArrayOf("text", names));
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }
}
