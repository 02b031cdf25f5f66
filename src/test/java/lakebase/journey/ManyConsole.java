package lakebase.journey;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import javafx.scene.Scene;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.stage.Stage;
import lakebase.Access;
import lakebase.App;
import lakebase.Directories;
import lakebase.api.PostgresApi;
import lakebase.disk.WorkspacesFile;
import lakebase.local.LocalWorkspaceOptions;
import lakebase.local.engine.Pace;
import lakebase.model.ResourceName;
import lakebase.model.SignIn;
import lakebase.state.AppState;
import lakebase.state.Ref;
import lakebase.state.Settings;
import lakebase.state.Workspace;
import lakebase.state.Workspace.Connection;
import lakebase.state.WorkspaceColour;
import lakebase.state.WorkspaceId;
import lakebase.state.WorkspaceSettings;
import lakebase.testkit.FakeAccess;
import lakebase.testkit.FakeSignIns;
import lakebase.testkit.Fx;
import lakebase.tour.Ui;

/**
 * A console on its local workspace and on others, whose sign-in is the test's. For a test's thread.
 */
final class ManyConsole implements AutoCloseable {

  /** The other workspace that most tests have. */
  static final WorkspaceId PROD = new WorkspaceId("w-prod");

  final App app;
  final Stage stage;

  private ManyConsole(App app, Stage stage) {
    this.app = app;
    this.stage = stage;
  }

  /** Opens one that has the local workspace and those of its file. */
  static ManyConsole open(Path home, Settings settings, FakeSignIns signIns) {
    return open(home, settings, new FakeAccess(signIns));
  }

  /** The same, signed in to the others by that. */
  static ManyConsole open(Path home, Settings settings, Access access) {
    return open(
        home,
        settings,
        LocalWorkspaceOptions.controlPlane(Directories.under(home).data()).withPace(Pace.INSTANT),
        access);
  }

  /** The same, on a local workspace of those options. */
  static ManyConsole open(
      Path home, Settings settings, LocalWorkspaceOptions local, Access access) {
    Directories directories = Directories.under(home);
    return Fx.call(() -> {
      Stage stage = new Stage();
      Settings.WindowPlace place = new Settings.WindowPlace(0, 0, 1280, 820, false);
      App app =
          new App(directories, Locale.ENGLISH, settings.withWindow(place), local, access, stage);
      app.open();
      return new ManyConsole(app, stage);
    });
  }

  /** Writes the file of workspaces, as a console before has left it. */
  static void keep(Path home, WorkspaceSettings... workspaces) {
    new WorkspacesFile(Directories.under(home).config()).save(() -> Arrays.asList(workspaces));
  }

  /** A workspace at that address, signed in to by a profile. */
  static WorkspaceSettings at(WorkspaceId id, String name, WorkspaceColour colour, URI address) {
    return new WorkspaceSettings(
        id, name, colour, address.toString(), new SignIn.Profile("PROD-EU"), "", false);
  }

  @Override
  public void close() {
    Fx.run(app::close);
  }

  Scene scene() {
    return stage.getScene();
  }

  AppState state() {
    return app.store().state();
  }

  Workspace workspace(WorkspaceId id) {
    return state().workspace(id).orElseThrow();
  }

  PostgresApi api(WorkspaceId id) {
    return app.workspaces().api(id);
  }

  /** Waits until that workspace is as wanted. */
  void waitFor(String what, WorkspaceId id, Predicate<Workspace> wanted) {
    Fx.waitFor(what, () -> state().workspace(id).filter(wanted).isPresent());
    Fx.settle();
  }

  /** Waits until everything in that workspace has been read. */
  void waitUntilRead(WorkspaceId id) {
    waitFor("the inventory of " + id, id, ManyConsole::isRead);
  }

  void select(Ref ref) {
    Fx.run(() -> app.store().update(state -> state.select(ref)));
    Fx.settle();
  }

  /** An item of that menu. */
  MenuItem item(String menu, String id) {
    MenuButton button = Ui.find(menu, MenuButton.class);
    return Fx.call(() ->
        button.getItems().stream()
            .filter(item -> id.equals(item.getId()))
            .findFirst()
            .orElseThrow());
  }

  boolean knows(WorkspaceId id, ResourceName name) {
    return state().find(Ref.of(id, name)).isPresent();
  }

  static boolean isConnected(Workspace workspace) {
    return workspace.connection() instanceof Connection.Connected;
  }

  static boolean isLost(Workspace workspace) {
    return workspace.connection() instanceof Connection.Lost;
  }

  private static boolean isRead(Workspace workspace) {
    return isConnected(workspace)
        && workspace.inventory().projects().isLoaded()
        && workspace.inventory().projects().values().stream()
            .filter(project -> !project.project().metadata().isDeleted())
            .allMatch(project ->
                project.branches().isLoaded()
                    && project.branches().values().stream()
                        .allMatch(branch -> branch.endpoints().isLoaded()));
  }

  /** The names of the workspaces in their order. */
  List<String> names() {
    return state().workspaces().values().stream().map(Workspace::name).toList();
  }
}
