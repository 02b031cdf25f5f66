package lakebase.local.postgres;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** A running server for the tests of other packages. */
public final class RealServer implements AutoCloseable {

  private final PostgresServer server;

  private RealServer(PostgresServer server) {
    this.server = server;
  }

  /** Starts one on a new data directory below that one. */
  public static RealServer start(Path directory, Map<String, String> options)
      throws InterruptedException {
    return start(Servers.MAJOR, directory, options);
  }

  /** The same of that major version. */
  public static RealServer start(int major, Path directory, Map<String, String> options)
      throws InterruptedException {
    Path data = Servers.data(major, directory.resolve("data"));
    Map<String, String> all = new HashMap<>(Servers.FAST);
    all.putAll(options);
    return new RealServer(
        PostgresServer.start(
            Servers.installation(major),
            new PostgresServer.Launch(data, directory.resolve("server.log"), all)));
  }

  /** Its Unix socket. */
  public Path socket() {
    return server.socket();
  }

  /** Connects to its socket as the superuser. */
  public Connection connect(String database) throws SQLException {
    return server.connect(database);
  }

  @Override
  public void close() {
    server.close();
  }
}
