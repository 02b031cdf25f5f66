package lakebase.local.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a server says to a file that never grows beyond a limit: then it becomes the old one,
 * and a new one is begun. Remembers why the server failed.
 */
final class ServerLog {

  private static final long LIMIT = 1 << 20;
  private static final Pattern FATAL = Pattern.compile("\\b(?:FATAL|PANIC): +(.*)");
  private static final Pattern MORE = Pattern.compile("\\b(?:DETAIL|HINT): +(.*)");

  private final Path file;
  private volatile String last = "";
  private volatile String fatal = "";
  private boolean explaining;

  ServerLog(Path file) {
    this.file = file;
  }

  /** Why the server failed, in its own words: its last fatal message, else the last it said. */
  String reason() {
    return fatal.isEmpty() ? last : fatal;
  }

  /** Writes until the server has ended; an unwritable file loses the text, but not the server. */
  void drain(BufferedReader output) {
    try (output) {
      String line = output.readLine();
      while (line != null) {
        line = writeFrom(line, output);
      }
    } catch (IOException e) {
      // The pipe broke: there is nothing more to be had from it.
      last = last.isEmpty() ? String.valueOf(e.getMessage()) : last;
    }
  }

  /** Fills one file; gives the line that did not fit, or null at the end. */
  private @Nullable String writeFrom(String first, BufferedReader output) throws IOException {
    String line = first;
    try (Writer writer = open()) {
      long size = Files.exists(file) ? Files.size(file) : 0;
      while (line != null && size < LIMIT) {
        note(line);
        write(writer, line, !output.ready());
        size += line.length() + 1L;
        line = output.readLine();
      }
    }
    if (line != null && Files.exists(file)) {
      Path old = file.resolveSibling(file.getFileName() + ".old");
      Files.move(file, old, StandardCopyOption.REPLACE_EXISTING);
    }
    return line;
  }

  private Writer open() {
    try {
      return Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      return Writer.nullWriter();
    }
  }

  private static void write(Writer writer, String line, boolean flush) {
    try {
      writer.write(line + System.lineSeparator());
      if (flush) {
        writer.flush();
      }
    } catch (IOException e) {
      // The disk is full; later lines may find room again.
      return;
    }
  }

  /** Takes a line into account. */
  void note(String line) {
    Matcher found = FATAL.matcher(line);
    Matcher more = MORE.matcher(line);
    if (found.find()) {
      fatal = found.group(1);
      explaining = true;
    } else if (explaining && more.find()) {
      // Only one thread writes; the others only read.
      String begun = fatal;
      fatal = begun + " " + more.group(1);
    } else {
      explaining = false;
    }
    last = line;
  }
}
