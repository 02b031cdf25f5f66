package lakebase.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javafx.scene.input.KeyCode;
import lakebase.MachineAccess;
import lakebase.auth.Machine;
import lakebase.auth.MemorySecrets;
import lakebase.local.LocalWorkspace;
import lakebase.local.Workspaces;
import lakebase.model.SignIn;
import lakebase.state.Ref;
import lakebase.state.Settings;
import lakebase.state.Workspace;
import lakebase.state.WorkspaceId;
import lakebase.testkit.Fx;
import lakebase.testkit.FxTest;
import lakebase.tour.Ui;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a profile of the configuration file to a workspace in the tree, all of it for real. */
@FxTest
class AddWorkspaceTest {

  @TempDir private Path home;
  @TempDir private Path away;

  @Test
  void aProfileBecomesAWorkspace() throws IOException {
    try (LocalWorkspace foreign = Workspaces.start(Workspaces.instant(away))) {
      Path profiles = home.resolve("databrickscfg");
      Files.writeString(
          profiles,
          "[FOREIGN]%nhost = %s%ntoken = %s%n"
              .formatted(foreign.baseUri(), foreign.token().reveal()));
      Machine machine =
          new Machine(
              Map.of("DATABRICKS_CONFIG_FILE", profiles.toString()),
              home,
              System.getProperty("os.name"));
      MachineAccess access = new MachineAccess(machine, new MemorySecrets());
      try (ManyConsole console = ManyConsole.open(home, Settings.DEFAULT, access)) {
        console.waitUntilRead(WorkspaceId.LOCAL);
        Ui.press(KeyCode.N, Ui.Held.CTRL, Ui.Held.SHIFT);
        Ui.find("workspace-accept");
        Ui.type("field-name", "abroad");
        Fx.snapshot(console.scene(), "many-add");
        Ui.click("workspace-accept");
        Fx.waitFor("it", () -> console.names().size() == 2);
        Workspace added =
            console.state().workspaces().values().stream().skip(1).findFirst().orElseThrow();
        console.waitUntilRead(added.id());
        assertThat(added.settings().signIn()).isEqualTo(new SignIn.Profile("FOREIGN"));
        assertThat(console.workspace(added.id()).lastUser()).isEqualTo(foreign.userName());

        console.select(Ref.of(added.id()));
        var edit = console.item("detail-more", "workspace-edit");
        Fx.run(edit::fire);
        Ui.type("field-name", "home");
        Ui.click("workspace-accept");
        Fx.waitFor("its name", () -> console.names().getLast().contains("home"));
      }
      assertThat(Files.readString(home.resolve("config/workspaces.json")))
          .contains("FOREIGN")
          .doesNotContain(foreign.token().reveal());
    }
  }
}
