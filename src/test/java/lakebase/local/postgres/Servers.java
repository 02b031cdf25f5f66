package lakebase.local.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** Servers for tests: the programs unpacked once, new data directories by copying one. */
public final class Servers {

  /** Where every test class of one build finds the unpacked programs. */
  public static final Path CACHE = Path.of("target", "test-postgres").toAbsolutePath();

  private static final Binaries BINARIES = new Binaries(CACHE);

  /** Speed for safety, which no test needs: no fsync. */
  public static final Map<String, String> FAST =
      Map.of("fsync", "off", "shared_buffers", "16MB", "max_connections", "40");

  /** The default version. */
  static final int MAJOR = 17;

  private Servers() {}

  /** The programs of the default version. */
  static Installation installation() throws InterruptedException {
    return installation(MAJOR);
  }

  /** The programs of that version. */
  static Installation installation(int major) throws InterruptedException {
    return BINARIES.of(major);
  }

  /** A new data directory at that path. */
  static Path data(Path target) throws InterruptedException {
    return data(MAJOR, target);
  }

  /** A new data directory of that version at that path. */
  static synchronized Path data(int major, Path target) throws InterruptedException {
    Path template = CACHE.resolve("template-" + major);
    try {
      if (!Files.exists(template)) {
        Path draft = CACHE.resolve("template-" + major + "." + ProcessHandle.current().pid());
        DataDirectory.init(installation(major), draft);
        Files.move(draft, template, StandardCopyOption.ATOMIC_MOVE);
      }
      FileCopy.bySystem().copy(template, target, (_, _, _) -> true, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return target;
  }

  /** A running server on a new data directory below that one. */
  static PostgresServer start(Path directory) throws InterruptedException {
    Path data = data(directory.resolve("data"));
    return PostgresServer.start(
        installation(), new PostgresServer.Launch(data, directory.resolve("server.log"), FAST));
  }

  /** The first column of the first row. */
  static String query(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? String.valueOf(rows.getString(1)) : "";
    }
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
