package lakebase.local.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

/** What clients do once they are in. */
@Timeout(60)
class TrafficTest {

  @TempDir static Path directory;
  private static RealDoor door;

  @BeforeAll
  static void open() throws Exception {
    door = new RealDoor(directory, Map.of("max_connections", "230"));
    door.passwordRole("native", "right");
    door.sql("GRANT CREATE ON SCHEMA public TO PUBLIC");
  }

  @AfterAll
  static void close() throws Exception {
    door.close();
  }

  @Test
  void copiesSomeMegabytesInAndOut() throws Exception {
    byte[] rows =
        "a row of some length, to be copied\n".repeat(200_000).getBytes(StandardCharsets.UTF_8);
    try (Connection connection = door.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TEMP TABLE copied (line text)");
      var copy = connection.unwrap(PGConnection.class).getCopyAPI();
      assertThat(copy.copyIn("COPY copied FROM STDIN", new ByteArrayInputStream(rows)))
          .isEqualTo(200_000);
      Counter counter = new Counter();
      copy.copyOut("COPY copied TO STDOUT", counter);
      assertThat(counter.count).isEqualTo(rows.length);
    }
  }

  private static final class Counter extends OutputStream {
    private long count;

    @Override
    public void write(int b) {
      count++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      count += length;
    }
  }

  @Test
  void passesLargeResultsAndLargeValues() throws Exception {
    try (Connection connection = door.connect();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT i, repeat('x', 100) FROM generate_series(1, 100000) i")) {
      long sum = 0;
      while (rows.next()) {
        sum += rows.getInt(1);
      }
      assertThat(sum).isEqualTo(5_000_050_000L);
      assertThat(RealDoor.query(connection, "SELECT repeat('y', 20000000)")).hasSize(20_000_000);
    }
  }

  @Test
  void preparesStatementsAndFetchesInPortions() throws Exception {
    try (Connection connection =
        door.connect(RealDoor.OAUTH_ROLE, door.token(), "sslmode=require&prepareThreshold=1")) {
      connection.setAutoCommit(false);
      try (PreparedStatement prepared =
          connection.prepareStatement("SELECT generate_series(1, ?)")) {
        prepared.setFetchSize(7);
        for (int size = 1; size < 60; size++) {
          prepared.setInt(1, size);
          int count = 0;
          try (ResultSet rows = prepared.executeQuery()) {
            while (rows.next()) {
              count++;
            }
          }
          assertThat(count).isEqualTo(size);
        }
      }
    }
  }

  @Test
  void whoDoesNotReadHoldsNobodyUp() throws Exception {
    int size = 50_000_000;
    try (WireClient slow = new WireClient(door.address);
        Connection other = door.connect()) {
      slow.logIn(RealDoor.OAUTH_ROLE, door.token());
      slow.send('Q', "SELECT repeat('x', " + size + ")");
      slow.await('T');
      assertIsServed(other);
      assertThat(slow.await('D').body()).hasSizeGreaterThan(size);
      slow.await('Z');
    }
  }

  @Test
  void whoSendsMoreThanIsTakenHoldsNobodyUp() throws Exception {
    int queries = 20;
    String large = "SELECT length('" + "x".repeat(1_000_000) + "')";
    try (WireClient busy = new WireClient(door.address);
        Connection other = door.connect();
        ExecutorService writer = Executors.newSingleThreadExecutor()) {
      busy.logIn(RealDoor.OAUTH_ROLE, door.token());
      busy.send('Q', "SELECT pg_sleep(1)");
      Future<?> sent =
          writer.submit(() -> {
            for (int query = 0; query < queries; query++) {
              busy.send('Q', large);
            }
            return queries;
          });
      assertIsServed(other);
      busy.await('Z');
      for (int query = 0; query < queries; query++) {
        assertThat(busy.await('D').body()).endsWith("1000000");
      }
      assertThat(sent.get()).isEqualTo(queries);
    }
  }

  private static void assertIsServed(Connection connection) throws SQLException {
    for (int i = 0; i < 50; i++) {
      assertThat(RealDoor.query(connection, "SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void cancelsARunningQuery() throws Exception {
    try (Connection connection = door.connect();
        Statement statement = connection.createStatement();
        ExecutorService other = Executors.newSingleThreadExecutor()) {
      statement.setQueryTimeout(0);
      Future<?> query = other.submit(() -> statement.execute("SELECT pg_sleep(50)"));
      try (Connection watcher = door.connect()) {
        String running =
            "SELECT count(*) FROM pg_stat_activity WHERE query = 'SELECT pg_sleep(50)'"
                + " AND state = 'active'";
        while (!RealDoor.query(watcher, running).equals("1")) {
          Thread.onSpinWait();
        }
      }
      statement.cancel();
      assertThatThrownBy(query::get)
          .hasCauseInstanceOf(SQLException.class)
          .hasMessageContaining("canceling statement due to user request");
    }
  }

  @Test
  void serves200ConnectionsAtOnce() throws Exception {
    CountDownLatch all = new CountDownLatch(200);
    all(
        200,
        200,
        () -> {
          try (Connection connection = door.connect()) {
            all.countDown();
            all.await();
            return RealDoor.query(connection, "SELECT 1");
          }
        });
    Leaks.await(() -> door.door.connections(door.address) == 0);
    assertThat(door.left).hasValue(door.entered.get());
  }

  @Test
  void aThousandWrongPasswordsHurtNobody() throws Exception {
    try (Connection bystander = door.connect()) {
      all(
          8,
          1_000,
          () -> {
            assertThatThrownBy(() -> door.connect("native", "wrong", "sslmode=require"))
                .hasMessageContaining("password authentication failed");
            return RealDoor.query(bystander, "SELECT 1");
          });
      door.connect("native", "right", "sslmode=require").close();
    }
    Leaks.await(() -> door.door.connections(door.address) == 0);
    assertThat(door.left).hasValue(door.entered.get());
  }

  private static void all(int threads, int times, Callable<String> task) throws Exception {
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      List<Future<String>> results = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        results.add(executor.submit(task));
      }
      for (Future<String> result : results) {
        assertThat(result.get()).isEqualTo("1");
      }
    }
  }
}
