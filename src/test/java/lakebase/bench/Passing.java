package lakebase.bench;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import lakebase.local.postgres.PlainServer;
import lakebase.local.proxy.Certificates;
import lakebase.local.proxy.FrontDoor;
import lakebase.local.proxy.Gate;

/**
 * The select-only script of pgbench by the driver, through the front door and straight to the same
 * server: the same client, table, cipher and number of connections.
 */
final class Passing {

  private static final int ROWS = 100_000;
  private static final int ROUNDS = 8;
  private static final Duration ROUND = Duration.ofMillis(500);
  private static final Duration WARM_UP = Duration.ofSeconds(4);

  private final PlainServer server;
  private final Path tls;

  Passing(PlainServer server, Path tls) {
    this.server = server;
    this.tls = tls;
  }

  /** Fills the table; the server runs. */
  void prepare() throws SQLException {
    try (Connection connection = connect(server.url());
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE pgbench_accounts AS SELECT i AS aid, 1 AS bid, 0 AS abalance,"
              + " repeat(' ', 84)::char(84) AS filler FROM generate_series(1, "
              + ROWS
              + ") i");
      statement.execute("ALTER TABLE pgbench_accounts ADD PRIMARY KEY (aid)");
      statement.execute("VACUUM ANALYZE pgbench_accounts");
    }
  }

  /** Queries a second with as many clients. */
  Ratio with(int clients) throws Exception {
    try (FrontDoor door =
        new FrontDoor(new Certificates(tls, InstantSource.system()), token -> token)) {
      InetSocketAddress at =
          door.listen(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), List.of(), gate());
      String through = "jdbc:postgresql://127.0.0.1:" + at.getPort() + "/postgres";
      double[] ours = new double[ROUNDS];
      double[] theirs = new double[ROUNDS];
      rate(through, clients, WARM_UP);
      rate(server.url(), clients, WARM_UP);
      for (int round = 0; round < ROUNDS; round++) {
        ours[round] = rate(through, clients, ROUND);
        theirs[round] = rate(server.url(), clients, ROUND);
      }
      return Ratio.ofBest(ours, theirs);
    }
  }

  private static double rate(String url, int clients, Duration time) throws Exception {
    try (ExecutorService all = Executors.newFixedThreadPool(clients)) {
      List<Future<Double>> running = new ArrayList<>();
      for (int client = 0; client < clients; client++) {
        running.add(all.submit(() -> rate(url, time)));
      }
      double sum = 0;
      for (Future<Double> one : running) {
        sum += one.get();
      }
      return sum;
    }
  }

  private static double rate(String url, Duration time) throws SQLException {
    try (Connection connection = connect(url);
        PreparedStatement select =
            connection.prepareStatement("SELECT abalance FROM pgbench_accounts WHERE aid = ?")) {
      ThreadLocalRandom random = ThreadLocalRandom.current();
      long start = System.nanoTime();
      long count = 0;
      for (; System.nanoTime() - start < time.toNanos(); count++) {
        select.setInt(1, random.nextInt(ROWS) + 1);
        try (ResultSet rows = select.executeQuery()) {
          if (!rows.next()) {
            throw new SQLException("a row is missing");
          }
        }
      }
      return count * 1e9 / (System.nanoTime() - start);
    }
  }

  private static Connection connect(String url) throws SQLException {
    Properties login = new Properties();
    login.setProperty("user", PlainServer.SUPERUSER);
    login.setProperty("password", PlainServer.SUPERUSER);
    login.setProperty("sslmode", "require");
    login.setProperty("sslfactory", SameCipher.class.getName());
    login.setProperty("preferQueryMode", "simple");
    return DriverManager.getConnection(url, login);
  }

  private Gate gate() {
    return new Gate() {
      @Override
      public Entry enter() {
        return new ToServer(server.socket());
      }

      @Override
      public List<Path> sockets() {
        return List.of(server.socket());
      }
    };
  }

  private record ToServer(Path socket) implements Gate.Entry {
    @Override
    public Optional<Gate.LoginRole> role(String name) {
      return Optional.of(new Gate.LoginRole(name, Gate.Method.OAUTH, Optional.empty()));
    }

    @Override
    public boolean nativeLogin() {
      return false;
    }

    @Override
    public void close() {
      // Nobody counts.
    }
  }
}
