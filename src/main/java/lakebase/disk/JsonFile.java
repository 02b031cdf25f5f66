package lakebase.disk;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
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
import org.jspecify.annotations.Nullable;

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

  /** Writes a file's content. */
  interface Content {
    void to(OutputStream out) throws IOException;
  }

  private final Path path;
  private @Nullable Path aside;

  JsonFile(Path path) {
    this.path = path;
  }

  /** What reads and writes its content. */
  static JsonMapper mapper() {
    return MAPPER;
  }

  Path path() {
    return path;
  }

  /** Where the last {@link #read} put content that it could not understand; absent: nowhere. */
  synchronized @Nullable Path aside() {
    return aside;
  }

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /**
   * The file's object. Empty when there is no file, when it cannot be read, or when it holds
   * anything else; what it holds is then kept beside it, with {@code .broken} at its name's end.
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
      setAside(unreadable.toString());
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
  void write(ObjectNode content) {
    write(out -> MAPPER.writerWithDefaultPrettyPrinter().writeValue(out, content));
  }

  /**
   * Replaces the file's content by what is written.
   *
   * @throws UncheckedIOException when that is impossible; the file is then as it was
   */
  synchronized void write(Content content) {
    try {
      Path directory = Files.createDirectories(path.toAbsolutePath().getParent());
      Path next = Files.createTempFile(directory, path.getFileName() + ".", ".new", OWNER_ONLY);
      try {
        try (FileOutputStream file = new FileOutputStream(next.toFile())) {
          OutputStream out = new Unclosed(file);
          content.to(out);
          out.flush();
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

  /** Stays open when a writer closes it: the file is made to last before it is closed. */
  private static final class Unclosed extends BufferedOutputStream {

    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }

  private void replace(Path next) throws IOException {
    try {
      Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException plainly) {
      Files.move(next, path, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Moves the file out of the way; what was moved before stays, too. */
  synchronized void setAside(String why) {
    Path free = path.resolveSibling(path.getFileName() + ".broken");
    for (int number = 2; Files.exists(free); number++) {
      free = path.resolveSibling(path.getFileName() + ".broken-" + number);
    }
    LOG.log(Level.WARNING, "{0} is broken ({1}); kept as {2}", new Object[] {path, why, free});
    try {
      Files.move(path, free);
      aside = free;
    } catch (IOException failed) {
      LOG.log(Level.WARNING, "Cannot keep it: {0}", failed.toString());
    }
  }
}
