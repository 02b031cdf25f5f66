package lakebase.local.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import lakebase.local.engine.Point;

/**
 * Copies a branch's data as it is now, for a branch of its own. The copy appears whole, on disk and
 * as after an orderly shutdown, or not at all; the source goes on. Any thread.
 */
final class DataCopy {

  private static final String DOING = "Copying the branch's data";

  private final FileCopy files;
  private final Recovery recovery;
  private final InstantSource clock;

  DataCopy(FileCopy files, Recovery recovery, InstantSource clock) {
    this.files = files;
    this.recovery = recovery;
    this.clock = clock;
  }

  /** Copies to a place where nothing is. */
  Point copy(Source source, Path target) throws InterruptedException {
    return make(
        target,
        partial -> {
          Source.Sessions server = source.server();
          return server == null
              ? ofStopped(source.data(), partial)
              : ofRunning(source.data(), server, partial);
        });
  }

  /** Copies to a place where nothing is what a standby can follow the source from. */
  void seed(Source source, Path target) throws InterruptedException {
    make(
        target,
        partial -> {
          Source.Sessions server = source.server();
          if (server == null) {
            copyStopped(files, source.data(), partial);
          } else {
            new OnlineBackup(files, false).take(source.data(), server, partial);
          }
          return partial;
        });
  }

  /** Makes something in a directory that is not yet in its place. */
  @FunctionalInterface
  private interface Making<T> {
    T in(Path partial) throws IOException, SQLException, InterruptedException;
  }

  private static <T> T make(Path target, Making<T> making) throws InterruptedException {
    try {
      Path partial = Partial.begin(target);
      try {
        T made = making.in(partial);
        Partial.finish(partial, target);
        return made;
      } finally {
        Trees.delete(partial);
      }
    } catch (IOException e) {
      throw Failures.of(DOING, e);
    } catch (SQLException e) {
      throw Failures.of(DOING, e);
    }
  }

  private Point ofRunning(Path data, Source.Sessions server, Path partial)
      throws IOException, SQLException, InterruptedException {
    // Recovery forces everything to the disk before it begins.
    OnlineBackup.Taken taken = new OnlineBackup(files, false).take(data, server, partial);
    Recovery.Recovered recovered =
        recovery.run(partial, new Recovery.Target.Consistent(), WalArchive.NOTHING);
    return new Point(taken.time(), recovered.lsn().toString());
  }

  private Point ofStopped(Path data, Path partial) throws IOException, InterruptedException {
    copyStopped(files, data, partial);
    if (!ControlFile.of(partial).clean()) {
      recovery.afterCrash(partial);
    }
    return new Point(clock.instant(), ControlFile.of(partial).checkpoint().toString());
  }

  /** Copies the data directory of a server that does not run to a place where nothing is. */
  static void copyStopped(FileCopy files, Path data, Path target)
      throws IOException, InterruptedException {
    ControlFile control = ControlFile.of(data);
    files.copy(data, target, Selection.ofStopped(control, WalSegments.in(data)), true);
  }
}
