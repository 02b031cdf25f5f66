package lakebase.local.postgres;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a branch's servers put the log segments that they have finished. A file of a segment's name
 * is whole and never changes.
 */
record WalArchive(Path directory) {

  /** A restore command that has nothing to restore. */
  static final String NOTHING = "exit 1";

  private static final boolean WINDOWS = File.separatorChar == '\\';

  /** The archive command: what is there already has been archived before. */
  String command() {
    return WINDOWS
        ? "if exist %1$s (exit 0) else (copy /Y \"%%p\" %2$s && move %2$s %1$s)"
            .formatted(quoted("%f"), quoted("%f.new"))
        : "test -f %1$s || { cp \"%%p\" %2$s && mv %2$s %1$s; }"
            .formatted(quoted("%f"), quoted("%f.new"));
  }

  /** The command that gets a segment back from here. */
  String fetchCommand() {
    return copy(quoted("%f"));
  }

  /**
   * The command by which recovery finds the log: here, else in the source's own, else again here,
   * as it may have been moved meanwhile.
   *
   * @param log the directory of the log of the server that archives here
   */
  String restoreCommand(Path log) {
    String archived = fetchCommand();
    return archived + " || " + copy(new WalArchive(log).quoted("%f")) + " || " + archived;
  }

  /** Removes the segments before that one, and what a killed server has left half written. */
  void prune(WalSegments segments, long firstNeeded) throws IOException {
    List<Path> unneeded;
    try (Stream<Path> files = Files.list(directory)) {
      unneeded = files.filter(file -> isUnneeded(file, segments, firstNeeded)).toList();
    }
    for (Path file : unneeded) {
      Files.deleteIfExists(file);
    }
  }

  private static boolean isUnneeded(Path file, WalSegments segments, long firstNeeded) {
    String name = String.valueOf(file.getFileName());
    return name.length() >= 24
        && WalSegments.isSegment(name.substring(0, 24))
        && segments.number(name.substring(0, 24)) < firstNeeded;
  }

  private static String copy(String from) {
    return (WINDOWS ? "copy /Y %s \"%%p\"" : "cp %s \"%%p\"").formatted(from);
  }

  /** A file here, for the system's shell, within a setting in which {@code %f} is replaced. */
  private String quoted(String file) {
    String path = directory.toString().replace("%", "%%") + File.separator + file;
    return WINDOWS ? '"' + path + '"' : "'" + path.replace("'", "'\\''") + "'";
  }
}
