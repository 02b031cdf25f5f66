package lakebase.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The directory of one server's socket: only its owner can enter it, and its path is short, because
 * a socket's may have hardly more than a hundred bytes.
 */
record RunDirectory(Path path) {

  private static final String PREFIX = "lakebase-pg-";

  static RunDirectory make() throws IOException {
    @Nullable String runtime = System.getenv("XDG_RUNTIME_DIR");
    Path parent = runtime == null ? null : Path.of(runtime);
    return new RunDirectory(
        (parent != null && Files.isWritable(parent)
                ? Files.createTempDirectory(parent, PREFIX)
                : Files.createTempDirectory(PREFIX))
            .toAbsolutePath());
  }

  /** Whether that is such a directory, to be removed after its server. */
  static boolean isOne(Path path) {
    return String.valueOf(path.getFileName()).startsWith(PREFIX) && Files.isDirectory(path);
  }

  /** Where the server listens; the port is part of the name and means nothing else. */
  Path socket() {
    return path.resolve(".s.PGSQL.5432");
  }

  void delete() throws IOException {
    Trees.delete(path);
  }
}
