package lakebase.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lakebase.local.store.OwnerOnly;

/**
 * The directory of one server's data, as {@code initdb} or a copy of another made it. Its own
 * configuration is one file that the local workspace writes anew before every start.
 */
record DataDirectory(Path path) {

  /** The file of its settings. */
  static final String CONFIGURATION = "postgresql.conf";

  /** Makes a new one. */
  static DataDirectory init(Installation installation, Path path) throws InterruptedException {
    installation.initdb(path);
    DataDirectory data = new DataDirectory(path);
    data.secure();
    return data;
  }

  /** Lets in who can reach the socket and nobody else: it can be reached by the owner only. */
  void secure() throws InterruptedException {
    write("pg_hba.conf", "local all all trust\nlocal replication all trust\n");
    write("pg_ident.conf", "");
  }

  /** Gives it other settings, which a server takes up when it is started or told. */
  void configure(String settings) throws InterruptedException {
    write(CONFIGURATION, settings);
  }

  /** Whether it is one of PostgreSQL's. */
  boolean exists() {
    return Files.exists(path.resolve("PG_VERSION"));
  }

  private void write(String name, String text) throws InterruptedException {
    try {
      OwnerOnly.write(path.resolve(name), text);
    } catch (IOException e) {
      throw Failures.of("Writing a branch's settings", e);
    }
  }
}
