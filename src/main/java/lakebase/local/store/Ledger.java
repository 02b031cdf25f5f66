package lakebase.local.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * The durable state of one workspace.
 *
 * <p>Every access runs on one thread of the ledger's own, in order: a reading sees one consistent
 * state, a change is applied whole or not at all, and {@link #change} returns only after its commit
 * has reached the disk. A commit that fails, as on a full disk, fails the calls that waited for it;
 * the state is then what the disk holds. That thread is never interrupted, because an interrupt
 * during file access closes the file for everybody; callers wait without reacting to interrupts and
 * keep their flag. Changes that wait together are committed together.
 *
 * <p>The file is locked while it is open. Opening does not read the entries.
 */
public final class Ledger implements AutoCloseable {

  /** The file in the data directory. */
  public static final String FILE = "workspace.mv";

  private static final String VERSION = "1";
  private static final String VERSION_KEY = "schema_version";
  private static final int COMMITS_BETWEEN_COMPACTIONS = 2_000;
  private static final int COMPACTION_BYTES = 8 << 20;

  private final Path directory;
  private final Map<Shelf, MVMap<String, String>> maps = new EnumMap<>(Shelf.class);
  private final LedgerThread thread;
  private MVStore store;
  private int commits;

  private Ledger(Path directory) {
    this.directory = directory;
    this.store = openStore(directory);
    openMaps();
    this.thread = new LedgerThread(this::commit, this::reopen);
  }

  private void openMaps() {
    for (Shelf shelf : Shelf.values()) {
      maps.put(shelf, store.openMap(shelf.mapName()));
    }
  }

  /** On the ledger's thread, after a commit that failed: the disk may have been full. */
  private void reopen() {
    store.closeImmediately();
    store = openStore(directory);
    openMaps();
  }

  /**
   * Opens the ledger in that directory, which is made when it is missing.
   *
   * @throws LedgerException when it cannot be made, another process holds it, a newer version wrote
   *     it, or it is damaged
   */
  public static Ledger open(Path directory) {
    Path file = directory.resolve(FILE);
    try {
      OwnerOnly.createDirectories(directory);
      OwnerOnly.createIfMissing(file);
    } catch (IOException e) {
      // The exception's own text is but a path, and why is in its type.
      String why = e.getClass().getSimpleName().replaceFirst("Exception$", "");
      throw new LedgerException(
          "The data directory " + directory + " cannot be used (" + why + ").", e);
    }
    Ledger ledger = new Ledger(directory);
    try {
      ledger.checkVersion(directory);
    } catch (RuntimeException e) {
      ledger.close();
      throw e;
    }
    return ledger;
  }

  /** What the function makes of the state. */
  public <T> T read(Function<Reading, T> reading) {
    return thread.call(() -> reading.apply(new Overlay(maps)), false);
  }

  /**
   * Changes the state; when the function throws, nothing is changed and the exception comes
   * through.
   */
  public <T> T change(Function<Writing, T> change) {
    return thread.call(
        () -> {
          Overlay overlay = new Overlay(maps);
          T result = change.apply(overlay);
          overlay.apply();
          return result;
        },
        true);
  }

  /**
   * Waits for all that was asked before and closes the file. It is not compacted here: the store's
   * own bookkeeping can fail over that, and it is compacted every so many commits anyway.
   */
  @Override
  public void close() {
    thread.close(() -> store.close());
  }

  /** On the ledger's thread. */
  private void commit() {
    store.commit();
    store.sync();
    if (++commits % COMMITS_BETWEEN_COMPACTIONS == 0) {
      store.compact(50, COMPACTION_BYTES);
    }
  }

  private void checkVersion(Path directory) {
    String found =
        change(writing -> {
          String version = writing.get(Shelf.META, VERSION_KEY);
          if (version == null) {
            writing.put(Shelf.META, VERSION_KEY, VERSION);
            return VERSION;
          }
          return version;
        });
    if (!found.equals(VERSION)) {
      throw new LedgerException(
          "The data directory %s was written by another version (schema %s, this is %s)."
              .formatted(directory, found, VERSION));
    }
  }

  private static MVStore openStore(Path directory) {
    Path file = directory.resolve(FILE);
    try {
      return new MVStore.Builder()
          .fileName(file.toString())
          .autoCommitDisabled()
          .autoCommitBufferSize(0)
          .cacheSize(32)
          .open();
    } catch (MVStoreException e) {
      if (List.of(DataUtils.ERROR_FILE_LOCKED, DataUtils.ERROR_CLOSED).contains(e.getErrorCode())) {
        throw LedgerException.inUse(
            "The data directory " + directory + " is in use by another process.", e);
      }
      throw new LedgerException("The state in " + file + " cannot be opened.", e);
    }
  }
}
