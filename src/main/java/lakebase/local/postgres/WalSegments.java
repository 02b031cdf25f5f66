package lakebase.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How PostgreSQL cuts its log into files. */
record WalSegments(long size) {

  private static final Pattern NAME = Pattern.compile("[0-9A-F]{24}");
  private static final Pattern HISTORY = Pattern.compile("[0-9A-F]{8}\\.history");
  private static final long FILE_SPAN = 0x1_0000_0000L;

  /** As they are in a data directory. */
  static WalSegments in(Path data) throws IOException {
    try (Stream<Path> files = Files.list(data.resolve("pg_wal"))) {
      Path any =
          files
              .filter(file -> isSegment(String.valueOf(file.getFileName())))
              .findAny()
              .orElseThrow(() -> new IOException("no log in " + data));
      return new WalSegments(Files.size(any));
    }
  }

  static boolean isSegment(String file) {
    return NAME.matcher(file).matches();
  }

  /** Whether the file tells where a timeline branched off. */
  static boolean isTimelineHistory(String file) {
    return HISTORY.matcher(file).matches();
  }

  /** The number of the segment that holds the byte at that position. */
  long number(Lsn lsn) {
    return Long.divideUnsigned(lsn.value(), size);
  }

  /** The number of the segment in that file, whatever its timeline. */
  long number(String file) {
    long high = Long.parseLong(file.substring(8, 16), 16);
    return high * (FILE_SPAN / size) + Long.parseLong(file.substring(16, 24), 16);
  }

  /** The file of a segment. */
  String file(int timeline, long number) {
    long perHigh = FILE_SPAN / size;
    return String.format("%08X%08X%08X", timeline, number / perHigh, number % perHigh);
  }
}
