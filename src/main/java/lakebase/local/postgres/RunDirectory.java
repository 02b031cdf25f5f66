package lakebase.local.postgres;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The directory of one server's socket: only its owner can enter it, and its path is short, because
 * a socket's may have hardly more than a hundred bytes.
 */
record RunDirectory(Path path) {

  private static final String PREFIX = "lakebase-pg-";
  private static final Duration STARTING = Duration.ofMinutes(10);

  static RunDirectory make() throws IOException {
    return new RunDirectory(Files.createTempDirectory(parent(), PREFIX).toAbsolutePath());
  }

  private static Path parent() {
    @Nullable String runtime = System.getenv("XDG_RUNTIME_DIR");
    return runtime != null && Files.isWritable(Path.of(runtime))
        ? Path.of(runtime)
        : Path.of(System.getProperty("java.io.tmpdir"));
  }

  /**
   * Removes those that are of no use any more, which is what a console leaves that was killed: they
   * have no socket, or nobody listens at it. A server of another console may be about to start:
   * only old ones go.
   */
  static void sweep() throws IOException {
    try (DirectoryStream<Path> found = Files.newDirectoryStream(parent(), PREFIX + "*")) {
      for (Path path : found) {
        RunDirectory run = new RunDirectory(path);
        if (Files.isWritable(path) && run.isOld() && !run.isListenedAt()) {
          run.delete();
        }
      }
    }
  }

  private boolean isOld() throws IOException {
    Instant then = Files.getLastModifiedTime(path).toInstant();
    return then.isBefore(Instant.now().minus(STARTING));
  }

  private boolean isListenedAt() {
    try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket()))) {
      return channel.isConnected();
    } catch (IOException e) {
      return false;
    }
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
