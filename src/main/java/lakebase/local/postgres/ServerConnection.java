package lakebase.local.postgres;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;

/** Opens connections to a server's socket. */
final class ServerConnection {

  private ServerConnection() {}

  /**
   * The local workspace's own sessions do not go by what is set for those of people: no limit of
   * time ends a backup, and nothing of theirs is found in place of PostgreSQL's own.
   */
  private static final String OWN =
      "-c statement_timeout=0 -c lock_timeout=0 -c idle_session_timeout=0"
          + " -c idle_in_transaction_session_timeout=0 -c default_transaction_read_only=off"
          + " -c default_transaction_isolation=read\\ committed -c search_path=public";

  private static final int HAS_TRANSACTION_TIMEOUT = 17;

  /** Connects as the superuser, to a server of that major version. */
  static Connection open(Path socket, String database, int major) throws SQLException {
    String options = major >= HAS_TRANSACTION_TIMEOUT ? OWN + " -c transaction_timeout=0" : OWN;
    return open(socket, database, Installation.SUPERUSER, Map.of("options", options));
  }

  /** Connects as that role; an interrupt ends what the connection is doing, and it. */
  static Connection open(Path socket, String database, String role) throws SQLException {
    return open(socket, database, role, Map.of());
  }

  private static Connection open(
      Path socket, String database, String role, Map<String, String> more) throws SQLException {
    Properties properties = new Properties();
    properties.putAll(more);
    properties.setProperty("user", role);
    properties.setProperty("socketFactory", UnixSocketFactory.class.getName());
    properties.setProperty("socketFactoryArg", socket.toString());
    properties.setProperty("sslmode", "disable");
    properties.setProperty("gssEncMode", "disable");
    properties.setProperty("ApplicationName", "lakebase");
    String name = URLEncoder.encode(database, StandardCharsets.UTF_8);
    return DriverManager.getConnection("jdbc:postgresql://localhost/" + name, properties);
  }
}
