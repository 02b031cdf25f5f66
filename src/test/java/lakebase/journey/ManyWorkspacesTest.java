package lakebase.journey;

import static lakebase.journey.ManyConsole.PROD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import lakebase.api.ApiException;
import lakebase.api.ReadOnlyApi;
import lakebase.model.ApiFailure;
import lakebase.model.Change;
import lakebase.model.CredentialRequest;
import lakebase.model.ProjectDraft;
import lakebase.model.ProjectName;
import lakebase.state.BackgroundTask;
import lakebase.state.Ref;
import lakebase.state.Settings;
import lakebase.state.Workspace;
import lakebase.state.Workspace.Connection;
import lakebase.state.WorkspaceColour;
import lakebase.state.WorkspaceId;
import lakebase.testkit.Fx;
import lakebase.testkit.FxTest;
import lakebase.tour.Ui;
import org.junit.jupiter.api.Test;

/** One console on two real workspaces, of which one is foreign. */
@FxTest
class ManyWorkspacesTest extends TwoWorkspaces {

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
  }

  @Test
  void theLockIsKeptAndCanBeOpened() throws InterruptedException {
    ManyConsole console = openAndRead();
    Fx.run(() -> console.app.roster().setReadOnly(PROD, true));
    consoles.removeFirst().close();
    ManyConsole again = open();
    again.waitUntilRead(PROD);
    assertThat(again.workspace(PROD).isReadOnly()).as("kept").isTrue();
    Fx.run(() -> again.app.roster().setReadOnly(PROD, false));
    assertThat(again.api(PROD).submit(new Change.Create(ProjectDraft.of("no", "No")))).isNotNull();
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
  void signingOutClosesTheLocalPortsOfThatWorkspaceAlone() {
    ManyConsole console = openAndRead();
    openPort(console, Ref.of(PROD, BILLING.branch("production").endpoint("primary")));
    openPort(console, Ref.of(WorkspaceId.LOCAL, SHOP.branch("production").endpoint("primary")));
    assertThat(Ui.reads("2 local ports")).isTrue();
    Fx.run(() -> console.app.roster().signOut(PROD));
    Ui.waitForText("1 local port");
    Ui.click("status-ports");
    assertThat(Ui.reads("Billing EU / ")).isFalse();
    assertThat(Ui.reads("127.0.0.1:54")).isTrue();
  }

  private static void openPort(ManyConsole console, Ref.OfResource compute) {
    console.select(compute);
    MenuItem item = console.item("detail-more", "local-port");
    Fx.run(item::fire);
    Ui.click("ports-open");
    Ui.waitForText("127.0.0.1:54");
    Ui.press(KeyCode.ESCAPE);
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
}
