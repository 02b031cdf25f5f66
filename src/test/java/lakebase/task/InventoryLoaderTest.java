package lakebase.task;

import static lakebase.state.SampleInventories.NOW;
import static lakebase.state.SampleInventories.branch;
import static lakebase.state.SampleInventories.endpoint;
import static lakebase.state.SampleInventories.project;
import static lakebase.state.SampleInventories.ref;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import lakebase.model.ApiFailure;
import lakebase.model.Branch;
import lakebase.model.Metadata;
import lakebase.model.Project;
import lakebase.state.AppState;
import lakebase.state.LoadState;
import lakebase.state.Ref;
import lakebase.state.Settings;
import lakebase.state.Store;
import lakebase.state.Workspace;
import lakebase.state.WorkspaceId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class InventoryLoaderTest {

  private static final WorkspaceId OTHER = new WorkspaceId("other");
  private static final Ref.OfWorkspace LOCAL = Ref.of(WorkspaceId.LOCAL);

  /** One thread, like the FX thread; at the end of a test it takes nothing more. */
  private final ExecutorService fx =
      new ThreadPoolExecutor(
          1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), new DiscardPolicy());

  private final ExecutorService blocking = Executors.newVirtualThreadPerTaskExecutor();
  private final BlockingQueue<Runnable> departures = new LinkedBlockingQueue<>();
  private final BlockingQueue<AppState> changes = new LinkedBlockingQueue<>();
  private final AtomicInteger updates = new AtomicInteger();

  private final Store store =
      new Store(
          AppState.initial(Settings.DEFAULT)
              .withWorkspace(Workspace.of(WorkspaceId.LOCAL, "Local workspace"))
              .withWorkspace(Workspace.of(OTHER, "Other")),
          fx);
  private final InMemoryApi api = new InMemoryApi(10);
  private final InMemoryApi other = new InMemoryApi(10);
  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);

  private final InventoryLoader loader =
      new InventoryLoader(
          store, id -> id.equals(OTHER) ? other : api, blocking, this::delay, clock, 4);

  InventoryLoaderTest() {
    fx.execute(() ->
        store.watch(
            state -> state,
            state -> {
              updates.incrementAndGet();
              changes.add(state);
            }));
  }

  /** Ends the time between two updates: at once, unless a test puts another here. */
  private volatile CountDownLatch interval = new CountDownLatch(0);

  /** The time before a departure passes when a test says so. */
  private void delay(Duration time, Runnable action) {
    if (time.equals(Departures.SHOWN)) {
      departures.add(action);
    } else {
      Thread.startVirtualThread(() -> {
        try {
          interval.await();
          action.run();
        } catch (InterruptedException stopped) {
          Thread.currentThread().interrupt();
        }
      });
    }
  }

  @AfterEach
  void close() throws InterruptedException {
    loader.close();
    blocking.shutdownNow();
    assertThat(blocking.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    fx.shutdownNow();
  }

  /** Only what the store holds now counts: a change that is told late just asks once more. */
  private AppState await(Predicate<AppState> condition) throws InterruptedException {
    AppState state = store.state();
    while (!condition.test(state)) {
      changes.take();
      state = store.state();
    }
    return state;
  }

  private static Workspace workspace(AppState state) {
    return workspace(state, WorkspaceId.LOCAL);
  }

  private static Workspace workspace(AppState state, WorkspaceId id) {
    return state.workspace(id).orElseThrow();
  }

  private static boolean isComplete(AppState state) {
    return workspace(state).inventory().projects().isLoaded()
        && workspace(state).connection() instanceof Workspace.Connection.Connected
        && workspace(state).inventory().projects().values().stream()
            .filter(entry -> !entry.project().metadata().isDeleted())
            .allMatch(entry ->
                entry.branches().isLoaded()
                    && entry.branches().values().stream()
                        .filter(in -> !in.branch().metadata().isDeleted())
                        .allMatch(in -> in.endpoints().isLoaded()));
  }

  private void fill(InMemoryApi service, int projects) {
    for (int i = 0; i < projects; i++) {
      String id = String.format(Locale.ROOT, "p%03d", i);
      Project project = project(id, "Project " + id);
      service.put(project);
      for (String name : List.of("production", "dev")) {
        Branch branch = branch(project.name(), name);
        service.put(branch);
        service.put(endpoint(branch.name(), "primary"));
        service.put(endpoint(branch.name(), "reports"));
      }
    }
  }

  private void loadAll() throws InterruptedException {
    api.open();
    loader.load(LOCAL);
    await(InventoryLoaderTest::isComplete);
  }

  @Test
  void readsEverythingWithFewRequestsAtOnceAndFewUpdates() throws InterruptedException {
    fill(api, 60);
    api.held = request -> request.contains("/branches");
    interval = new CountDownLatch(1);
    loader.load(LOCAL);
    api.awaitCalls(1 + 6 + 4);
    api.open();
    api.awaitCalls(1 + 6 + 60 + 120);
    interval.countDown();
    await(InventoryLoaderTest::isComplete);
    assertThat(store.state().find(ref("projects/p042/branches/dev/endpoints/reports"))).isPresent();
    assertThat(api.mostInFlight).hasValue(4);
    assertThat(api.calls).hasSize(1 + 6 + 60 + 120).doesNotHaveDuplicates();
    assertThat(updates.get()).isLessThan(api.calls.size() / 10);
  }

  @Test
  void showsTheFirstPageBeforeTheSecondIsAnswered() throws InterruptedException {
    fill(api, 25);
    api.held = "list projects@10"::equals;
    loader.load(LOCAL);
    AppState state = await(now -> workspace(now).inventory().projects().items().size() == 10);
    assertThat(workspace(state).inventory().projects().isLoaded()).isFalse();
  }

  @Test
  void showsTheFirstPageWithoutWaitingForTheInterval() throws InterruptedException {
    fill(api, 25);
    interval = new CountDownLatch(1);
    api.held = "list projects@10"::equals;
    loader.load(LOCAL);
    AppState state = await(now -> !workspace(now).inventory().projects().items().isEmpty());
    assertThat(workspace(state).inventory().projects().items()).hasSize(10);
  }

  @Test
  void readsWhatIsInTheProjectsAfterTheLastPage() throws InterruptedException {
    fill(api, 25);
    api.held = "list projects@20"::equals;
    loader.load(LOCAL);
    api.awaitCalls(1 + 3);
    await(now -> workspace(now).inventory().projects().items().size() == 20);
    assertThat(api.calls).noneMatch(request -> request.contains("/branches"));
    api.open();
    await(InventoryLoaderTest::isComplete);
  }

  @Test
  void readsWhatIsOpenedAheadOfTheRest() throws InterruptedException {
    fill(api, 30);
    api.held = request -> request.contains("/branches");
    loader.load(LOCAL);
    await(now -> workspace(now).inventory().projects().isLoaded());
    api.awaitCalls(8);
    loader.open(ref("projects/p029"));
    api.answerWaiting();
    api.awaitCalls(12);
    assertThat(api.calls.subList(8, 12)).contains("list projects/p029/branches");
  }

  @Test
  void aFailedListFailsAloneAndIsReadAgainByRefresh() throws InterruptedException {
    fill(api, 12);
    api.failures.put(
        "list projects/p003/branches",
        new ApiFailure.Unavailable(Samples.details(503, "UNAVAILABLE", "later")));
    api.open();
    loader.load(LOCAL);
    await(now -> isRead(now, "p011") && load(now, "p003") instanceof LoadState.Failed);
    assertThat(workspace(store.state()).connection())
        .isInstanceOf(Workspace.Connection.Connected.class);

    api.failures.clear();
    loader.refresh(ref("projects/p003"));
    await(InventoryLoaderTest::isComplete);
  }

  @Test
  void aWorkspaceThatHangsOrFailsHoldsUpNoOther() throws InterruptedException {
    fill(api, 3);
    fill(other, 3);
    loader.load(Ref.of(OTHER));
    loadAll();
    other.failures.put("me", Samples.network());
    other.failures.put("list projects", Samples.network());
    other.open();
    AppState state =
        await(now ->
            workspace(now, OTHER).connection() instanceof Workspace.Connection.Lost
                && workspace(now, OTHER).inventory().projects().load() instanceof LoadState.Failed);
    assertThat(isComplete(state)).isTrue();

    other.failures.clear();
    loader.refresh(Ref.of(OTHER));
    await(now ->
        workspace(now, OTHER).connection() instanceof Workspace.Connection.Connected
            && workspace(now, OTHER).inventory().projects().isLoaded());
  }

  @Test
  void whatVanishedIsMarkedFirstAndLeavesThen() throws InterruptedException {
    fill(api, 3);
    loadAll();
    fx.execute(() -> store.update(state -> state.select(ref("projects/p001/branches/dev"))));
    api.resources.keySet().removeIf(name -> name.isWithin(ref("projects/p001").name()));
    loader.refresh(LOCAL);
    AppState marked = await(now -> !workspace(now).gone().isEmpty());
    assertThat(workspace(marked).gone())
        .isEqualTo(Map.of(ref("projects/p001").name(), "Project p001"));
    assertThat(marked.find(ref("projects/p001"))).isPresent();

    departures.take().run();
    AppState left = await(now -> now.find(ref("projects/p001")).isEmpty());
    assertThat(workspace(left).gone()).isEmpty();
    assertThat(left.selection()).isEqualTo(LOCAL);
  }

  /** It was found out at two places, and only one of them moved the selection. */
  @Test
  void whatTheServiceDidNotFindIsMarkedWhereItBeginsToBeMissing() throws InterruptedException {
    fill(api, 3);
    loadAll();
    Ref.OfResource compute = ref("projects/p001/branches/dev/endpoints/primary");
    fx.execute(() -> store.update(state -> state.select(compute)));
    api.resources
        .keySet()
        .removeIf(name -> name.isWithin(ref("projects/p001/branches/dev").name()));
    fx.execute(() -> loader.findMissing(compute));
    AppState marked = await(now -> !workspace(now).gone().isEmpty());
    assertThat(workspace(marked).gone())
        .isEqualTo(Map.of(ref("projects/p001/branches/dev").name(), "dev"));

    departures.take().run();
    AppState left = await(now -> now.find(ref("projects/p001/branches/dev")).isEmpty());
    assertThat(left.selection()).isEqualTo(ref("projects/p001"));
  }

  @Test
  void whatComesBackDoesNotLeave() throws InterruptedException {
    fill(api, 2);
    loadAll();
    Project removed = project("p001", "Project p001");
    api.resources.remove(removed.name());
    loader.refresh(LOCAL);
    await(now -> !workspace(now).gone().isEmpty());
    api.put(removed);
    loader.refresh(LOCAL);
    await(now -> workspace(now).gone().isEmpty());
    runDeparture();
    assertThat(store.state().find(ref("projects/p001"))).isPresent();
  }

  @Test
  void whatIsFoundByItselfDoesNotLeave() throws InterruptedException {
    fill(api, 2);
    loadAll();
    Project removed = project("p001", "Project p001");
    api.resources.remove(removed.name());
    loader.refresh(LOCAL);
    await(now -> !workspace(now).gone().isEmpty());
    api.put(removed);
    loader.refresh(Ref.of(WorkspaceId.LOCAL, removed.name()));
    await(now -> workspace(now).gone().isEmpty());
    runDeparture();
    assertThat(store.state().find(ref("projects/p001"))).isPresent();
  }

  /** Returns when it has been carried out: the store's thread does one thing after the other. */
  private void runDeparture() throws InterruptedException {
    departures.take().run();
    CountDownLatch done = new CountDownLatch(1);
    fx.execute(done::countDown);
    done.await();
  }

  @Test
  void notFoundBelowMeansThatItsParentIsGone() throws InterruptedException {
    fill(api, 2);
    loadAll();
    api.resources
        .keySet()
        .removeIf(name -> name.isWithin(ref("projects/p001/branches/dev").name()));
    loader.refresh(ref("projects/p001/branches/dev"));
    AppState marked = await(now -> !workspace(now).gone().isEmpty());
    assertThat(workspace(marked).gone()).containsOnlyKeys(ref("projects/p001/branches/dev").name());
  }

  @Test
  void aProjectMadeAnewUnderAnOldNameStartsAfresh() throws InterruptedException {
    fill(api, 2);
    loadAll();
    Project old = (Project) store.state().find(ref("projects/p001")).orElseThrow();
    api.put(old.withMetadata(Metadata.created("prj-another", NOW)));
    api.resources.keySet().removeIf(name -> name.equals(ref("projects/p001/branches/dev").name()));
    loader.refresh(LOCAL);
    await(now -> now.find(ref("projects/p001/branches/dev")).isEmpty() && isComplete(now));
    assertThat(workspace(store.state()).gone()).isEmpty();
  }

  @Test
  void listsTheDeletedButDoesNotAskWhatIsInThem() throws InterruptedException {
    fill(api, 1);
    Project deleted = project("was", "Was");
    api.put(deleted.withMetadata(deleted.metadata().deleted(NOW, NOW.plusSeconds(60))));
    loadAll();
    assertThat(store.state().find(ref("projects/was"))).isPresent();
    assertThat(api.calls).doesNotContain("list projects/was/branches");
  }

  @Test
  void closingInterruptsWhatIsUnderWay() throws InterruptedException {
    fill(api, 1);
    loader.load(LOCAL);
    api.awaitCalls(2);
    loader.close();
    blocking.shutdown();
    assertThat(blocking.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
  }

  private static LoadState load(AppState state, String project) {
    return workspace(state)
        .inventory()
        .project(ref("projects/" + project).name().project())
        .map(entry -> entry.branches().load())
        .orElse(LoadState.NOT_LOADED);
  }

  private static boolean isRead(AppState state, String project) {
    return load(state, project) instanceof LoadState.Loaded;
  }
}
