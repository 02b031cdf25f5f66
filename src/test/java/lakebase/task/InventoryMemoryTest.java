package lakebase.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import lakebase.disk.InventoryFiles;
import lakebase.model.Project;
import lakebase.state.AppState;
import lakebase.state.Inventory;
import lakebase.state.Listing;
import lakebase.state.LoadState;
import lakebase.state.SampleInventories;
import lakebase.state.Settings;
import lakebase.state.Store;
import lakebase.state.Workspace;
import lakebase.state.WorkspaceId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InventoryMemoryTest {

  private static final WorkspaceId ID = WorkspaceId.LOCAL;

  @TempDir private Path cache;

  private final FakeTime time = new FakeTime();
  private final Deque<Runnable> delayed = new ArrayDeque<>();
  private final List<Duration> delays = new ArrayList<>();
  private final Store store =
      new Store(
          AppState.initial(Settings.DEFAULT).withWorkspace(Workspace.of(ID, "Local workspace")),
          Runnable::run);
  private final ExecutorService saving = Executors.newSingleThreadExecutor();

  @AfterEach
  void end() {
    saving.shutdownNow();
  }

  private InventoryMemory memory() {
    InventoryMemory memory =
        new InventoryMemory(
            store,
            new InventoryFiles(cache),
            new InlineTaskRunner(),
            saving,
            (after, action) -> {
              delays.add(after);
              delayed.add(action);
            },
            time);
    memory.start();
    return memory;
  }

  /** Lets the time pass that was asked for, and what waited for it happen. */
  private void pass(Duration passing) throws InterruptedException {
    time.sleep(passing);
    List<Runnable> due = List.copyOf(delayed);
    delayed.clear();
    due.forEach(Runnable::run);
  }

  private void know(Inventory inventory) {
    store.update(state -> state.changeInventory(ID, _ -> inventory));
  }

  /** How many projects are kept, after every write that was asked for; -1 for none. */
  private int kept() throws Exception {
    saving.submit(() -> {}).get();
    return new InventoryFiles(cache)
        .load(ID)
        .map(kept -> kept.inventory().projects().items().size())
        .orElse(-1);
  }

  @Test
  void isWrittenOnceAfterARowOfChanges() throws Exception {
    memory();
    for (int projects = 1; projects <= 5; projects++) {
      know(SampleInventories.large(projects, 2));
    }
    assertThat(delays).containsExactly(InventoryMemory.QUIET);
    assertThat(kept()).isEqualTo(-1);
    pass(InventoryMemory.QUIET);
    assertThat(kept()).isEqualTo(5);
    assertThat(delayed).isEmpty();
  }

  @Test
  void waitsForQuietButNotForEver() throws Exception {
    memory();
    Duration waited = Duration.ZERO;
    int changes = 0;
    while (kept() < 0) {
      know(SampleInventories.large(++changes, 1));
      pass(Duration.ofSeconds(4));
      waited = waited.plusSeconds(4);
    }
    assertThat(waited).isGreaterThanOrEqualTo(InventoryMemory.LONGEST);
    assertThat(waited).isLessThan(InventoryMemory.LONGEST.plusSeconds(10));
  }

  @Test
  void whatWasNotReadToItsEndReplacesNothing() throws Exception {
    memory();
    know(SampleInventories.large(3, 1));
    pass(InventoryMemory.QUIET);
    know(
        new Inventory(
            new Listing<>(SampleInventories.large(1, 1).projects().items(), LoadState.LOADING)));
    pass(InventoryMemory.QUIET);
    assertThat(kept()).isEqualTo(3);
  }

  @Test
  void theEndWritesWhatIsNotWritten() throws Exception {
    InventoryMemory memory = memory();
    know(SampleInventories.large(2, 1));
    memory.close();
    assertThat(kept()).isEqualTo(2);
    know(SampleInventories.large(7, 1));
    pass(InventoryMemory.LONGEST);
    assertThat(kept()).isEqualTo(2);
  }

  @Test
  void isShownWhereNothingIsKnownAndNotWrittenAgain() throws Exception {
    new InventoryFiles(cache)
        .save(ID, new InventoryFiles.Kept("ada", SampleInventories.large(4, 1)));
    AtomicBoolean then = new AtomicBoolean();
    InventoryMemory memory = memory();
    memory.restore(ID, () -> then.set(true));
    Workspace shown = store.state().workspace(ID).orElseThrow();
    assertThat(shown.inventory().projects().items()).hasSize(4);
    assertThat(shown.asOf()).isNotNull();
    assertThat(shown.lastUser()).isEqualTo("ada");
    assertThat(then).isTrue();
    assertThat(delayed).as("nothing is new").isEmpty();

    Project first = shown.inventory().projects().values().iterator().next().project();
    memory.restore(ID, () -> {});
    assertThat(store.state().workspace(ID).orElseThrow().inventory().find(first.name()))
        .as("what is known is newer than what is kept")
        .containsSame(first);
  }

  @Test
  void nothingIsKeptOfWhatIsForgotten() throws Exception {
    InventoryMemory memory = memory();
    know(SampleInventories.large(2, 1));
    pass(InventoryMemory.QUIET);
    know(SampleInventories.large(3, 1));
    memory.forget(ID);
    pass(InventoryMemory.LONGEST);
    assertThat(kept()).isEqualTo(-1);
  }

  /** The store's thread, in the console the FX thread, only compares, and hands over. */
  @Test
  void thousandsOfResourcesDoNotHoldTheStoresThread() throws Exception {
    memory();
    Inventory large = SampleInventories.large(1000, 10);
    know(large);
    long from = System.nanoTime();
    for (int update = 0; update < 1000; update++) {
      store.update(state -> state.select(null));
    }
    pass(InventoryMemory.QUIET);
    Duration held = Duration.ofNanos(System.nanoTime() - from);
    assertThat(held).isLessThan(Duration.ofMillis(500));
    assertThat(kept()).isEqualTo(1000);
  }
}
