package lakebase.bench;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.scene.Scene;
import javafx.scene.control.TreeView;
import lakebase.state.AppState;
import lakebase.state.ProjectEntry;
import lakebase.state.Workspace;
import lakebase.testkit.Fx;

/**
 * Reads the whole inventory into a showing console.
 *
 * @param firstPage until the first page of projects had arrived
 * @param firstTree until it was laid out in the tree
 * @param everything until the computes of the last branch were known
 */
record Loading(Duration firstPage, Duration firstTree, Duration everything, FxProbe.Result fx) {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Rows of a tree that waits: the workspace, and the note that its projects are read. */
  private static final int WAITING_ROWS = 2;

  static Loading of(BenchConsole console) throws Exception {
    CompletableFuture<Long> firstTree = new CompletableFuture<>();
    TreeView<?> rows = Fx.call(console::tree);
    Runnable laidOut =
        () -> {
          if (rows.getExpandedItemCount() > WAITING_ROWS) {
            firstTree.complete(System.nanoTime());
          }
        };
    Scene scene = console.stage().getScene();
    try (FxProbe probe = new FxProbe(console.fx())) {
      Fx.run(() -> scene.addPostLayoutPulseListener(laidOut));
      long start = System.nanoTime();
      Fx.run(console::load);
      long page = console.arrival().first().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      long tree = firstTree.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      Fx.run(() -> scene.removePostLayoutPulseListener(laidOut));
      long end = when(() -> isComplete(console.store().state()));
      return new Loading(
          Duration.ofNanos(page - start),
          Duration.ofNanos(tree - start),
          Duration.ofNanos(end - start),
          Fx.call(probe::result));
    }
  }

  /** The moment at which that became true, to a few milliseconds; off the FX thread. */
  private static long when(BooleanSupplier condition) throws Exception {
    CompletableFuture<Long> met = new CompletableFuture<>();
    try (ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor()) {
      var task =
          clock.scheduleWithFixedDelay(
              () -> {
                if (condition.getAsBoolean()) {
                  met.complete(System.nanoTime());
                }
              },
              0,
              10,
              TimeUnit.MILLISECONDS);
      try {
        return met.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      } finally {
        task.cancel(false);
      }
    }
  }

  private static boolean isComplete(AppState state) {
    return state.workspaces().values().stream()
        .map(Workspace::inventory)
        .allMatch(inventory ->
            inventory.projects().isLoaded()
                && inventory.projects().values().stream().allMatch(Loading::isComplete));
  }

  private static boolean isComplete(ProjectEntry project) {
    return project.branches().isLoaded()
        && project.branches().values().stream().allMatch(branch -> branch.endpoints().isLoaded());
  }
}
