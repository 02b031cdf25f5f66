package lakebase.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Finished log segments that a dead primary had no time to archive. The promoted standby has
 * replayed them and does not archive what it has not written, so the history would have a hole.
 */
final class LeftoverLog {

  private static final String READY = ".ready";
  private static final int LIMIT_SECONDS = 60;
  private static final boolean WINDOWS =
      System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");

  private LeftoverLog() {}

  /** Archives them as the server would have. */
  static void archive(Path data, LogArchive archive) throws IOException, InterruptedException {
    Path status = data.resolve("pg_wal").resolve("archive_status");
    List<String> waiting;
    try (Stream<Path> files = Files.list(status)) {
      waiting =
          files
              .map(file -> String.valueOf(file.getFileName()))
              .filter(name -> name.endsWith(READY))
              .map(name -> name.substring(0, name.length() - READY.length()))
              .sorted()
              .toList();
    }
    for (String segment : waiting) {
      store(data, archive, segment);
      Files.move(status.resolve(segment + READY), status.resolve(segment + ".done"));
    }
  }

  private static void store(Path data, LogArchive archive, String segment)
      throws IOException, InterruptedException {
    String command = expand(archive.store(), segment);
    List<String> shell = WINDOWS ? List.of("cmd", "/c", command) : List.of("sh", "-c", command);
    Process process =
        new ProcessBuilder(shell)
            .directory(data.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException("a log segment cannot be archived: " + segment);
      }
    } finally {
      process.destroyForcibly();
    }
  }

  private static String expand(String command, String segment) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < command.length(); i++) {
      char c = command.charAt(i);
      char next = c == '%' && i + 1 < command.length() ? command.charAt(i + 1) : ' ';
      switch (next) {
        case 'p' -> text.append("pg_wal/").append(segment);
        case 'f' -> text.append(segment);
        case '%' -> text.append('%');
        default -> text.append(c);
      }
      i += next == 'p' || next == 'f' || next == '%' ? 1 : 0;
    }
    return text.toString();
  }
}
