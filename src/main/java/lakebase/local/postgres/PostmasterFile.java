package lakebase.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a server writes about itself into its data directory.
 *
 * @param pid its process
 * @param socketDirectory where it listens; empty until it does
 * @param status {@code starting}, {@code ready}, {@code standby} or {@code stopping}; or empty
 */
record PostmasterFile(long pid, String socketDirectory, String status) {

  private static final int SOCKET_LINE = 4;
  private static final int STATUS_LINE = 7;

  /** The file in that data directory. */
  static Path in(Path data) {
    return data.resolve("postmaster.pid");
  }

  /** What is there; empty when there is no file, or one that is being written. */
  static Optional<PostmasterFile> read(Path data) throws IOException {
    try {
      List<String> lines = Files.readAllLines(in(data));
      return lines.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new PostmasterFile(
                  Math.abs(Long.parseLong(lines.getFirst().strip())),
                  line(lines, SOCKET_LINE),
                  line(lines, STATUS_LINE)));
    } catch (NoSuchFileException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Whether it accepts connections. */
  boolean accepts() {
    return status.equals("ready") || status.equals("standby");
  }

  private static String line(List<String> lines, int index) {
    return index < lines.size() ? lines.get(index).strip() : "";
  }
}
