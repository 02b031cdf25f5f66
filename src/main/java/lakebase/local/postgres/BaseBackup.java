package lakebase.local.postgres;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import lakebase.local.engine.Point;
import lakebase.local.store.OwnerOnly;

/**
 * A copy of a branch's data from which, with the log since, any later place can be made.
 *
 * @param directory holds its data, and a file that says what is here
 * @param start where replay has to begin
 * @param stop the first place that can be made of it
 * @param time nothing in it was committed later
 */
record BaseBackup(Path directory, Lsn start, Lsn stop, Instant time) {

  private static final String FACTS = "backup.properties";

  /** The data directory as it was copied; nothing has been replayed in it. */
  Path data() {
    return directory.resolve("data");
  }

  /** The first place that can be made of it. */
  Point point() {
    return new Point(time, stop.toString());
  }

  /** Those in a directory, the oldest first. */
  static List<BaseBackup> in(Path backups) throws IOException {
    List<BaseBackup> found = new ArrayList<>();
    try (Stream<Path> entries = Files.list(backups)) {
      for (Path entry : (Iterable<Path>) entries::iterator) {
        if (Files.exists(entry.resolve(FACTS)) && !Partial.is(entry)) {
          found.add(read(entry));
        }
      }
    }
    found.sort(Comparator.comparing(BaseBackup::stop));
    return found;
  }

  /** The name of its directory, which sorts by age. */
  String name() {
    return String.format("%016X", stop.value());
  }

  /** Writes what it is beside its data. */
  void write() throws IOException {
    Properties facts = new Properties();
    facts.setProperty("start", start.toString());
    facts.setProperty("stop", stop.toString());
    facts.setProperty("time", time.toString());
    StringWriter text = new StringWriter();
    facts.store(text, null);
    OwnerOnly.write(directory.resolve(FACTS), text.toString());
  }

  private static BaseBackup read(Path directory) throws IOException {
    Properties facts = new Properties();
    try (Reader text = Files.newBufferedReader(directory.resolve(FACTS))) {
      facts.load(text);
    }
    try {
      return new BaseBackup(
          directory,
          Lsn.parse(facts.getProperty("start", "")),
          Lsn.parse(facts.getProperty("stop", "")),
          Instant.parse(facts.getProperty("time", "")));
    } catch (IllegalArgumentException | DateTimeParseException e) {
      throw new IOException("a backup with damaged facts: " + directory, e);
    }
  }
}
