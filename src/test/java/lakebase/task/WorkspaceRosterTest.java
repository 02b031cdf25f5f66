package lakebase.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import lakebase.api.Connections;
import lakebase.api.Pacing;
import lakebase.auth.Account;
import lakebase.auth.Session;
import lakebase.disk.InventoryFiles;
import lakebase.disk.WorkspacesFile;
import lakebase.model.BranchName;
import lakebase.model.Change;
import lakebase.model.ProjectName;
import lakebase.model.RoleDraft;
import lakebase.model.Secret;
import lakebase.model.SignIn;
import lakebase.state.BackgroundTask;
import lakebase.state.BackgroundTask.Progress;
import lakebase.state.WorkspaceColour;
import lakebase.state.WorkspaceId;
import lakebase.state.WorkspaceSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a workspace's changes; the servers are in the journeys of many workspaces. */
class WorkspaceRosterTest {

  private static final BranchName BRANCH = ProjectName.of("shop").branch("dev");

  /** Nobody listens there. */
  private static final WorkspaceSettings SHOP =
      new WorkspaceSettings(
          new WorkspaceId("shop"),
          "Shop",
          WorkspaceColour.BLUE,
          "http://127.0.0.1:1",
          new SignIn.AccessToken(),
          "",
          false);

  @TempDir private Path directory;
  private final InMemoryApi api = new InMemoryApi();
  private final QueuedTaskRunner queue = new QueuedTaskRunner();
  private final ExecutorService saving = Executors.newVirtualThreadPerTaskExecutor();

  /** What is to be read is not: the test alone changes the store. */
  private final ExecutorService reading =
      new ThreadPoolExecutor(
          1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), new DiscardPolicy());

  private final Connections connections = new Connections(Pacing.standard(), Map.of());
  private final List<String> signedOut = new ArrayList<>();
  private Desk desk;
  private WorkspaceRoster roster;

  @BeforeEach
  void open() {
    reading.shutdown();
    desk = new Desk(directory, api, queue);
    Clients clients = new Clients(_ -> false);
    Delay never = (_, _) -> {};
    roster =
        new WorkspaceRoster(
            desk.store,
            queue,
            account -> new NoSession(account, signedOut),
            connections,
            clients,
            new InventoryLoader(desk.store, clients, reading, never, desk.time, 1),
            desk.changes,
            new InventoryMemory(
                desk.store, new InventoryFiles(directory), queue, saving, never, desk.time),
            new WorkspacesFile(directory),
            saving,
            desk.time);
    roster.add(SHOP);
    queue.runAll();
    api.onSubmit(change -> InMemoryApi.done(change.subject()));
  }

  @AfterEach
  void close() {
    roster.close();
    connections.close();
    saving.close();
  }

  @Test
  void whatWaitsIsNotSentToAnotherHost() {
    submitTwo();
    roster.change(at("http://127.0.0.1:2"));
    queue.runAll();
    assertThat(api.calls).containsExactly("submit " + BRANCH.role("anna"));
    assertThat(desk.store.state().tasks())
        .extracting(BackgroundTask::progress)
        .containsExactly(
            new Progress.Unsent(desk.time.instant(), true),
            new Progress.Unwatched(desk.time.instant()));
  }

  @Test
  void whatWaitsIsSentUnderAnotherName() {
    submitTwo();
    roster.change(SHOP.withName("Store"));
    queue.runAll();
    assertThat(api.calls).contains("submit " + BRANCH.role("bert"));
  }

  @Test
  void whatIsKeptForASignInGoesThoughItWasNeverOpened() {
    WorkspaceSettings other = SHOP.withId(new WorkspaceId("other"));
    roster.add(other);
    roster.remove(other.id());
    roster.remove(SHOP.id());
    queue.runAll();
    assertThat(signedOut).containsExactlyInAnyOrder("other", "shop");
  }

  private void submitTwo() {
    for (String name : new String[] {"anna", "bert"}) {
      Change change = new Change.Create(RoleDraft.plain(BRANCH, name, name));
      desk.changes.submit(SHOP.id(), change, name, desk.accepted::add);
    }
  }

  private static WorkspaceSettings at(String host) {
    return new WorkspaceSettings(
        SHOP.id(), SHOP.name(), SHOP.colour(), host, SHOP.signIn(), "", false);
  }

  /** Nobody gets as far as to ask for its token. */
  private record NoSession(Account account, List<String> signedOut) implements Session {

    @Override
    public Secret token() {
      return new Secret("none");
    }

    @Override
    public Optional<Instant> expires() {
      return Optional.empty();
    }

    @Override
    public void signIn() {}

    @Override
    public void signOut() {
      signedOut.add(account.key());
    }

    @Override
    public void close() {}
  }
}
