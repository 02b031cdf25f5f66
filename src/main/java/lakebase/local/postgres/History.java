package lakebase.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;
import lakebase.local.engine.DataPlaneException;
import lakebase.local.engine.Origin;
import lakebase.local.engine.Point;
import lakebase.local.engine.Window;
import org.jspecify.annotations.Nullable;

/**
 * The past of one branch: base backups, and the log since the oldest of them. Any place between is
 * made by replaying the log on a copy of the backup before it. Any thread, but {@link #keep} by one
 * at a time.
 */
final class History {

  private static final String RESTORING = "Restoring the branch's past";
  private static final String KEEPING = "Keeping the branch's history";

  private final Path backups;
  private final WalArchive archive;
  private final FileCopy files;
  private final Recovery recovery;
  private final InstantSource clock;
  private final ReadWriteLock pruning = new ReentrantReadWriteLock();

  /**
   * The history of one branch.
   *
   * @param backups an existing directory
   * @param archive where all servers of the branch archive
   */
  History(
      Path backups, WalArchive archive, FileCopy files, Recovery recovery, InstantSource clock) {
    this.backups = backups;
    this.archive = archive;
    this.files = files;
    this.recovery = recovery;
    this.clock = clock;
  }

  /** What can be restored; empty until the first backup has been taken. */
  Optional<Window> window(Source source) throws InterruptedException {
    try {
      List<BaseBackup> all = BaseBackup.in(backups);
      return all.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Window(
                  all.getFirst().point(), new Point(clock.instant(), end(source).toString())));
    } catch (IOException e) {
      throw Failures.of(RESTORING, e);
    } catch (SQLException e) {
      throw Failures.of(RESTORING, e);
    }
  }

  /** The earliest place that can be restored; empty until the first backup has been taken. */
  Optional<Point> start() throws InterruptedException {
    try {
      return BaseBackup.in(backups).stream().map(BaseBackup::point).findFirst();
    } catch (IOException e) {
      throw Failures.of(KEEPING, e);
    }
  }

  /**
   * Makes a past place of the branch where nothing is: all that was committed until the moment, or
   * all the log before the position. It appears whole or not at all.
   */
  Point restore(Source source, Origin origin, Path target) throws InterruptedException {
    Recovery.Target until = target(origin);
    pruning.readLock().lockInterruptibly();
    try {
      BaseBackup base = baseFor(until, source);
      putMarkAtEnd(source);
      Path partial = Partial.begin(target);
      try {
        // Recovery forces to the disk what was copied, unless it looks like after a shutdown.
        boolean durable = ControlFile.of(base.data()).clean();
        files.copy(base.data(), partial, (_, _, _) -> true, durable);
        String restoreCommand = archive.restoreCommand(source.data().resolve("pg_wal"));
        Recovery.Recovered recovered = recovery.run(partial, until, restoreCommand);
        Partial.finish(partial, target);
        Instant asked = origin.time();
        Instant time = asked != null ? asked : recovered.lastCommit().orElse(base.time());
        return new Point(time, recovered.lsn().toString());
      } finally {
        Trees.delete(partial);
      }
    } catch (IOException e) {
      throw Failures.of(RESTORING, e);
    } catch (SQLException e) {
      throw Failures.of(RESTORING, e);
    } finally {
      pruning.readLock().unlock();
    }
  }

  /**
   * Takes a backup when one is due, and removes what is older than needed to restore any moment of
   * the retention. A backup is due when there is none, and when the last is older than half the
   * retention and the branch has been written to since.
   */
  void keep(Source source, Duration retention) throws InterruptedException {
    try {
      if (isDue(source, retention)) {
        new BackupMaker(files, clock).take(source, backups);
      }
      pruning.writeLock().lockInterruptibly();
      try {
        prune(source, clock.instant().minus(retention));
      } finally {
        pruning.writeLock().unlock();
      }
    } catch (IOException e) {
      throw Failures.of(KEEPING, e);
    } catch (SQLException e) {
      throw Failures.of(KEEPING, e);
    }
  }

  /** Removes what was in the making when its process was killed. */
  void removePartial() throws InterruptedException {
    try {
      Partial.removeAll(backups);
    } catch (IOException e) {
      throw Failures.of(KEEPING, e);
    }
  }

  private boolean isDue(Source source, Duration retention) throws IOException, SQLException {
    if (source.server() == null && !ControlFile.of(source.data()).clean()) {
      return false;
    }
    List<BaseBackup> all = BaseBackup.in(backups);
    if (all.isEmpty()) {
      return true;
    }
    BaseBackup last = all.getLast();
    return last.time().plus(retention.dividedBy(2)).isBefore(clock.instant())
        && isWritten(last, source);
  }

  /** A server that is idle writes no more than a checkpoint's few records. */
  private static boolean isWritten(BaseBackup last, Source source)
      throws IOException, SQLException {
    WalSegments segments = WalSegments.in(source.data());
    return segments.number(end(source)) > segments.number(last.stop()) + 1;
  }

  private void prune(Source source, Instant cutoff) throws IOException {
    List<BaseBackup> all = BaseBackup.in(backups);
    List<BaseBackup> older = all.stream().filter(backup -> isBefore(backup, cutoff)).toList();
    if (older.isEmpty()) {
      return;
    }
    BaseBackup oldest = older.getLast();
    for (BaseBackup backup : older.subList(0, older.size() - 1)) {
      // Without its name it is none any more, even if only half of it can be removed.
      Path gone = Partial.begin(backup.directory());
      Files.move(backup.directory(), gone);
      Trees.delete(gone);
    }
    WalSegments segments = WalSegments.in(source.data());
    archive.prune(segments, segments.number(oldest.start()));
  }

  private static boolean isBefore(BaseBackup backup, Instant moment) {
    return backup.time().isBefore(moment);
  }

  private BaseBackup baseFor(Recovery.Target target, Source source)
      throws IOException, SQLException, InterruptedException {
    Predicate<BaseBackup> isBefore =
        switch (target) {
          case Recovery.Target.At(Instant time) -> base -> !base.time().isAfter(time);
          case Recovery.Target.Before(Lsn lsn) -> base -> !lsn.isBefore(base.stop());
          default -> _ -> true;
        };
    BaseBackup found = BaseBackup.in(backups).stream().filter(isBefore).reduce(null, (_, b) -> b);
    if (found == null || isAhead(target, source)) {
      throw outside(window(source).orElse(null));
    }
    return found;
  }

  private boolean isAhead(Recovery.Target target, Source source) throws IOException, SQLException {
    return switch (target) {
      case Recovery.Target.At(Instant time) -> time.isAfter(clock.instant());
      case Recovery.Target.Before(Lsn lsn) -> end(source).isBefore(lsn);
      default -> false;
    };
  }

  private static Recovery.Target target(Origin origin) {
    Instant time = origin.time();
    String lsn = origin.lsn();
    if (time != null) {
      return new Recovery.Target.At(time);
    }
    try {
      return lsn == null ? new Recovery.Target.End() : new Recovery.Target.Before(Lsn.parse(lsn));
    } catch (IllegalArgumentException e) {
      throw DataPlaneException.invalid("'" + lsn + "' is not a log position such as 0/1A2B3C4.");
    }
  }

  private static DataPlaneException outside(@Nullable Window window) {
    return DataPlaneException.invalid(
        window == null
            ? "The branch has no history yet; it begins when its first backup has been taken."
            : "The branch's history reaches from %s (%s) to %s (%s)."
                .formatted(
                    window.from().time(),
                    window.from().lsn(),
                    window.to().time(),
                    window.to().lsn()));
  }

  /** Commits something: replay then meets a commit after any moment until now, and ends there. */
  private static void putMarkAtEnd(Source source) throws SQLException {
    Source.Sessions server = source.server();
    if (server != null) {
      try (Connection session = server.connect(Source.DATABASE)) {
        Sql.execute(session, "SELECT pg_logical_emit_message(true, 'lakebase', '')");
      }
    }
  }

  /** The end of the branch's log on disk. */
  private static Lsn end(Source source) throws IOException, SQLException {
    Source.Sessions server = source.server();
    if (server == null) {
      return ControlFile.of(source.data()).checkpoint();
    }
    try (Connection session = server.connect(Source.DATABASE)) {
      return Lsn.parse(Sql.column(session, "SELECT pg_current_wal_flush_lsn()").getFirst());
    }
  }
}
