package lakebase.connect.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Files for their owner alone that are gone after a time, and with the console. Any thread. On
 * Windows the base directory must be the owner's own, as the usual one for temporary files is.
 */
public final class PrivateFiles implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(PrivateFiles.class.getName());
  private static final String PREFIX = "lakebase-console-";
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private final Path base;
  private final Map<Path, Future<?>> kept = new ConcurrentHashMap<>();
  private final ScheduledExecutorService timer;

  /** Files in new directories below that one, where old ones are removed. */
  public PrivateFiles(Path base) {
    this.base = base;
    this.timer =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("private-files").factory());
    timer.execute(this::sweep);
  }

  /** Removes what a console has left that was killed: no token lives longer than an hour. */
  private void sweep() {
    Instant old = Instant.now().minus(LONGEST);
    try (DirectoryStream<Path> all = Files.newDirectoryStream(base, PREFIX + "*")) {
      for (Path directory : all) {
        if (Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)
            && Files.isWritable(directory)
            && Files.getLastModifiedTime(directory).toInstant().isBefore(old)) {
          delete(directory);
        }
      }
    } catch (IOException e) {
      LOG.log(Level.FINE, "what was left could not be removed", e);
    }
  }

  /** A new directory that is removed with all in it after that time. */
  public Path directory(Duration life) throws IOException {
    Path directory = Files.createTempDirectory(base, PREFIX, mode("rwx------"));
    kept.put(
        directory, timer.schedule(() -> remove(directory), life.toMillis(), TimeUnit.MILLISECONDS));
    return directory;
  }

  /**
   * A new file for its owner.
   *
   * @param runs whether it is a program
   */
  public static Path write(Path file, String text, boolean runs) throws IOException {
    Files.createFile(file, mode(runs ? "rwx------" : "rw-------"));
    return Files.writeString(
        file, text, StandardCharsets.UTF_8, StandardOpenOption.TRUNCATE_EXISTING);
  }

  private static FileAttribute<?>[] mode(String mode) {
    return POSIX
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))
        }
        : new FileAttribute<?>[0];
  }

  /** Removes a directory of these now; does nothing when it is gone. */
  public void remove(Path directory) {
    Future<?> later = kept.remove(directory);
    if (later == null) {
      return;
    }
    later.cancel(false);
    if (!Files.exists(directory)) {
      return;
    }
    try {
      delete(directory);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "a private file could not be removed: " + directory, e);
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** Removes all that is left. */
  @Override
  public void close() {
    timer.shutdownNow();
    List.copyOf(kept.keySet()).forEach(this::remove);
  }
}
