package lakebase.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/**
 * Writes row after row to a branch whose server may be killed at any moment, and sees at every new
 * connection that all rows are there that it was told of. One thread.
 */
final class KilledWriter {

  private static final String PRIMARY = "projects/shop/branches/production/endpoints/primary";

  private int acknowledged;
  private boolean isOpen;

  /** The rows that are there for certain. */
  int acknowledged() {
    return acknowledged;
  }

  /** Writes that many rows; nothing is killed meanwhile. */
  void write(Child child, int rows) throws IOException, SQLException {
    try (Connection connection = connect(child)) {
      check(connection);
      for (int row = 0; row < rows; row++) {
        writeOne(connection);
      }
    }
  }

  /** Writes, and comes again when a server was killed, until the console is. */
  void writeUntilDeath(Child child) {
    while (child.process().isAlive()) {
      try (Connection connection = connect(child)) {
        check(connection);
        while (child.process().isAlive()) {
          writeOne(connection);
        }
      } catch (IOException | SQLException e) {
        Thread.onSpinWait();
      }
    }
  }

  private void writeOne(Connection connection) throws SQLException {
    isOpen = true;
    try (Statement statement = connection.createStatement()) {
      statement.execute("INSERT INTO t VALUES (" + (acknowledged + 1) + ")");
    }
    acknowledged++;
    isOpen = false;
  }

  /** The last row may have been committed without having been acknowledged. */
  private void check(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE IF NOT EXISTS t (n int PRIMARY KEY)");
    }
    int there = Integer.parseInt(RealWorkspace.ask(connection, "SELECT count(*) FROM t"));
    assertThat(there).isBetween(acknowledged, isOpen ? acknowledged + 1 : acknowledged);
    acknowledged = there;
    isOpen = false;
  }

  private static Connection connect(Child child) throws IOException, SQLException {
    JsonNode hosts = child.http().send("GET", PRIMARY, "").body().at("/status/hosts");
    String url =
        "jdbc:postgresql://%s:%d/databricks_postgres"
            .formatted(hosts.path("host").asText(), hosts.path("port").asInt(5432));
    Properties properties = new Properties();
    properties.setProperty("user", child.user());
    properties.setProperty(
        "password",
        child
            .http()
            .send("POST", "credentials", "{\"endpoint\":\"" + PRIMARY + "\"}")
            .body()
            .path("token")
            .asText());
    properties.setProperty("sslmode", "require");
    return DriverManager.getConnection(url, properties);
  }
}
