package lakebase.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The process is killed while rows are written and branches are made: the next start ends the
 * servers it left, has every acknowledged row, and every operation comes to an end.
 */
class PostgresKillTest {

  private static final int KILLS = 4;
  private static final String PRODUCTION = "projects/shop/branches/production";
  private static final String PRIMARY = PRODUCTION + "/endpoints/primary";

  @TempDir Path directory;

  private int acknowledged;

  /** The last child was closed by a kill, too. */
  @AfterEach
  void endWhatIsLeft() {
    RealWorkspace.start(directory).close();
    assertThat(RealWorkspace.servers(directory)).isEmpty();
  }

  @Test
  void noAcknowledgedRowIsLostAndNoServerIsLeft() throws Exception {
    Random random = new Random(7);
    for (int kill = 0; kill < KILLS; kill++) {
      List<ProcessHandle> left = RealWorkspace.servers(directory);
      try (Child child = Child.startReal(directory)) {
        assertThat(left).noneMatch(ProcessHandle::isAlive);
        if (kill == 0) {
          ended(child, child.http().send("POST", "projects?project_id=shop", "{}"));
        }
        checkBranches(child);
        try (Connection connection = connect(child)) {
          check(connection);
          write(connection, 20 + random.nextInt(60));
          // Not waited for: it is killed over this.
          assertThat(branch(child, "b" + kill).status()).isEqualTo(200);
          write(connection, random.nextInt(20));
        }
      }
    }
    assertThat(acknowledged).isGreaterThan(KILLS * 20);
  }

  private static ChildHttp.Answer branch(Child child, String id) throws IOException {
    return child
        .http()
        .send("POST", "projects/shop/branches?branch_id=" + id, "{\"spec\":{\"no_expiry\":true}}");
  }

  private void write(Connection connection, int rows) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (int row = 0; row < rows; row++) {
        statement.execute("INSERT INTO t VALUES (" + (acknowledged + 1) + ")");
        acknowledged++;
      }
    }
  }

  private void check(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE IF NOT EXISTS t (n int PRIMARY KEY)");
    }
    assertThat(RealWorkspace.ask(connection, "SELECT count(*) FROM t"))
        .isEqualTo(Integer.toString(acknowledged));
  }

  /** What was being made is made anew, and only what is known is on the disk. */
  private void checkBranches(Child child) throws IOException {
    RealWorkspace.until("the branches", () -> areReady(child));
    int branches = list(child).path("branches").size();
    try (Stream<Path> found = Files.list(directory.resolve("postgres"))) {
      assertThat(found.filter(path -> path.getFileName().toString().startsWith("br-")))
          .hasSize(branches);
    }
  }

  private static boolean areReady(Child child) {
    return list(child)
        .path("branches")
        .valueStream()
        .allMatch(branch -> branch.at("/status/current_state").asText().equals("READY"));
  }

  private static JsonNode list(Child child) {
    try {
      return child.http().send("GET", "projects/shop/branches", "").body();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void ended(Child child, ChildHttp.Answer accepted) {
    String name = accepted.body().path("name").asText();
    RealWorkspace.until(
        name,
        () -> {
          try {
            return child.http().send("GET", name, "").body().path("done").asBoolean();
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        });
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
