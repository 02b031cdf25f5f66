package lakebase.journey;

import static lakebase.journey.ManyConsole.PROD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import javafx.css.PseudoClass;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import lakebase.api.ApiException;
import lakebase.api.Connections;
import lakebase.api.Pacing;
import lakebase.api.PostgresApi;
import lakebase.api.ReadOnlyApi;
import lakebase.local.LocalWorkspace;
import lakebase.local.Workspaces;
import lakebase.local.engine.Pace;
import lakebase.model.ApiFailure;
import lakebase.model.Change;
import lakebase.model.CredentialRequest;
import lakebase.model.ProjectDraft;
import lakebase.model.ProjectName;
import lakebase.model.Secret;
import lakebase.state.BackgroundTask;
import lakebase.state.Ref;
import lakebase.state.Settings;
import lakebase.state.Workspace;
import lakebase.state.Workspace.Connection;
import lakebase.state.WorkspaceColour;
import lakebase.state.WorkspaceId;
import lakebase.testkit.FakeSignIns;
import lakebase.testkit.Fx;
import lakebase.testkit.FxTest;
import lakebase.tour.Ui;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One console on two real workspaces, of which one is foreign, and on some that are not well. */
@FxTest
class ManyWorkspacesTest {

  private static final ProjectName SHOP = ProjectName.of("sample-shop");
  private static final ProjectName BILLING = ProjectName.of("billing-eu");
  private static final PseudoClass ORANGE = PseudoClass.getPseudoClass("workspace-orange");
  private static final WorkspaceId OTHER = new WorkspaceId("w-other");

  @TempDir private Path home;
  @TempDir private Path away;

  private final FakeSignIns signIns = new FakeSignIns();
  private final Connections connections = new Connections(Pacing.standard());
  private final List<ManyConsole> consoles = new ArrayList<>();
  private @Nullable LocalWorkspace foreign;

  @BeforeEach
  void serve() throws InterruptedException {
    foreign = Workspaces.start(Workspaces.instant(away));
    direct().submit(new Change.Create(ProjectDraft.of("billing-eu", "Billing EU")));
    direct().submit(new Change.Create(ProjectDraft.of("shop-eu", "Shop EU")));
    signIns.session(PROD.value()).give(foreign().token(), Instant.now().plusSeconds(42 * 60 + 20));
    ManyConsole.keep(
        home, ManyConsole.at(PROD, "prod-eu", WorkspaceColour.ORANGE, foreign().baseUri()));
  }

  @AfterEach
  void end() {
    consoles.forEach(ManyConsole::close);
    connections.close();
    foreign().close();
  }

  private LocalWorkspace foreign() {
    return Objects.requireNonNull(foreign);
  }

  /** The foreign workspace, as somebody else sees it. */
  private PostgresApi direct() {
    Secret token = foreign().token();
    return connections.to(foreign().baseUri(), () -> token);
  }

  private ManyConsole open() {
    return open(Settings.DEFAULT.withTheme(Settings.Theme.LIGHT));
  }

  private ManyConsole open(Settings settings) {
    ManyConsole console = ManyConsole.open(home, settings, signIns);
    consoles.add(console);
    return console;
  }

  private ManyConsole openAndRead() {
    ManyConsole console = open();
    console.waitUntilRead(WorkspaceId.LOCAL);
    console.waitUntilRead(PROD);
    return console;
  }

  @Test
  void oneTreeOneSearchAndOnePanelOverAll() throws InterruptedException {
    ManyConsole console = openAndRead();
    assertThat(console.names()).containsExactly("Local workspace", "prod-eu");
    assertThat(Ui.reads("Billing EU")).isTrue();
    assertThat(Ui.all(node -> node.getPseudoClassStates().contains(ORANGE)))
        .as("rows that are marked in its colour")
        .hasSize(3);
    assertThat(Ui.reads("42 min")).as("the life of the token on its chip").isTrue();

    console.select(Ref.of(PROD, BILLING));
    Ui.waitForText("token 42 min left");
    assertThat(Ui.find("detail").getStyleClass()).contains("workspace-orange");

    Fx.run(() ->
        console
            .app
            .changes()
            .submit(PROD, new Change.Create(ProjectDraft.of("audit", "Audit")), "Audit", _ -> {}));
    Fx.waitFor(
        "the operation",
        () ->
            !console.state().tasks().isEmpty()
                && console.state().tasks().stream().noneMatch(BackgroundTask::isRunning));
    Fx.waitFor("the project", () -> console.knows(PROD, ProjectName.of("audit")));
    assertThat(direct().getProject(ProjectName.of("audit")).displayName()).isEqualTo("Audit");
    assertThat(Ui.reads("prod-eu")).isTrue();

    Ui.press(KeyCode.K, Ui.Held.CTRL);
    Ui.type("search", "shop");
    Fx.waitFor("hits in both", () -> isHit("prod-eu"));
    assertThat(isHit("Local workspace")).isTrue();
    Fx.snapshot(console.scene(), "many-search");
  }

  @Test
  void aHangingWorkspaceDelaysNoOther() throws IOException, InterruptedException {
    try (HangingServer server = new HangingServer()) {
      signIns.session(OTHER.value()).give(new Secret("t"), null);
      ManyConsole.keep(
          home,
          ManyConsole.at(OTHER, "hangs", WorkspaceColour.RED, server.address()),
          ManyConsole.at(PROD, "prod-eu", WorkspaceColour.ORANGE, foreign().baseUri()));
      ManyConsole console = open();
      Fx.waitFor("its requests", () -> server.waiting() > 0);
      console.waitUntilRead(WorkspaceId.LOCAL);
      console.waitUntilRead(PROD);
      assertThat(console.workspace(OTHER).connection()).isInstanceOf(Connection.Connecting.class);
      Ui.press(KeyCode.K, Ui.Held.CTRL);
      Ui.type("search", "billing");
      Fx.waitFor("a hit", () -> isHit("Billing EU"));
    }
  }

  @Test
  void aRefusedSignInIsOneCardWithOneButton() throws InterruptedException {
    Secret good = foreign().token();
    signIns.session(PROD.value()).expire(good);
    ManyConsole console = open();
    console.waitUntilRead(WorkspaceId.LOCAL);
    console.waitFor("the refusal", PROD, ManyConsole::isLost);
    Ui.click("status-access");
    Ui.waitForText("Not signed in.");
    assertThat(Ui.reads("the refresh token has expired")).isTrue();
    assertThat(Ui.reads("profile PROD-EU")).isTrue();
    assertThat(Ui.reads(foreign().baseUri().toString())).isTrue();
    assertThat(Ui.all(node -> "failure-retry".equals(node.getId()))).isEmpty();
    Fx.snapshot(console.scene(), "many-signed-out");

    CountDownLatch person = new CountDownLatch(1);
    signIns.session(PROD.value()).waitFor(person);
    Ui.click("workspace-sign-in");
    Ui.waitForText("Signing in");
    Fx.snapshot(console.scene(), "many-signing-in");
    Ui.click("workspace-cancel-sign-in");
    console.waitFor("the end", PROD, found -> found.connection() instanceof Connection.SignedOut);

    person.countDown();
    Ui.click("workspace-sign-in");
    console.waitUntilRead(PROD);
    assertThat(console.knows(PROD, BILLING)).isTrue();
    assertThat(Ui.isShown("status-access")).isFalse();
  }

  @Test
  void aWorkspaceThatRefusesSaysThatItIsNotPermitted() throws IOException {
    try (RefusingServer server = new RefusingServer(403, "PERMISSION_DENIED")) {
      signIns.session(OTHER.value()).give(new Secret("t"), null);
      ManyConsole.keep(
          home, ManyConsole.at(OTHER, "closed", WorkspaceColour.PINK, server.address()));
      ManyConsole console = open();
      console.waitFor("the refusal", OTHER, ManyConsole::isLost);
      console.select(Ref.of(OTHER));
      Ui.waitForText("not permitted to see");
      assertThat(Ui.reads("not permitted")).isTrue();
    }
    try (RefusingServer server = new RefusingServer(401, "UNAUTHENTICATED")) {
      ManyConsole.keep(
          home, ManyConsole.at(OTHER, "closed", WorkspaceColour.PINK, server.address()));
      consoles.removeFirst().close();
      ManyConsole console = open();
      console.waitFor("the refusal", OTHER, ManyConsole::isLost);
      console.select(Ref.of(OTHER));
      Ui.waitForText("Not signed in.");
    }
  }

  @Test
  void offlineEverythingCanBeLookedAtAndSearched() throws InterruptedException {
    openAndRead();
    consoles.removeFirst().close();
    URI address = foreign().baseUri();
    foreign().close();

    ManyConsole console = open();
    console.waitFor("the loss", PROD, ManyConsole::isLost);
    assertThat(console.knows(PROD, BILLING)).isTrue();
    assertThat(console.workspace(PROD).lastUser()).isEqualTo(foreign().userName());
    console.select(Ref.of(PROD, BILLING));
    Ui.waitForText("offline since");
    assertThat(Ui.reads("as of")).isTrue();
    Ui.press(KeyCode.K, Ui.Held.CTRL);
    Ui.type("search", "billing");
    Fx.waitFor("a hit", () -> isHit("Billing EU"));
    Ui.press(KeyCode.ESCAPE);
    console.select(Ref.of(PROD));
    Ui.waitForText("Offline. The workspace is asked again");
    assertThat(Ui.reads("so far")).as("what is remembered is all there is").isFalse();
    Fx.snapshot(console.scene(), "many-offline");

    foreign = Workspaces.start(Workspaces.instant(away).withPort(address.getPort()));
    signIns.session(PROD.value()).give(foreign().token(), null);
    direct().submit(Change.Delete.soft(ProjectName.of("shop-eu")));
    Ui.click("workspace-retry");
    console.waitUntilRead(PROD);
    assertThat(Ui.isShown("notice-access")).isFalse();
  }

  @Test
  void whatRanThereIsFollowedAgainOnceItAnswers() {
    URI address = foreign().baseUri();
    foreign().close();
    foreign =
        Workspaces.start(
            Workspaces.instant(away).withPort(address.getPort()).withPace(Pace.STANDARD));
    signIns.session(PROD.value()).give(foreign().token(), null);
    ManyConsole console = openAndRead();
    Change change = new Change.Create(ProjectDraft.of("slow", "Slow"));
    Fx.run(() -> console.app.changes().submit(PROD, change, "Slow", _ -> {}));
    Fx.waitFor(
        "its operation",
        () -> console.state().tasks().stream().anyMatch(task -> task.operation() != null));
    consoles.removeFirst().close();

    signIns.session(PROD.value()).expire(foreign().token());
    ManyConsole again = open();
    again.waitFor("the refusal", PROD, ManyConsole::isLost);
    assertThat(again.state().tasks()).as("nobody can ask").isEmpty();
    Fx.run(() -> again.app.roster().signIn(PROD));
    Fx.waitFor(
        "its end",
        () ->
            again.state().tasks().stream()
                .anyMatch(task -> task.progress() instanceof BackgroundTask.Progress.Succeeded));
    assertThat(again.knows(PROD, ProjectName.of("slow"))).isTrue();
  }

  @Test
  void theLockRefusesEveryPath() throws InterruptedException {
    ManyConsole console = openAndRead();
    console.select(Ref.of(PROD, BILLING));
    Fx.run(() -> console.app.roster().setReadOnly(PROD, true));
    Ui.waitForText("prod-eu");

    Change change = new Change.Create(ProjectDraft.of("no", "No"));
    assertThatThrownBy(() -> console.api(PROD).submit(change))
        .isInstanceOfSatisfying(
            ApiException.class,
            refused -> {
              assertThat(refused.failure()).isInstanceOf(ApiFailure.Forbidden.class);
              assertThat(refused.failure().details().error().errorCode())
                  .isEqualTo(ReadOnlyApi.LOCKED);
            });
    Fx.run(() -> console.app.changes().submit(PROD, change, "No", _ -> {}));
    Ui.waitForText("the workspace is locked against changes");
    assertThat(console.state().tasks().getFirst().progress())
        .isInstanceOf(BackgroundTask.Progress.Failed.class);

    Ui.press(KeyCode.F2);
    Ui.waitForText("is locked against changes");
    Fx.snapshot(console.scene(), "many-locked");
    Ui.press(KeyCode.ESCAPE);
    assertThat(Ui.find("edit").isDisabled()).isTrue();
    assertThat(direct().listProjects(true).all()).hasSize(2);
    assertThat(
            console
                .api(PROD)
                .generateCredential(
                    new CredentialRequest(BILLING.branch("production").endpoint("primary"), null)))
        .as("a credential is no change of the workspace")
        .isNotNull();
    assertThat(console.api(WorkspaceId.LOCAL).submit(change)).as("the other is open").isNotNull();

    consoles.removeFirst().close();
    ManyConsole again = open();
    again.waitUntilRead(PROD);
    assertThat(again.workspace(PROD).isReadOnly()).as("kept").isTrue();
    Fx.run(() -> again.app.roster().setReadOnly(PROD, false));
    assertThat(again.api(PROD).submit(change)).isNotNull();
  }

  @Test
  void removingDeletesNothingAtTheService() throws InterruptedException {
    ManyConsole console = openAndRead();
    console.select(Ref.of(WorkspaceId.LOCAL));
    assertThat(console.item("detail-more", "workspace-remove").isDisable())
        .as("the local one stays")
        .isTrue();
    console.select(Ref.of(PROD));
    MenuItem remove = console.item("detail-more", "workspace-remove");
    Fx.run(remove::fire);
    Ui.waitForText("Nothing is deleted at the service");
    Fx.snapshot(console.scene(), "many-remove");
    Ui.click("dialog-confirm");
    Fx.waitFor("it to go", () -> console.state().workspace(PROD).isEmpty());
    assertThat(console.state().selection()).isEqualTo(Ref.of(WorkspaceId.LOCAL));
    Fx.waitFor("its sign-in to be forgotten", () -> signIns.session(PROD.value()).closed);
    assertThat(signIns.session(PROD.value()).signedOut).isTrue();
    assertThat(direct().listProjects(true).all()).hasSize(2);
    consoles.removeFirst().close();
    try (var files = Files.walk(home)) {
      assertThat(files.map(Path::toString)).noneMatch(name -> name.contains(PROD.value()));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    assertThat(open().names()).containsExactly("Local workspace");
  }

  @Test
  void aWorkspaceIsAddedChangedAndSignedOutOfWhileTheConsoleRuns() {
    ManyConsole console = openAndRead();
    signIns.session(OTHER.value()).give(foreign().token(), null);
    Fx.run(() ->
        console
            .app
            .roster()
            .add(ManyConsole.at(OTHER, "again", WorkspaceColour.BLUE, foreign().baseUri())));
    console.waitUntilRead(OTHER);
    assertThat(Ui.reads("again")).isTrue();

    Workspace before = console.workspace(OTHER);
    Fx.run(() ->
        console
            .app
            .roster()
            .change(before.settings().withName("other").withColour(WorkspaceColour.VIOLET)));
    assertThat(console.workspace(OTHER).name()).isEqualTo("other");
    assertThat(console.workspace(OTHER).inventory()).isSameAs(before.inventory());

    Fx.run(() -> console.app.roster().signOut(OTHER));
    console.waitFor("it", OTHER, found -> found.connection() instanceof Connection.SignedOut);
    Fx.waitFor("it to be forgotten", () -> signIns.session(OTHER.value()).signedOut);
    assertThat(console.knows(OTHER, BILLING)).as("it can still be looked at").isTrue();
  }

  @Test
  void aFileThatIsBrokenIsKeptAndSaidSo() throws IOException {
    Path file = home.resolve("config/workspaces.json");
    Files.writeString(file, "{ this is not JSON");
    ManyConsole console = open();
    Ui.waitForText("Some workspaces could not be read");
    assertThat(home.resolve("config/workspaces.json.broken")).hasContent("{ this is not JSON");
    assertThat(console.names()).containsExactly("Local workspace");
  }

  @Test
  void looksTheSameInTheDarkAndInGerman() {
    ManyConsole console = open(Settings.DEFAULT.withTheme(Settings.Theme.DARK).withLanguage("de"));
    console.waitUntilRead(WorkspaceId.LOCAL);
    console.waitUntilRead(PROD);
    Fx.run(() -> console.app.roster().setReadOnly(PROD, true));
    console.select(Ref.of(PROD));
    Ui.waitForText("Token noch");
    Fx.snapshot(console.scene(), "many-dark-de");
    console.select(Ref.of(WorkspaceId.LOCAL, SHOP));
    Fx.snapshot(console.scene(), "many-dark-de-project");
    assertThat(Duration.between(Instant.now(), token(console)).toMinutes()).isBetween(40L, 42L);
  }

  private static Instant token(ManyConsole console) {
    return Objects.requireNonNull(console.workspace(PROD).tokenExpires());
  }

  /** Whether a hit of the search says so. */
  private static boolean isHit(String text) {
    return !Ui.all(node ->
            node.getStyleClass().contains("hit-row")
                && node.getAccessibleText() != null
                && node.getAccessibleText().contains(text))
        .isEmpty();
  }
}
