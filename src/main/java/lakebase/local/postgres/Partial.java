package lakebase.local.postgres;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * A directory in the making, beside the place where it will be. It gets there whole or not at all.
 */
final class Partial {

  private static final String SUFFIX = ".partial";

  private Partial() {}

  /** Whether a directory is in the making, or was when its process was killed. */
  static boolean is(Path directory) {
    return directory.toString().endsWith(SUFFIX);
  }

  /** Where the directory is made; what another attempt has left there is removed. */
  static Path begin(Path target) throws IOException {
    Path partial = target.resolveSibling(target.getFileName() + SUFFIX);
    Trees.delete(partial);
    return partial;
  }

  /** Moves the whole directory to its place. */
  static void finish(Path partial, Path target) throws IOException {
    syncDirectory(partial);
    Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
    Path parent = target.toAbsolutePath().getParent();
    if (parent != null) {
      syncDirectory(parent);
    }
  }

  /** Removes what was in the making in a directory when its process was killed. */
  static void removeAll(Path directory) throws IOException {
    List<Path> left;
    try (Stream<Path> entries = Files.list(directory)) {
      left = entries.filter(Partial::is).toList();
    }
    for (Path partial : left) {
      Trees.delete(partial);
    }
  }

  /** Forces names to the disk, where the system can; Windows needs and knows no such thing. */
  private static void syncDirectory(Path directory) throws IOException {
    if (File.separatorChar == '/') {
      try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }
}
