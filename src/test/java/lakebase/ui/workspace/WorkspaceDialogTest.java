package lakebase.ui.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import lakebase.auth.ConnectionTest.Step;
import lakebase.auth.SecretKind;
import lakebase.model.Secret;
import lakebase.model.SignIn;
import lakebase.state.Settings.Theme;
import lakebase.state.WorkspaceColour;
import lakebase.state.WorkspaceId;
import lakebase.state.WorkspaceSettings;
import lakebase.task.Call;
import lakebase.task.Job;
import lakebase.task.Outcome;
import lakebase.task.TaskRunner;
import lakebase.testkit.Fx;
import lakebase.testkit.FxTest;
import lakebase.tour.Ui;
import lakebase.ui.UiContext;
import lakebase.ui.dialog.DialogStage;
import org.junit.jupiter.api.Test;

/** Adding and editing a workspace, by the controls. */
@FxTest
class WorkspaceDialogTest {

  private static final WorkspaceSettings PROD =
      new WorkspaceSettings(
          new WorkspaceId("w1"),
          "Production",
          WorkspaceColour.RED,
          "https://prod.example",
          new SignIn.AccessToken(),
          "",
          true);

  private final Desk desk = new Desk();

  private void add(DialogStage stage) {
    Fx.run(() ->
        new AddWorkspaceDialogs(stage.ui.context, stage.host, desk.tools())
            .add(Set.of(WorkspaceColour.TEAL)));
  }

  private void edit(DialogStage stage) {
    Fx.run(() -> new AddWorkspaceDialogs(stage.ui.context, stage.host, desk.tools()).edit(PROD));
  }

  @SuppressWarnings("unchecked")
  private static void choose(String id, Object item) {
    ComboBox<Object> box = (ComboBox<Object>) Ui.find(id);
    Fx.run(() -> box.setValue(item));
  }

  @Test
  void aProfileIsTestedAndAdded() {
    DialogStage stage = DialogStage.english();
    add(stage);
    assertThat(Ui.text(Ui.find("derived-sign_in")))
        .contains("dev.cloud.databricks.com")
        .contains("/home/ada/.databrickscfg");
    Ui.click("workspace-test");
    assertThat(desk.tried).hasSize(1);
    assertThat(Ui.text(Ui.find("dialog-status"))).isEqualTo("Everything works.");
    Ui.click("workspace-accept");
    assertThat(desk.added)
        .singleElement()
        .satisfies(added -> {
          assertThat(added.signIn()).isEqualTo(new SignIn.Profile("dev"));
          assertThat(added.colour()).isEqualTo(WorkspaceColour.BLUE);
        });
    assertThat(stage.host.isOpen()).isFalse();
  }

  @Test
  void aTypedSecretGoesToTheKeyringAndNowhereElse() {
    DialogStage stage = DialogStage.english();
    add(stage);
    choose("field-sign_in", Desk.TOKEN);
    Ui.type("field-host", "x.cloud.databricks.com");
    Ui.type("field-access_token", "planted-secret");
    assertThat(Ui.isShown("field-client_id")).isFalse();
    Ui.click("workspace-accept");
    WorkspaceSettings added = desk.added.getFirst();
    assertThat(desk.keyring.find(added.id().value(), SecretKind.ACCESS_TOKEN))
        .contains(new Secret("planted-secret"));
    assertThat(desk.added.toString()).doesNotContain("planted-secret");
  }

  @Test
  void whatOneHostWasTriedWithGoesToNoOther() {
    add(DialogStage.english());
    choose("field-sign_in", Desk.TOKEN);
    Ui.type("field-host", "x.cloud.databricks.com");
    Ui.type("field-access_token", "planted-secret");
    Ui.click("workspace-test");
    assertThat(desk.usedSecrets).containsExactly("ACCESS_TOKEN=planted-secret");
    desk.usedSecrets.clear();
    choose("field-sign_in", Desk.DEV);
    Ui.click("workspace-test");
    assertThat(desk.usedSecrets).isEmpty();
    Ui.click("workspace-accept");
    WorkspaceId id = desk.added.getFirst().id();
    assertThat(desk.keyring.find(id.value(), SecretKind.ACCESS_TOKEN)).isEmpty();
  }

  @Test
  void aKeyringThatRefusesIsSaidAndNothingIsAdded() {
    desk.keyring.refusing = true;
    DialogStage stage = DialogStage.english();
    add(stage);
    choose("field-sign_in", Desk.TOKEN);
    Ui.type("field-host", "x.cloud.databricks.com");
    Ui.type("field-access_token", "planted-secret");
    Ui.click("workspace-accept");
    assertThat(desk.added).isEmpty();
    assertThat(stage.host.isOpen()).isTrue();
    assertThat(Ui.all(node -> Ui.text(node).contains("keyring did not take"))).isNotEmpty();
  }

  @Test
  void withoutAKeyringItAsks() {
    desk.keyring.lasting = false;
    DialogStage stage = DialogStage.english();
    add(stage);
    choose("field-sign_in", Desk.TOKEN);
    Ui.type("field-host", "x.cloud.databricks.com");
    Ui.type("field-access_token", "planted-secret");
    Ui.click("workspace-accept");
    assertThat(desk.added).isEmpty();
    assertThat(Ui.isShown("error-agreed")).isTrue();
    Node toggle = Ui.find("field-agreed");
    Fx.run(toggle::requestFocus);
    Ui.press(KeyCode.SPACE);
    Ui.click("workspace-accept");
    assertThat(desk.added).hasSize(1);
  }

  @Test
  void anEditKeepsTheSecretAndSignsInAnewOnlyWithAnother() {
    desk.keyring.keep("w1", SecretKind.ACCESS_TOKEN, new Secret("kept"));
    DialogStage stage = DialogStage.english();
    edit(stage);
    Ui.click("workspace-test");
    assertThat(desk.usedSecrets).containsExactly("ACCESS_TOKEN=kept");
    Ui.type("field-name", "Prod EU");
    Ui.click("workspace-accept");
    assertThat(desk.changed)
        .singleElement()
        .satisfies(now -> {
          assertThat(now.name()).isEqualTo("Prod EU");
          assertThat(now.readOnly()).isTrue();
        });
    assertThat(desk.signedIn).isEmpty();
    edit(stage);
    Ui.type("field-access_token", "new one");
    Ui.click("workspace-accept");
    assertThat(desk.keyring.find("w1", SecretKind.ACCESS_TOKEN)).contains(new Secret("new one"));
    assertThat(desk.signedIn).containsExactly(PROD.id());
  }

  @Test
  void theFailedStepIsNamedAndExplained() {
    desk.stumbling = Step.SIGN_IN;
    DialogStage stage = DialogStage.english();
    add(stage);
    Ui.click("workspace-test");
    assertThat(Ui.find("trial-SIGN_IN").getPseudoClassStates().toString()).contains("failed");
    assertThat(Ui.text(Ui.find("trial-why"))).contains("expired or was revoked");
    assertThat(Ui.find("trial-WHO").getPseudoClassStates().toString()).doesNotContain("passed");
  }

  @Test
  void whoeverIsWaitedForInTheBrowserSeesTheTimeAndCanCancel() {
    DialogStage stage = DialogStage.english();
    Waiting runner = new Waiting(stage.ui.context.runner());
    Fx.run(() ->
        new AddWorkspaceDialogs(with(stage.ui.context, runner), stage.host, desk.tools())
            .add(Set.of()));
    choose("field-sign_in", Desk.BROWSER);
    Ui.type("field-host", "x.cloud.databricks.com");
    runner.left = 5;
    Ui.click("workspace-test");
    assertThat(Ui.text(Ui.find("trial-waiting"))).contains("5:00");
    assertThat(Ui.text(Ui.find("workspace-test"))).isEqualTo("Cancel test");
    Ui.click("workspace-test");
    assertThat(runner.cancelled).isTrue();
    assertThat(Ui.isShown("trial-waiting")).isFalse();
    assertThat(Ui.text(Ui.find("workspace-test"))).isEqualTo("Test");
  }

  /** Runs so many calls at once, and leaves the next one under way. */
  private static final class Waiting implements TaskRunner {
    private final TaskRunner inline;
    private int left = Integer.MAX_VALUE;
    private boolean cancelled;

    Waiting(TaskRunner inline) {
      this.inline = inline;
    }

    @Override
    public <T> Job run(Call<T> call, java.util.function.Consumer<Outcome<T>> onFx) {
      if (left == 0) {
        return () -> cancelled = true;
      }
      left--;
      return inline.run(call, onFx);
    }
  }

  private static UiContext with(UiContext context, TaskRunner runner) {
    return new UiContext(
        context.store(),
        context.texts(),
        context.formats(),
        context.intents(),
        context.changes(),
        context.inventories(),
        runner,
        context.workspaces(),
        context.clock());
  }

  @Test
  void pictures() {
    picture(Locale.ENGLISH, Theme.LIGHT);
    picture(Locale.GERMAN, Theme.DARK);
  }

  private void picture(Locale locale, Theme theme) {
    String look = (theme == Theme.LIGHT ? "light-" : "dark-") + locale;
    DialogStage stage = new DialogStage(locale, theme);
    desk.stumbling = null;
    add(stage);
    Fx.snapshot(stage.scene, "dialog-add-workspace-" + look);
    Ui.click("workspace-test");
    Fx.snapshot(stage.scene, "dialog-add-workspace-passed-" + look);
    desk.stumbling = Step.TLS;
    desk.code = "CERTIFICATE";
    desk.message = "CN=*.cloud.databricks.com ← CN=Corporate Authority (PKIX path building failed)";
    desk.keyring.lasting = false;
    choose("field-sign_in", Desk.CLIENT);
    Ui.type("field-host", "https://prod-eu.cloud.databricks.com");
    Ui.type("field-client_id", "8f4a1c52-1111-2222-3333-abcdefabcdef");
    Ui.type("field-client_secret", "planted");
    Ui.click("workspace-test");
    Fx.snapshot(stage.scene, "dialog-add-workspace-failed-" + look);
    Fx.run(() -> stage.scene.getWindow().hide());
    DialogStage other = new DialogStage(locale, theme);
    edit(other);
    Fx.snapshot(other.scene, "dialog-edit-workspace-" + look);
    Fx.run(() -> other.scene.getWindow().hide());
  }
}
