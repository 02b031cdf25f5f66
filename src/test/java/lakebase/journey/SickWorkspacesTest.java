package lakebase.journey;

import static lakebase.journey.ManyConsole.PROD;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import javafx.scene.input.KeyCode;
import lakebase.local.Workspaces;
import lakebase.local.engine.Pace;
import lakebase.model.Change;
import lakebase.model.ProjectDraft;
import lakebase.model.ProjectName;
import lakebase.model.Secret;
import lakebase.state.BackgroundTask;
import lakebase.state.Ref;
import lakebase.state.Workspace.Connection;
import lakebase.state.WorkspaceColour;
import lakebase.state.WorkspaceId;
import lakebase.testkit.Fx;
import lakebase.testkit.FxTest;
import lakebase.tour.Ui;
import org.junit.jupiter.api.Test;

/** Workspaces that hang, refuse, are away, or cannot be read from their file: the others go on. */
@FxTest
class SickWorkspacesTest extends TwoWorkspaces {

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
  void aFileThatIsBrokenIsKeptAndSaidSo() throws IOException {
    Path file = home.resolve("config/workspaces.json");
    Files.writeString(file, "{ this is not JSON");
    ManyConsole console = open();
    Ui.waitForText("Some workspaces could not be read");
    assertThat(home.resolve("config/workspaces.json.broken")).hasContent("{ this is not JSON");
    assertThat(console.names()).containsExactly("Local workspace");
  }
}
