package lakebase.local.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import lakebase.local.engine.BranchPlan;
import lakebase.local.engine.DataPlaneException;
import lakebase.local.engine.DataPlaneException.Kind;
import lakebase.local.engine.Origin;
import lakebase.local.engine.Point;
import lakebase.local.engine.Window;
import org.jspecify.annotations.Nullable;

/**
 * One branch: its files, its history, its servers, and the endpoint that writes to it. Any thread.
 */
final class BranchData {

  /** Uses a branch's data. */
  @FunctionalInterface
  interface Use<T> {
    T with(Source source) throws InterruptedException;
  }

  private final BranchStorage storage;
  private final FileCopy files;
  private final InstantSource clock;
  private final Recovery recovery;
  private final WalArchive archive;
  private final History history;
  private final BranchServers servers;
  private final ReentrantLock keeping = new ReentrantLock();
  private boolean gone;
  private volatile BranchPlan plan;
  private volatile @Nullable Compute primary;
  private volatile @Nullable Point historyStart;

  /** A branch whose directories exist, with data or without. */
  BranchData(
      BranchPlan plan,
      BranchStorage storage,
      Installation installation,
      FileCopy files,
      InstantSource clock) {
    this.plan = plan;
    this.storage = storage;
    this.files = files;
    this.clock = clock;
    this.recovery = new Recovery(installation);
    this.archive = new WalArchive(storage.archive());
    this.history = new History(storage.backups(), archive, files, recovery, clock);
    this.servers =
        new BranchServers(
            installation,
            storage,
            new LogArchive(archive.command(), archive.fetchCommand()),
            this::seed);
  }

  BranchPlan plan() {
    return plan;
  }

  void describe(BranchPlan value) {
    plan = value;
  }

  BranchStorage storage() {
    return storage;
  }

  BranchServers servers() {
    return servers;
  }

  /** The endpoint that writes, once it is served. */
  Optional<Compute> primary() {
    return Optional.ofNullable(primary);
  }

  void setPrimary(@Nullable Compute value) {
    primary = value;
  }

  /** The earliest place that can be restored, as it was known last. */
  Optional<Point> historyStart() {
    return Optional.ofNullable(historyStart);
  }

  /** Takes up what a former process has left. */
  void takeUp() throws InterruptedException {
    history.removePartial();
    historyStart = history.start().orElse(null);
  }

  Optional<Window> window() throws InterruptedException {
    return steadily(source -> history.window(settled(source)));
  }

  /** Makes a copy of that place of this branch where nothing is. */
  Point copy(Origin origin, Path target) throws InterruptedException {
    return steadily(source ->
        origin.isNow()
            ? new DataCopy(files, recovery, clock).copy(source, target)
            : history.restore(settled(source), origin, target));
  }

  /** A server that ended without order has written more than its control file knows of. */
  private Source settled(Source source) throws InterruptedException {
    try {
      if (source.server() == null && !ControlFile.of(source.data()).clean()) {
        recovery.inPlace(source.data());
      }
      return source;
    } catch (IOException e) {
      throw Failures.of("Looking at the branch's data", e);
    }
  }

  /** Takes the backups that are due and removes what is too old. */
  void keepHistory() throws InterruptedException {
    keeping.lockInterruptibly();
    try {
      if (gone) {
        return;
      }
      boolean kept =
          steadily(source -> {
            history.keep(source, plan.retention());
            return true;
          });
      historyStart = kept ? history.start().orElse(null) : historyStart;
    } finally {
      keeping.unlock();
    }
  }

  /** Removes all of it from the disk, after what is just being kept. */
  void delete() throws IOException, InterruptedException {
    keeping.lockInterruptibly();
    try {
      gone = true;
      Trees.delete(storage.directory());
    } finally {
      keeping.unlock();
    }
  }

  private void seed(Path target) throws InterruptedException {
    boolean _ =
        steadily(source -> {
          new DataCopy(files, recovery, clock).seed(source, target);
          return true;
        });
  }

  /** Has that done while the branch's main server neither starts nor stops. */
  private <T> T steadily(Use<T> use) throws InterruptedException {
    Compute writer = primary;
    return writer == null
        ? use.with(source(null))
        : writer.hold(server -> use.with(source(server)));
  }

  private Source source(@Nullable PostgresServer server) {
    try {
      return new Source(storage.primaryData(), server == null ? null : server::connect);
    } catch (IOException e) {
      throw new DataPlaneException(Kind.FAILED, "The branch has no data.", e);
    }
  }
}
