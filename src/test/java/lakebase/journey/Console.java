package lakebase.journey;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.stage.Stage;
import lakebase.App;
import lakebase.Directories;
import lakebase.api.JournalEntry;
import lakebase.api.PostgresApi;
import lakebase.local.LocalWorkspaceOptions;
import lakebase.local.Workspaces;
import lakebase.local.engine.Pace;
import lakebase.model.Resource;
import lakebase.model.ResourceName;
import lakebase.state.AppState;
import lakebase.state.BackgroundTask;
import lakebase.state.Ref;
import lakebase.state.Settings;
import lakebase.state.Store;
import lakebase.state.WorkspaceId;
import lakebase.testkit.FakeAccess;
import lakebase.testkit.FakeSignIns;
import lakebase.testkit.Fx;
import lakebase.tour.Ui;

/** A console on the local workspace of a home directory, and what it sent. For a test's thread. */
final class Console implements AutoCloseable {

  private static final String MASK = "update_mask=";

  final App app;
  final Stage stage;

  private Console(App app, Stage stage) {
    this.app = app;
    this.stage = stage;
  }

  /** Opens one of 1000×700 at that pace, and waits until everything is read. */
  static Console open(Path home, Settings settings, Pace pace) {
    Directories directories = Directories.under(home);
    makeSample(directories);
    return open(
        home, settings, LocalWorkspaceOptions.controlPlane(directories.data()).withPace(pace));
  }

  /** Opens one on a workspace of those options, and waits until everything is read. */
  static Console open(Path home, Settings settings, LocalWorkspaceOptions options) {
    Directories directories = Directories.under(home);
    Console console =
        Fx.call(() -> {
          Stage stage = new Stage();
          Settings.WindowPlace place = new Settings.WindowPlace(0, 0, 1000, 700, false);
          App app =
              new App(
                  directories,
                  Locale.ENGLISH,
                  settings.withWindow(place),
                  options,
                  new FakeAccess(FakeSignIns.NONE),
                  stage);
          app.open();
          return new Console(app, stage);
        });
    Fx.waitFor("the inventory", () -> isRead(console.state()));
    return console;
  }

  /** At once, whatever pace the console has then. */
  private static void makeSample(Directories directories) {
    LocalWorkspaceOptions options = LocalWorkspaceOptions.controlPlane(directories.data());
    Workspaces.start(options.withPace(Pace.INSTANT)).close();
  }

  /** The same in English, light, with operations that are done at once. */
  static Console open(Path home) {
    return open(home, Settings.DEFAULT, Pace.INSTANT);
  }

  /** Opens one of 1000×700 on an empty workspace with PostgreSQL under it. */
  static Console openReal(Path home, Settings settings) {
    Path data = Directories.under(home).data();
    Path cache = Path.of("target", "postgres-cache").toAbsolutePath();
    return open(home, settings, LocalWorkspaceOptions.in(data, cache).withoutSample());
  }

  @Override
  public void close() {
    Fx.run(app::close);
  }

  Store store() {
    return app.store();
  }

  AppState state() {
    return app.store().state();
  }

  Scene scene() {
    return stage.getScene();
  }

  static Ref.OfResource ref(ResourceName name) {
    return Ref.of(WorkspaceId.LOCAL, name);
  }

  /** Selects that, once it is known, as a click in the tree does. */
  void go(ResourceName name) {
    waitFor(name);
    Fx.run(() -> store().update(state -> state.select(ref(name))));
    Fx.settle();
  }

  /** Waits until the console knows that. */
  void waitFor(ResourceName name) {
    Fx.waitFor(name.toString(), () -> state().find(ref(name)).isPresent());
  }

  /** What the console knows of that. */
  <T extends Resource> T known(Class<T> type, ResourceName name) {
    return type.cast(Fx.call(() -> state().find(ref(name)).orElseThrow()));
  }

  /** Waits until no operation runs. */
  void waitUntilDone() {
    Fx.waitFor(
        "the operations", () -> state().tasks().stream().noneMatch(BackgroundTask::isRunning));
    Fx.settle();
  }

  /** Gives a command of the page, by its button or from its menu. */
  void command(String id) {
    if (Ui.isShown(id)) {
      Ui.click(id);
    } else {
      choose("detail-more", id);
    }
  }

  /** Chooses an item of that menu once it can be chosen. */
  void choose(String menu, String id) {
    Fx.waitFor(
        id + " in #" + menu, () -> item(menu, id).filter(item -> !item.isDisable()).isPresent());
    Fx.run(() -> item(menu, id).orElseThrow().fire());
    Fx.settle();
  }

  private static Optional<MenuItem> item(String menu, String id) {
    return Ui.all(node -> menu.equals(node.getId())).stream()
        .flatMap(node -> ((MenuButton) node).getItems().stream())
        .filter(item -> id.equals(item.getId()))
        .findFirst();
  }

  /** The service's client, as somebody else would use it. */
  PostgresApi api() {
    return app.workspaces().api(WorkspaceId.LOCAL);
  }

  /** How many requests were made until now. */
  long sent() {
    return api().journal().entries().stream().mapToLong(JournalEntry::sequence).max().orElse(0);
  }

  /** What was asked to be changed since then; what only reads is left out. */
  List<JournalEntry> changesSince(long then) {
    return api().journal().entries().stream()
        .filter(entry -> entry.sequence() > then && !entry.method().equals("GET"))
        .toList();
  }

  /** The paths of the update mask of that request, sorted. */
  static List<String> mask(JournalEntry entry) {
    String path = entry.path();
    String encoded = path.substring(path.indexOf(MASK) + MASK.length()).split("&", 2)[0];
    String mask = URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    return Arrays.stream(mask.split(",", -1)).sorted().toList();
  }

  private static boolean isRead(AppState state) {
    return state
        .workspace(WorkspaceId.LOCAL)
        .map(found -> found.inventory().projects())
        .filter(projects ->
            projects.isLoaded()
                && projects.values().stream()
                    .allMatch(project ->
                        project.branches().isLoaded()
                            && project.branches().values().stream()
                                .allMatch(branch -> branch.endpoints().isLoaded())))
        .isPresent();
  }
}
