package lakebase.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Copies the data directory of a running server, which goes on serving: what the copy lacks of
 * consistency is in the log that comes with it, and recovery to its end makes it whole
 * (PostgreSQL's documentation, "Making a Base Backup Using the Low Level API").
 */
final class OnlineBackup {

  /**
   * What was copied.
   *
   * @param timeline the server's
   * @param start where recovery has to begin
   * @param stop where it has to end at least
   * @param time everything committed until then is in it
   */
  record Taken(int timeline, Lsn start, Lsn stop, Instant time) {}

  private static final Pattern START =
      Pattern.compile("START WAL LOCATION: (\\S+) \\(file ([0-9A-F]{8})[0-9A-F]{16}\\)");

  private final FileCopy files;
  private final boolean durable;

  /**
   * A backup by that means.
   *
   * @param durable whether it has to be on the disk when it is done
   */
  OnlineBackup(FileCopy files, boolean durable) {
    this.files = files;
    this.durable = durable;
  }

  /**
   * Copies to a place where nothing is. Fails without harm to the server, which is then no longer
   * in backup mode; what has been copied is left where it is.
   */
  Taken take(Path data, Source.Sessions server, Path target)
      throws IOException, SQLException, InterruptedException {
    // The end of the session ends the backup and drops the slot, however it comes.
    try (Connection session = server.connect(Source.DATABASE)) {
      keepLog(session);
      start(session);
      files.copy(data, target, Selection.ofRunning(), durable);
      ControlFile.copy(data, target);
      Instant time = now(session);
      Stopped stopped = stop(session);
      write(target.resolve("backup_label"), stopped.label());
      if (!stopped.tablespaces().isEmpty()) {
        write(target.resolve("tablespace_map"), stopped.tablespaces());
      }
      Taken taken = read(stopped, time);
      copyLog(data, target, taken);
      return taken;
    }
  }

  private record Stopped(Lsn lsn, String label, String tablespaces) {}

  private static void keepLog(Connection session) throws SQLException {
    try (PreparedStatement slot =
        session.prepareStatement("SELECT pg_create_physical_replication_slot(?, true, true)")) {
      slot.setString(1, "lakebase_" + UUID.randomUUID().toString().replace("-", ""));
      slot.execute();
    }
  }

  private static void start(Connection session) throws SQLException {
    try (Statement statement = session.createStatement()) {
      statement.execute("SELECT pg_backup_start('lakebase', fast => true)");
    }
  }

  private static Instant now(Connection session) throws SQLException {
    try (Statement statement = session.createStatement();
        ResultSet row = statement.executeQuery("SELECT clock_timestamp()")) {
      row.next();
      return row.getObject(1, OffsetDateTime.class).toInstant();
    }
  }

  private static Stopped stop(Connection session) throws SQLException {
    try (Statement statement = session.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT lsn::text, labelfile, coalesce(spcmapfile, '')"
                    + " FROM pg_backup_stop(wait_for_archive => false)")) {
      row.next();
      return new Stopped(Lsn.parse(row.getString(1)), row.getString(2), row.getString(3));
    }
  }

  private static Taken read(Stopped stopped, Instant time) throws IOException {
    Matcher start = START.matcher(stopped.label());
    if (!start.find()) {
      throw new IOException("a backup label of an unknown form");
    }
    int timeline = Integer.parseUnsignedInt(start.group(2), 16);
    return new Taken(timeline, Lsn.parse(start.group(1)), stopped.lsn(), time);
  }

  private void copyLog(Path data, Path target, Taken taken) throws IOException {
    WalSegments segments = WalSegments.in(data);
    long last = segments.number(new Lsn(taken.stop().value() - 1));
    for (long number = segments.number(taken.start()); number <= last; number++) {
      Path file = Path.of("pg_wal", segments.file(taken.timeline(), number));
      if (!files.copyFile(data.resolve(file), target.resolve(file), durable)) {
        throw new NoSuchFileException(data.resolve(file).toString());
      }
    }
    Path history = Path.of("pg_wal", String.format("%08X.history", taken.timeline()));
    files.copyFile(data.resolve(history), target.resolve(history), durable);
  }

  private void write(Path file, String text) throws IOException {
    Files.writeString(file, text);
    if (durable) {
      FileCopy.sync(file);
    }
  }
}
