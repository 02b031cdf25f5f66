package lakebase.local.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import lakebase.local.engine.BranchPlan;
import lakebase.local.engine.CatalogChange;
import lakebase.local.engine.DataPlaneException;
import lakebase.local.engine.Point;
import lakebase.local.store.OwnerOnly;
import org.jspecify.annotations.Nullable;

/**
 * Makes what a branch has on the disk: all of it, or nothing that is taken for a branch. Any
 * thread, for one branch one at a time.
 */
final class NewBranches {

  /** Makes the data of a branch where nothing is. */
  @FunctionalInterface
  interface Copy {
    Point to(Path data) throws InterruptedException;
  }

  private static final Logger LOG = Logger.getLogger(NewBranches.class.getName());

  private final Path root;
  private final Binaries binaries;
  private final Templates templates;
  private final InstantSource clock;

  /** Below that root. */
  NewBranches(Path root, Binaries binaries, Templates templates, InstantSource clock) {
    this.root = root;
    this.binaries = binaries;
    this.templates = templates;
    this.clock = clock;
  }

  /**
   * Makes a branch; what another attempt has left of it is removed before.
   *
   * @param copy null: it begins with an empty database
   */
  Point make(BranchPlan branch, @Nullable Copy copy) throws InterruptedException {
    Copy data = copy == null ? path -> empty(branch, path) : copy;
    return make(branch, data, (_, _) -> {});
  }

  /**
   * Makes an empty branch that has these roles and databases before anybody can see it. What of
   * them PostgreSQL does not take is left out.
   */
  void found(BranchPlan branch, List<CatalogChange> catalog) throws InterruptedException {
    Point _ =
        make(branch, path -> empty(branch, path), (data, log) -> fill(branch, data, log, catalog));
  }

  /** Does something more to new data. */
  private interface Finish {
    void with(Path data, Path log) throws InterruptedException;
  }

  private Point make(BranchPlan branch, Copy copy, Finish finish) throws InterruptedException {
    BranchStorage storage = BranchStorage.of(root, branch.uid());
    boolean made = false;
    try {
      // A killed process may have made it already, but nobody knows from which place.
      Trees.delete(storage.directory());
      try {
        storage.create();
        Path data = storage.data(BranchStorage.FIRST_MEMBER);
        OwnerOnly.createDirectories(data.resolveSibling(""));
        Point taken = copy.to(data);
        finish.with(data, storage.log().resolve(BranchStorage.FIRST_MEMBER + ".log"));
        storage.setPrimary(BranchStorage.FIRST_MEMBER);
        made = true;
        return taken;
      } finally {
        if (!made) {
          Trees.delete(storage.directory());
        }
      }
    } catch (IOException e) {
      throw Failures.of("Making the branch", e);
    }
  }

  private Point empty(BranchPlan branch, Path data) throws InterruptedException {
    templates.copy(binaries.of(branch.pgVersion()), data);
    return new Point(clock.instant(), "0/0");
  }

  private void fill(BranchPlan branch, Path data, Path log, List<CatalogChange> catalog)
      throws InterruptedException {
    new DataDirectory(data).configure("");
    PostgresServer.Launch launch = new PostgresServer.Launch(data, log, Map.of());
    try (PostgresServer server = PostgresServer.start(binaries.of(branch.pgVersion()), launch)) {
      for (CatalogChange change : catalog) {
        try {
          CatalogSql.apply(server::connect, List.of(change));
        } catch (DataPlaneException e) {
          LOG.log(Level.WARNING, e, () -> "branch " + branch.name() + " is without " + change);
        }
      }
    }
  }
}
