package lakebase.local.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import lakebase.local.store.OwnerOnly;

/** Takes base backups; each is on disk and whole when it is there. */
final class BackupMaker {

  private final FileCopy files;
  private final InstantSource clock;

  BackupMaker(FileCopy files, InstantSource clock) {
    this.files = files;
    this.clock = clock;
  }

  /** Takes one into that directory of backups; nothing is left of one that fails. */
  BaseBackup take(Source source, Path backups)
      throws IOException, SQLException, InterruptedException {
    Path partial = Partial.begin(backups.resolve("next"));
    try {
      OwnerOnly.createDirectories(partial);
      BaseBackup made = make(source, partial);
      made.write();
      Path place = backups.resolve(made.name());
      Trees.delete(place);
      Partial.finish(partial, place);
      return new BaseBackup(place, made.start(), made.stop(), made.time());
    } finally {
      Trees.delete(partial);
    }
  }

  private BaseBackup make(Source source, Path directory)
      throws IOException, SQLException, InterruptedException {
    Path target = directory.resolve("data");
    Source.Sessions server = source.server();
    if (server != null) {
      OnlineBackup.Taken taken = new OnlineBackup(files, true).take(source.data(), server, target);
      return new BaseBackup(directory, taken.start(), taken.stop(), clock.instant());
    }
    DataCopy.copyStopped(files, source.data(), target);
    ControlFile control = ControlFile.of(target);
    if (!control.clean()) {
      throw new IOException("the server ended without order and has to recover first");
    }
    return new BaseBackup(directory, control.redo(), control.checkpoint(), clock.instant());
  }
}
