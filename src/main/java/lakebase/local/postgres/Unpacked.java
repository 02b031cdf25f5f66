package lakebase.local.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A directory of unpacked programs. It appears whole or not at all, and lists its files with their
 * sizes, so that one that has been damaged since is noticed.
 */
final class Unpacked {

  private static final String LIST = "files.txt";
  private static final String EXTENSIONS = "share/postgresql/extension";

  private Unpacked() {}

  /** Whether everything is there that was put there. */
  static boolean isWhole(Path directory) throws IOException {
    Path list = directory.resolve(LIST);
    return Files.isRegularFile(list)
        && Files.readAllLines(list).equals(list(directory))
        && !Files.readAllLines(list).isEmpty();
  }

  /** Makes it anew beside and puts it in place; another process may be doing the same. */
  static void make(Path directory, InputStream archive, Map<String, byte[]> extension)
      throws IOException {
    Path beside = directory.resolveSibling("." + directory.getFileName() + "-");
    Path draft = Files.createTempDirectory(beside.getParent(), beside.getFileName() + "new-");
    Path old = draft.resolveSibling(draft.getFileName() + "-old");
    try {
      Archive.unpack(archive, draft);
      Path extensions = Files.createDirectories(draft.resolve(EXTENSIONS));
      for (Map.Entry<String, byte[]> file : extension.entrySet()) {
        Files.write(extensions.resolve(file.getKey()), file.getValue());
      }
      Files.write(draft.resolve(LIST), list(draft));
      if (Files.exists(directory)) {
        Files.move(directory, old, StandardCopyOption.ATOMIC_MOVE);
      }
      Files.move(draft, directory, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (!isWhole(directory)) {
        throw e;
      }
    } finally {
      Trees.delete(draft);
      Trees.delete(old);
    }
  }

  private static List<String> list(Path directory) throws IOException {
    Map<String, Long> sizes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && !file.endsWith(LIST)) {
          sizes.put(directory.relativize(file).toString(), Files.size(file));
        }
      }
    }
    return sizes.entrySet().stream().map(file -> file.getValue() + " " + file.getKey()).toList();
  }
}
