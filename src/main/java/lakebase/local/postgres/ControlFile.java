package lakebase.local.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The head of a data directory's control file, whose layout is the same in PostgreSQL 13 to 18
 * ({@code ControlFileData} in {@code catalog/pg_control.h}).
 *
 * @param clean whether the server was shut down in order, so that nothing has to be replayed
 * @param checkpoint where the last checkpoint's record begins
 * @param redo where replay has to begin
 */
record ControlFile(boolean clean, Lsn checkpoint, Lsn redo, int timeline) {

  private static final Path PLACE = Path.of("global", "pg_control");
  private static final int STATE = 16;
  private static final int CHECKPOINT = 32;
  private static final int REDO = 40;
  private static final int TIMELINE = 48;
  private static final int SHUT_DOWN = 1;

  static ControlFile of(Path data) throws IOException {
    ByteBuffer head = ByteBuffer.wrap(bytes(data)).order(ByteOrder.nativeOrder());
    return new ControlFile(
        head.getInt(STATE) == SHUT_DOWN,
        new Lsn(head.getLong(CHECKPOINT)),
        new Lsn(head.getLong(REDO)),
        head.getInt(TIMELINE));
  }

  /** Copies the file of a running server, which may be writing it just now. */
  static void copy(Path data, Path target) throws IOException {
    Files.write(target.resolve(PLACE), bytes(data));
  }

  private static byte[] bytes(Path data) throws IOException {
    byte[] before;
    byte[] now = Files.readAllBytes(data.resolve(PLACE));
    do {
      before = now;
      now = Files.readAllBytes(data.resolve(PLACE));
    } while (!Arrays.equals(before, now));
    return now;
  }
}
