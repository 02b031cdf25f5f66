package lakebase.local.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** A {@code .txz} with programs in it. */
final class Archive {

  private static final int EXECUTABLE = 0100;

  private Archive() {}

  /** Unpacks it below the directory, with links and the right to execute. */
  static void unpack(InputStream compressed, Path directory) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(
            new XZCompressorInputStream(new BufferedInputStream(compressed)))) {
      TarArchiveEntry entry = tar.getNextEntry();
      while (entry != null) {
        unpack(tar, entry, directory);
        entry = tar.getNextEntry();
      }
    }
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path directory)
      throws IOException {
    Path target = inside(directory, directory.resolve(entry.getName()));
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(parent(target));
    if (entry.isSymbolicLink()) {
      Path link = Path.of(entry.getLinkName());
      Path end = inside(directory, parent(target).resolve(link));
      if (Files.getFileAttributeView(directory, PosixFileAttributeView.class) != null) {
        Files.createSymbolicLink(target, link);
      } else {
        throw new IOException("a link to " + end + " where there are no links");
      }
    } else {
      Files.copy(tar, target);
      if ((entry.getMode() & EXECUTABLE) != 0) {
        makeExecutable(target);
      }
    }
  }

  private static void makeExecutable(Path file) throws IOException {
    if (Files.getFileAttributeView(file, PosixFileAttributeView.class) != null) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  private static Path inside(Path directory, Path path) throws IOException {
    Path normal = path.normalize();
    if (!normal.startsWith(directory)) {
      throw new IOException("the archive names a file outside of its directory: " + path);
    }
    return normal;
  }

  private static Path parent(Path path) throws IOException {
    Path parent = path.getParent();
    if (parent == null) {
      throw new IOException("no directory around " + path);
    }
    return parent;
  }
}
