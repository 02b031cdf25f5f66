package lakebase.local.postgres;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import lakebase.local.store.OwnerOnly;
import org.jspecify.annotations.Nullable;

/**
 * Copies data directories, several files at a time. The system copies the content itself, and
 * shares it where the file system can ({@code copy_file_range}, {@code clonefile}). Any thread.
 */
final class FileCopy {

  /** Copies one file to a place where none is. */
  @FunctionalInterface
  interface Each {
    void copy(Path from, Path to) throws IOException;
  }

  private static final int THREADS = 3;
  private static final long MARGIN = 64L << 20;

  private final Each each;

  FileCopy(Each each) {
    this.each = each;
  }

  /** By the system's own means. */
  static FileCopy bySystem() {
    return new FileCopy((from, to) -> Files.copy(from, to));
  }

  /**
   * Copies a directory to a place where none is. What vanishes meanwhile is left out.
   *
   * @param durable whether the content has to be on the disk when this returns
   */
  void copy(Path from, Path to, Selection selection, boolean durable)
      throws IOException, InterruptedException {
    try (Run run = new Run(from, to, selection, durable)) {
      run.directory(Path.of(""));
      run.finish();
    }
  }

  /** Copies one file to a place where none is; false when it is not there. */
  boolean copyFile(Path from, Path to, boolean durable) throws IOException {
    try {
      each.copy(from, to);
    } catch (NoSuchFileException e) {
      if (Files.exists(from, LinkOption.NOFOLLOW_LINKS)) {
        throw e;
      }
      return false;
    }
    if (durable) {
      sync(to);
    }
    return true;
  }

  /** Leaves some room for what else writes there: running servers, and the state itself. */
  private static void requireRoom(Path from, Path to) throws IOException {
    File disk = to.toFile();
    long free = disk.getUsableSpace();
    boolean isKnown = free > 0 || disk.getTotalSpace() > 0;
    if (isKnown && free < MARGIN) {
      throw new FileSystemException(from.toString(), to.toString(), "No space left on device");
    }
  }

  /** Forces a file to the disk. */
  static void sync(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** One copying of one directory. */
  private final class Run implements AutoCloseable {

    private final Path from;
    private final Path to;
    private final Selection selection;
    private final boolean durable;
    private final ExecutorService workers =
        Executors.newFixedThreadPool(
            THREADS, Thread.ofPlatform().daemon().name("copy-", 0).factory());
    private final AtomicReference<@Nullable IOException> failure = new AtomicReference<>();

    Run(Path from, Path to, Selection selection, boolean durable) {
      this.from = from;
      this.to = to;
      this.selection = selection;
      this.durable = durable;
    }

    void directory(Path relative) throws IOException {
      OwnerOnly.createDirectories(to.resolve(relative));
      Set<String> names = names(from.resolve(relative));
      for (String name : names) {
        if (failure.get() == null && selection.takes(relative, name, names)) {
          Path entry = relative.resolve(name);
          if (Files.isDirectory(from.resolve(entry), LinkOption.NOFOLLOW_LINKS)) {
            directory(entry);
          } else {
            workers.execute(() -> file(entry));
          }
        }
      }
    }

    private void file(Path entry) {
      if (failure.get() != null) {
        return;
      }
      try {
        requireRoom(from.resolve(entry), to);
        copyFile(from.resolve(entry), to.resolve(entry), durable);
      } catch (IOException e) {
        failure.compareAndSet(null, e);
      }
    }

    void finish() throws IOException, InterruptedException {
      workers.close();
      if (Thread.interrupted()) {
        throw new InterruptedException("copying " + from);
      }
      IOException failed = failure.get();
      if (failed != null) {
        throw failed;
      }
    }

    @Override
    public void close() {
      workers.shutdownNow();
      workers.close();
    }
  }

  private static Set<String> names(Path directory) throws IOException {
    Set<String> names = new HashSet<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
      for (Path entry : entries) {
        names.add(String.valueOf(entry.getFileName()));
      }
    } catch (NoSuchFileException e) {
      return Set.of();
    }
    return names;
  }
}
