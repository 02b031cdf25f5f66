package lakebase.local.postgres;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import lakebase.local.engine.DataPlaneException;
import lakebase.local.engine.DataPlaneException.Kind;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What went wrong below, in words for a person. */
final class Failures {

  private static final String DISK_FULL = "53100";
  private static final List<String> NO_ROOM =
      List.of("no space left on device", "disk quota exceeded", "not enough space on the disk");

  private Failures() {}

  /** A file that could not be read or written while that was done. */
  static DataPlaneException of(String doing, IOException e) throws InterruptedException {
    throwIfInterrupted(doing);
    return isNoRoom(e.getMessage())
        ? exhausted(doing, e)
        : new DataPlaneException(Kind.FAILED, doing + " failed: " + e.getMessage(), e);
  }

  /** PostgreSQL failed while that was done. */
  static DataPlaneException of(String doing, SQLException e) throws InterruptedException {
    throwIfInterrupted(doing);
    return DISK_FULL.equals(e.getSQLState()) || isNoRoom(e.getMessage())
        ? exhausted(doing, e)
        : new DataPlaneException(Kind.FAILED, doing + " failed: " + message(e), e);
  }

  /** A program that ended with an error, and what it said. */
  static DataPlaneException of(String doing, String output) {
    return isNoRoom(output)
        ? exhausted(doing, null)
        : new DataPlaneException(Kind.FAILED, doing + " failed: " + reason(output));
  }

  /** That message, which says what it means if it tells of a full disk. */
  static DataPlaneException failed(String message, @Nullable Exception cause) {
    Kind kind = isNoRoom(message) ? Kind.EXHAUSTED : Kind.FAILED;
    return cause == null
        ? new DataPlaneException(kind, message)
        : new DataPlaneException(kind, message, cause);
  }

  /** PostgreSQL's message alone, with its detail and hint, without the driver's frame. */
  static String message(SQLException e) {
    if (e instanceof PSQLException failure && failure.getServerErrorMessage() != null) {
      ServerErrorMessage told = failure.getServerErrorMessage();
      StringBuilder text = new StringBuilder(String.valueOf(told.getMessage()));
      for (String more : new String[] {told.getDetail(), told.getHint()}) {
        if (more != null) {
          text.append(' ').append(more);
        }
      }
      return text.toString().replace('\n', ' ');
    }
    return String.valueOf(e.getMessage());
  }

  /** An interrupt closes files and connections, which then fail. */
  private static void throwIfInterrupted(String doing) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException(doing);
    }
  }

  private static DataPlaneException exhausted(String doing, @Nullable Exception cause) {
    String text = doing + " failed: no space left on the disk.";
    return cause == null
        ? new DataPlaneException(Kind.EXHAUSTED, text)
        : new DataPlaneException(Kind.EXHAUSTED, text, cause);
  }

  private static boolean isNoRoom(@Nullable String message) {
    String text = message == null ? "" : message.toLowerCase(Locale.ROOT);
    return NO_ROOM.stream().anyMatch(text::contains);
  }

  private static String reason(String output) {
    return output
        .lines()
        .filter(line -> line.contains("FATAL: ") || line.contains("PANIC: "))
        .reduce((_, last) -> last)
        .map(line -> line.replaceFirst(".*(FATAL|PANIC): +", ""))
        .orElseGet(() -> output.lines().reduce("", (_, last) -> last));
  }
}
