package lakebase.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** A branch's server for tests, with an archive, and what is copied from it. */
final class CopySource implements AutoCloseable {

  final Path directory;
  final Path data;
  final WalArchive archive;
  PostgresServer server;

  CopySource(Path directory) throws IOException, InterruptedException {
    this.directory = directory;
    this.data = Servers.data(directory.resolve("data"));
    this.archive = new WalArchive(Files.createDirectories(directory.resolve("archive")));
    this.server = start(data, archive);
  }

  static PostgresServer start(Path data, WalArchive archive)
      throws IOException, InterruptedException {
    Map<String, String> options = new HashMap<>(Servers.FAST);
    options.put("archive_mode", "on");
    options.put("archive_command", archive.command());
    return PostgresServer.start(
        Servers.installation(),
        new PostgresServer.Launch(data, data.resolveSibling(data.getFileName() + ".log"), options));
  }

  static DataCopy copies(FileCopy files) throws InterruptedException {
    return new DataCopy(files, new Recovery(Servers.installation(), false), InstantSource.system());
  }

  Source running() {
    return new Source(data, server::connect);
  }

  Source stopped() {
    return new Source(data, null);
  }

  void restart() throws IOException, InterruptedException {
    server = start(data, archive);
  }

  void execute(String sql) throws SQLException {
    try (Connection session = server.connect("postgres")) {
      Servers.execute(session, sql);
    }
  }

  String query(String sql) throws SQLException {
    try (Connection session = server.connect("postgres")) {
      return Servers.query(session, sql);
    }
  }

  /** What a query gives on a server that is started on that directory and stopped again. */
  static String queryIn(Path data, String sql) throws InterruptedException, SQLException {
    try (PostgresServer copy =
            PostgresServer.start(
                Servers.installation(),
                new PostgresServer.Launch(
                    data, data.resolveSibling(data.getFileName() + ".log"), Servers.FAST));
        Connection session = copy.connect("postgres")) {
      return Servers.query(session, sql);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
