package lakebase.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import lakebase.model.ApiFailure;
import lakebase.model.BranchName;
import lakebase.model.ProjectName;
import lakebase.model.Resource;
import lakebase.state.AppState;
import lakebase.state.BranchEntry;
import lakebase.state.Inventory;
import lakebase.state.LoadState;
import lakebase.state.Ref;
import lakebase.state.SampleInventories;
import lakebase.state.Settings;
import lakebase.state.Store;
import lakebase.state.Workspace;
import lakebase.state.Workspace.Connection;
import lakebase.state.WorkspaceId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ReconnectionTest {

  private static final WorkspaceId PROD = new WorkspaceId("w-prod");
  private static final Instant SINCE = SampleInventories.NOW.minusSeconds(600);

  private final ExecutorService blocking = Executors.newVirtualThreadPerTaskExecutor();
  private final Deque<Runnable> looks = new ArrayDeque<>();
  private final AtomicInteger tokens = new AtomicInteger();
  private final InMemoryApi api = new InMemoryApi(10);
  private final Store store =
      new Store(
          AppState.initial(Settings.DEFAULT)
              .withWorkspace(Workspace.of(WorkspaceId.LOCAL, "Local workspace"))
              .withWorkspace(Workspace.of(PROD, "Prod")),
          this::oneByOne);
  private final InventoryLoader loader =
      new InventoryLoader(
          store,
          _ -> api,
          blocking,
          (_, action) -> blocking.execute(action),
          Clock.fixed(SampleInventories.NOW, ZoneOffset.UTC),
          4);
  private final Reconnection reconnection =
      new Reconnection(store, loader, tokens::incrementAndGet, (_, action) -> looks.add(action));

  private synchronized void oneByOne(Runnable action) {
    action.run();
  }

  @AfterEach
  void end() {
    loader.close();
    blocking.shutdownNow();
  }

  private void lost(WorkspaceId id, ApiFailure failure) {
    store.update(state ->
        state.changeWorkspace(
            id, found -> found.withConnection(new Connection.Lost(failure, SINCE))));
  }

  private void look(int times) {
    for (int i = 0; i < times; i++) {
      looks.remove().run();
    }
  }

  private static ApiFailure.Details details() {
    return Samples.details(0, "NETWORK", "connection refused");
  }

  @Test
  void aSilentWorkspaceIsAskedUntilItAnswers() throws InterruptedException {
    lost(PROD, new ApiFailure.Network(details()));
    reconnection.start();
    look(Reconnection.PATIENCE - 1);
    assertThat(api.calls).isEmpty();
    assertThat(tokens).hasValue(Reconnection.PATIENCE - 1);
    api.open();
    look(1);
    awaitConnected();
    api.awaitCalls(2);
    assertThat(api.calls).containsExactly("me", "list projects");
  }

  @Test
  void whoRefusesIsNotAskedAgain() {
    lost(PROD, new ApiFailure.Unauthorized(details()));
    lost(WorkspaceId.LOCAL, new ApiFailure.Network(details()));
    reconnection.start();
    look(3 * Reconnection.PATIENCE);
    lost(PROD, new ApiFailure.Forbidden(details()));
    look(3 * Reconnection.PATIENCE);
    assertThat(api.calls).isEmpty();
  }

  @Test
  void whatWasBeingReadCountsAsNotReadWhenItIsBrokenOff() throws InterruptedException {
    BranchName dev = ProjectName.of("shop").branch("dev");
    for (Resource resource :
        List.of(
            SampleInventories.project("shop", "Shop"),
            SampleInventories.branch(dev.project(), "dev"))) {
      api.put(resource);
      store.update(state -> state.changeInventory(PROD, all -> all.with(resource)));
    }
    loader.load(Ref.of(PROD));
    loader.readContents(Ref.of(PROD, dev));
    await(state -> loads(state, dev).stream().allMatch(LoadState.Loading.class::isInstance));
    loader.forget(PROD);
    await(state -> loads(state, dev).stream().allMatch(LoadState.NotLoaded.class::isInstance));
  }

  @Test
  void whatWaitsToBeShownOfAnotherHostIsNotShown() throws InterruptedException {
    for (int i = 0; i < 15; i++) {
      api.put(SampleInventories.project("p" + i, "Project"));
    }
    // Nobody waits for the first page of a list that is not empty: it is shown with others.
    store.update(state ->
        state.changeInventory(PROD, all -> all.with(SampleInventories.project("p0", "Project"))));
    api.held = "list projects@10"::equals;
    loader.load(Ref.of(WorkspaceId.LOCAL));
    await(state -> isConnected(state, WorkspaceId.LOCAL));
    api.awaitCalls(3);
    synchronized (this) {
      loader.load(Ref.of(PROD));
      // Its first page is read, and waits until this thread lets go of the store.
      api.awaitCalls(2 * 3);
      loader.clear(PROD);
    }
    // What is changed afterwards is seen after it.
    lost(WorkspaceId.LOCAL, new ApiFailure.Network(details()));
    loader.load(Ref.of(WorkspaceId.LOCAL));
    await(state -> isConnected(state, WorkspaceId.LOCAL));
    assertThat(store.state().workspace(PROD).orElseThrow().inventory()).isEqualTo(Inventory.EMPTY);
  }

  private static List<LoadState> loads(AppState state, BranchName branch) {
    Inventory known = state.workspace(PROD).orElseThrow().inventory();
    BranchEntry entry = known.branch(branch).orElseThrow();
    return List.of(known.projects().load(), entry.roles().load(), entry.databases().load());
  }

  @Test
  void whoSignsOutMeanwhileStaysSignedOut() throws InterruptedException {
    api.open();
    // Afterwards the store is changed later, in batches.
    loader.load(Ref.of(WorkspaceId.LOCAL));
    await(state -> isConnected(state, WorkspaceId.LOCAL));
    lost(PROD, new ApiFailure.Network(details()));
    synchronized (this) {
      loader.load(Ref.of(PROD));
      store.update(state ->
          state.changeWorkspace(PROD, found -> found.withConnection(new Connection.SignedOut())));
    }
    await(state -> state.workspace(PROD).orElseThrow().inventory().projects().isLoaded());
    assertThat(store.state().workspace(PROD).orElseThrow().connection())
        .isInstanceOf(Connection.SignedOut.class);
  }

  @Test
  void nothingIsAskedAfterTheEnd() {
    lost(PROD, new ApiFailure.Network(details()));
    reconnection.start();
    reconnection.close();
    look(1);
    assertThat(looks).isEmpty();
    assertThat(tokens).hasValue(0);
  }

  private void awaitConnected() throws InterruptedException {
    await(state -> isConnected(state, PROD));
  }

  private static boolean isConnected(AppState state, WorkspaceId id) {
    return state.workspace(id).orElseThrow().connection() instanceof Connection.Connected;
  }

  private void await(Predicate<AppState> condition) throws InterruptedException {
    CountDownLatch met = new CountDownLatch(1);
    oneByOne(() ->
        store.watch(
            condition::test,
            now -> {
              if (now) {
                met.countDown();
              }
            }));
    met.await();
  }
}
