package lakebase.local.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lakebase.local.postgres.RealServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.core.ProtocolVersion;
import org.postgresql.jdbc.PgConnection;

/** Protocol 3.2, which PostgreSQL 18 speaks, has longer keys to cancel with. */
@Timeout(60)
class LongKeysTest {

  private static final String SLEEP = "SELECT pg_sleep(50)";

  @TempDir Path directory;

  @Test
  void theyCancelWhatIsRunning() throws Exception {
    RealServer server = RealServer.start(18, directory, Map.of());
    try (RealDoor door = new RealDoor(directory, server, Duration.ofSeconds(30));
        Connection connection =
            door.connect(RealDoor.OAUTH_ROLE, door.token(), "sslmode=require&protocolVersion=3.2");
        Statement statement = connection.createStatement();
        ExecutorService other = Executors.newSingleThreadExecutor()) {
      assertThat(connection.unwrap(PgConnection.class).getQueryExecutor().getProtocolVersion())
          .isEqualTo(ProtocolVersion.v3_2);
      Future<?> query = other.submit(() -> statement.execute(SLEEP));
      try (Connection watcher = door.connect()) {
        String running =
            "SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query = '"
                + SLEEP
                + "'";
        Leaks.await(() -> ask(watcher, running).equals("1"));
      }
      statement.cancel();
      assertThatThrownBy(query::get)
          .hasCauseInstanceOf(SQLException.class)
          .hasMessageContaining("canceling statement due to user request");
    }
  }

  private static String ask(Connection connection, String sql) {
    try {
      return RealDoor.query(connection, sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
