package lakebase.disk;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One JSON object in one file, readable by its owner alone. A write replaces the file as a whole: a
 * crash leaves the old content or the new, never half of it. Blocking; from any thread.
 */
final class JsonFile {

  private static final Logger LOG = Logger.getLogger(JsonFile.class.getName());
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final FileAttribute<?>[] OWNER_ONLY =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
          ? new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
          }
          : new FileAttribute<?>[0];

  private final Path path;

  JsonFile(Path path) {
    this.path = path;
  }

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /**
   * The file's object. Empty when there is no file, when it cannot be read, or when it holds
   * anything else; what it held is then kept beside it, with {@code .broken} at its name's end.
   */
  synchronized ObjectNode read() {
    if (!Files.exists(path)) {
      return object();
    }
    try {
      JsonNode content = MAPPER.readTree(bytes());
      if (content instanceof ObjectNode object) {
        return object;
      }
      setAside("not a JSON object");
    } catch (JacksonException broken) {
      setAside(broken.getOriginalMessage());
    } catch (IOException unreadable) {
      LOG.log(Level.WARNING, "Cannot read {0}: {1}", new Object[] {path, unreadable.toString()});
    }
    return object();
  }

  /** Not by a channel, as when it is written: an interrupt closes those. */
  private byte[] bytes() throws IOException {
    try (FileInputStream file = new FileInputStream(path.toFile())) {
      return file.readAllBytes();
    }
  }

  /**
   * Replaces the file's content, also on a thread that has been interrupted, which stays so: the
   * console is being closed, and what was last said must not be lost over that.
   *
   * @throws UncheckedIOException when that is impossible; the file is then as it was
   */
  synchronized void write(ObjectNode content) {
    try {
      Path directory = Files.createDirectories(path.toAbsolutePath().getParent());
      Path next = Files.createTempFile(directory, path.getFileName() + ".", ".new", OWNER_ONLY);
      try {
        try (FileOutputStream file = new FileOutputStream(next.toFile())) {
          file.write(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(content));
          file.getFD().sync();
        }
        replace(next);
      } finally {
        Files.deleteIfExists(next);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot write " + path, failed);
    }
  }

  private void replace(Path next) throws IOException {
    try {
      Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException plainly) {
      Files.move(next, path, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private void setAside(String why) {
    Path aside = path.resolveSibling(path.getFileName() + ".broken");
    LOG.log(Level.WARNING, "{0} is broken ({1}); kept as {2}", new Object[] {path, why, aside});
    try {
      Files.move(path, aside, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failed) {
      LOG.log(Level.WARNING, "Cannot keep it: {0}", failed.toString());
    }
  }
}
