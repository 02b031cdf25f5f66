package lakebase.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import lakebase.api.ApiException;
import lakebase.auth.Offer;
import lakebase.local.LocalWorkspace;
import lakebase.model.Change;
import lakebase.model.ProjectDraft;
import lakebase.model.SignIn;
import lakebase.state.Ref;
import lakebase.state.Workspace;
import lakebase.state.Workspace.Connection;
import lakebase.state.WorkspaceId;
import lakebase.testkit.Eavesdropper;
import lakebase.testkit.Fx;
import lakebase.tour.Ui;

/** Signs in to another workspace every way, and fails to. */
final class PlantedSignIns {

  private final ManyConsole console;
  private final Eavesdropper ear;
  private final LocalWorkspace foreign;

  PlantedSignIns(ManyConsole console, Eavesdropper ear, LocalWorkspace foreign) {
    this.console = console;
    this.ear = ear;
    this.foreign = foreign;
  }

  void walk(URI echo, String profile) throws InterruptedException {
    console.waitUntilRead(WorkspaceId.LOCAL);
    brokenProfile(profile);
    typedToken();
    program();
    browser();
    echo(echo);
  }

  /** The workspace of that name. */
  WorkspaceId named(String name) {
    Fx.waitFor(name, () -> console.names().contains(name));
    return Fx.call(() ->
        console.state().workspaces().values().stream()
            .filter(known -> known.name().equals(name))
            .findFirst()
            .map(Workspace::id)
            .orElseThrow());
  }

  private void brokenProfile(String profile) {
    startAdding(SignIn.Profile.class);
    assertThat(Ui.reads(profile)).isTrue();
    failTest("a profile");
    Ui.type("field-name", "broken");
    Ui.click("workspace-accept");
    refusal("broken");
  }

  private void typedToken() {
    startAdding(SignIn.AccessToken.class);
    Ui.type("field-host", foreign.baseUri().toString());
    Ui.type("field-name", "typed");
    Ui.type("field-access_token", ear.plant("planted-typed-token-77b0"));
    failTest("a typed token");
    Ui.type("field-access_token", foreign.token().reveal());
    passTest("a typed token");
    Ui.click("workspace-accept");
    connected("typed");
  }

  private void program() {
    startAdding(SignIn.ServicePrincipal.class);
    Ui.type("field-host", foreign.baseUri().toString());
    Ui.type("field-name", "program");
    Ui.type("field-client_id", foreign.clientId());
    Ui.type("field-client_secret", ear.plant("planted/client+secret-1f3e"));
    failTest("a client secret");
    Ui.click("workspace-accept");
    refusal("program");
    var edit = console.item("detail-more", "workspace-edit");
    Fx.run(edit::fire);
    Ui.type("field-client_secret", foreign.clientSecret().reveal());
    ear.look("an edit");
    Ui.click("workspace-accept");
    connected("program");
  }

  private void browser() {
    startAdding(SignIn.Browser.class);
    Ui.type("field-host", foreign.baseUri().toString());
    Ui.type("field-name", "person");
    passTest("the browser");
    Ui.click("workspace-accept");
    connected("person");
  }

  /** A server that answers with what it was sent. */
  private void echo(URI address) throws InterruptedException {
    startAdding(SignIn.AccessToken.class);
    Ui.type("field-host", address.toString());
    Ui.type("field-name", "echo");
    Ui.type("field-access_token", ear.plant("planted-echoed-token-c0de"));
    failTest("an echo");
    Ui.click("workspace-accept");
    refusal("echo");
    WorkspaceId id = named("echo");
    Change change = new Change.Create(ProjectDraft.of("echoed", "Echoed"));
    Fx.run(() -> console.app.changes().submit(id, change, "Echoed", _ -> {}));
    Fx.waitFor(
        "its failure",
        () -> console.state().tasks().stream().anyMatch(task -> task.title().contains("Echoed")));
    ear.look("a failed change");
    try {
      console.api(id).me();
    } catch (ApiException refused) {
      ear.hear(refused);
      ear.hear("a failure", refused.failure().toString());
    }
    // It was said, and taken out.
    assertThat(console.api(id).journal().entries().toString()).contains("Authorization: Bearer [");
  }

  private void startAdding(Class<? extends SignIn> way) {
    Ui.press(KeyCode.N, Ui.Held.CTRL, Ui.Held.SHIFT);
    @SuppressWarnings("unchecked")
    ComboBox<Offer> offers = (ComboBox<Offer>) Ui.find("field-sign_in");
    Fx.run(() ->
        offers.setValue(
            offers.getItems().stream()
                .filter(offer -> way.isInstance(offer.signIn()))
                .findFirst()
                .orElseThrow()));
    Fx.settle();
  }

  private void failTest(String what) {
    Ui.click("workspace-test");
    Ui.find("trial-why");
    ear.look("a failed test of " + what);
  }

  private void passTest(String what) {
    Ui.click("workspace-test");
    Ui.waitForText("Everything works.");
    ear.look("a test of " + what);
  }

  private void refusal(String name) {
    WorkspaceId id = named(name);
    console.waitFor(
        "its refusal",
        id,
        known ->
            !(known.connection() instanceof Connection.Connected)
                && !(known.connection() instanceof Connection.Connecting));
    console.select(Ref.of(id));
    ear.look("the refusal of " + name);
  }

  private void connected(String name) {
    WorkspaceId id = named(name);
    console.waitUntilRead(id);
    console.select(Ref.of(id));
    ear.look("the workspace of " + name);
  }

  /** Signs the person out, and hears what was kept of all requests. */
  void leave() {
    for (Workspace known : Fx.call(() -> console.state().workspaces().values())) {
      console.app.workspaces().api(known.id()).journal().entries().stream()
          .map(Object::toString)
          .forEach(entry -> ear.hear("journal of " + known.name(), entry));
    }
    WorkspaceId id = named("person");
    console.select(Ref.of(id));
    Fx.run(() -> console.app.roster().signOut(id));
    console.waitFor("it", id, known -> known.connection() instanceof Connection.SignedOut);
    ear.look("signed out");
  }
}
