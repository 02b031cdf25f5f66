package lakebase.local.postgres;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Opens connections to a server's socket. */
final class ServerConnection {

  private ServerConnection() {}

  /** Connects as that role; an interrupt ends what the connection is doing, and it. */
  static Connection open(Path socket, String database, String role) throws SQLException {
    Properties properties = new Properties();
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
