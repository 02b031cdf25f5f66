package lakebase.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;
import lakebase.model.SignIn;
import lakebase.state.AppState;
import lakebase.state.Workspace;
import lakebase.state.Workspace.Connection;
import lakebase.state.WorkspaceColour;
import lakebase.state.WorkspaceId;
import lakebase.state.WorkspaceSettings;
import lakebase.testkit.FakeUi;
import lakebase.testkit.Fx;
import lakebase.testkit.FxTest;
import lakebase.testkit.Samples;
import lakebase.tour.Ui;
import org.junit.jupiter.api.Test;

@FxTest
class WorkspaceChipsTest {

  private static Workspace workspace(int number) {
    return Workspace.of(
            new WorkspaceSettings(
                new WorkspaceId("w-" + number),
                "prod-" + number,
                number % 2 == 1 ? WorkspaceColour.PINK : WorkspaceColour.GREEN,
                "https://prod-" + number + ".example.com",
                new SignIn.Browser(),
                "",
                number % 2 == 1),
            "prod-" + number)
        .withConnection(new Connection.SignedOut());
  }

  private static FakeUi show(int others) {
    AppState state = Samples.state();
    for (int number = 1; number <= others; number++) {
      state = state.withWorkspace(workspace(number));
    }
    FakeUi ui = new FakeUi(state);
    Fx.show(Fx.call(() -> new StackPane(new WorkspaceChips(ui.context))));
    return ui;
  }

  @Test
  void aChipSaysInWordsHowItStands() {
    FakeUi ui = show(1);
    assertThat(Ui.find("workspace-local").getAccessibleText())
        .isEqualTo("Local workspace: signed in as admin@local");
    assertThat(Ui.find("workspace-w-1").getAccessibleText())
        .isEqualTo("prod-1: signed out · locked against changes");
    Ui.click("workspace-w-1");
    Ui.click("add-workspace");
    assertThat(ui.calls).containsExactly("select w-1", "addWorkspace");
  }

  @Test
  void whatDoesNotFitIsInAMenu() {
    FakeUi ui = show(6);
    assertThat(Ui.isShown("workspace-w-2")).isTrue();
    assertThat(Ui.isShown("workspace-w-3")).isFalse();
    MenuButton more = Ui.find("workspaces-more", MenuButton.class);
    assertThat(Fx.call(() -> more.getItems().stream().map(MenuItem::getId).toList()))
        .containsExactly("workspace-w-3", "workspace-w-4", "workspace-w-5", "workspace-w-6");
    Fx.run(() -> more.getItems().getLast().fire());
    assertThat(ui.calls).containsExactly("select w-6");
  }

  @Test
  void theMenuOfAChipOpensByKeyAndSignsIn() {
    FakeUi ui = show(1);
    Button chip = Ui.find("workspace-w-1", Button.class);
    Fx.run(() -> {
      chip.requestFocus();
      chip.fireEvent(
          new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 0, 0, 0, 0, true, null));
    });
    ContextMenu menu =
        Fx.call(() ->
            (ContextMenu)
                Window.getWindows().stream()
                    .filter(ContextMenu.class::isInstance)
                    .findFirst()
                    .orElseThrow());
    assertThat(Fx.call(() -> menu.getItems().stream().map(MenuItem::getId).toList()))
        .containsSequence(
            "workspace-sign-in", "workspace-unlock", "workspace-edit", "workspace-remove");
    Fx.run(() ->
        menu.getItems().stream()
            .filter(item -> "workspace-sign-in".equals(item.getId()))
            .findFirst()
            .orElseThrow()
            .fire());
    assertThat(ui.calls).containsExactly("signIn w-1");
    Fx.run(menu::hide);
    Ui.press(KeyCode.ESCAPE);
  }
}
