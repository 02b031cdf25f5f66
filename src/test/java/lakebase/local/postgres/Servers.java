package lakebase.local.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
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

  private Servers() {}

  /** The programs of the default version. */
  static Installation installation() throws InterruptedException {
    return BINARIES.of(17);
  }

  /** A new data directory at that path. */
  static synchronized Path data(Path target) throws InterruptedException {
    Path template = CACHE.resolve("template-17");
    try {
      if (!Files.exists(template)) {
        Path draft = CACHE.resolve("template-17." + ProcessHandle.current().pid());
        DataDirectory.init(installation(), draft);
        Files.move(draft, template, StandardCopyOption.ATOMIC_MOVE);
      }
      copy(template, target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return target;
  }

  /** Copies a directory that nobody writes to. */
  static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rwx------"));
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes)
              throws IOException {
            Path target = to.resolve(from.relativize(dir).toString());
            if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
              Files.copy(dir, target, StandardCopyOption.COPY_ATTRIBUTES);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Path target = to.resolve(from.relativize(file).toString());
            Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
            return FileVisitResult.CONTINUE;
          }
        });
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
