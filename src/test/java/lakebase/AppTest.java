package lakebase;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import lakebase.disk.SettingsFile;
import lakebase.local.LocalWorkspaceOptions;
import lakebase.model.ResourceName;
import lakebase.state.AppState;
import lakebase.state.Ref;
import lakebase.state.Settings;
import lakebase.state.Workspace;
import lakebase.state.WorkspaceId;
import lakebase.testkit.CssWarnings;
import lakebase.testkit.FakeAccess;
import lakebase.testkit.FakeSignIns;
import lakebase.testkit.Fx;
import lakebase.testkit.FxTest;
import lakebase.tour.Ui;
import lakebase.ui.Texts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole console on a real local workspace. */
@FxTest
class AppTest {

  private final List<App> apps = new ArrayList<>();

  private @Nullable Stage stage;

  @TempDir private Path home;

  @AfterEach
  void close() {
    Fx.run(() -> apps.forEach(App::close));
  }

  private App open(Settings settings) {
    App opened =
        Fx.call(() -> {
          Directories directories = Directories.under(home);
          stage = new Stage();
          App app =
              new App(
                  directories,
                  Locale.ENGLISH,
                  settings,
                  LocalWorkspaceOptions.controlPlane(directories.data()),
                  new FakeAccess(FakeSignIns.NONE),
                  stage);
          app.open();
          return app;
        });
    apps.add(opened);
    return opened;
  }

  @ParameterizedTest
  @CsvSource({"LIGHT,en,1280,820", "DARK,de,1000,700"})
  void showsTheSampleProject(Settings.Theme theme, String language, double width, double height) {
    App app =
        open(
            Settings.DEFAULT
                .withTheme(theme)
                .withLanguage(language)
                .withWindow(new Settings.WindowPlace(0, 0, width, height, false)));
    Fx.waitFor("the projects", () -> isLoaded(app.store().state()));
    Ref.OfResource project = firstProject(app.store().state());
    Fx.run(() -> app.store().update(state -> state.select(project)));
    Fx.waitFor(
        "its branches",
        () -> {
          AppState state = app.store().state();
          return state
              .workspace(WorkspaceId.LOCAL)
              .flatMap(found -> found.inventory().project(project.name().project()))
              .filter(entry -> entry.branches().isLoaded())
              .isPresent();
        });
    Fx.snapshot(scene(), "app-%s-%s-%d".formatted(theme, language, (int) width));
    assertThat(Ui.isShown("detail-empty")).isFalse();
  }

  /** It said "Nothing selected" to who had not seen anything yet. */
  @Test
  void aFirstStartShowsTheLocalWorkspaceAndALaterOneWhatWasLeft() {
    App first = open(Settings.DEFAULT);
    assertThat(first.store().state().selection()).isEqualTo(Ref.of(WorkspaceId.LOCAL));
    Fx.waitFor("the projects", () -> isLoaded(first.store().state()));
    assertThat(Ui.isShown("detail-empty")).isFalse();
    Fx.snapshot(scene(), "app-first-start");
    Ref.OfResource project = firstProject(first.store().state());
    Fx.run(first::close);
    App second = open(Settings.DEFAULT.withSelection(project));
    assertThat(second.store().state().selection()).isEqualTo(project);
  }

  @Test
  void noScreenHasAStyleThatTheToolkitRejects() {
    try (CssWarnings warnings = new CssWarnings()) {
      App app = open(Settings.DEFAULT);
      Fx.waitFor("the computes", () -> firstCompute(app.store().state()).isPresent());
      ResourceName compute = firstCompute(app.store().state()).orElseThrow();
      for (ResourceName name = compute; ; name = name.parent().orElseThrow()) {
        ResourceName shown = name;
        Fx.run(() -> app.store().update(state -> state.select(Ref.of(WorkspaceId.LOCAL, shown))));
        Fx.settle();
        Ui.press(KeyCode.F2);
        Ui.press(KeyCode.ESCAPE);
        if (name.parent().isEmpty()) {
          break;
        }
      }
      Ui.press(KeyCode.F1);
      Ui.press(KeyCode.ESCAPE);
      Ui.press(KeyCode.COMMA, Ui.Held.CTRL);
      Ui.press(KeyCode.ESCAPE);
      assertThat(warnings.messages()).isEmpty();
    }
  }

  @Test
  void saysWhenAnotherConsoleHoldsTheWorkspaceAndTriesAgain() {
    App first = open(Settings.DEFAULT);
    Fx.waitFor("the projects", () -> isLoaded(first.store().state()));
    App second = open(Settings.DEFAULT);
    Fx.waitFor(
        "the refusal",
        () -> connection(second.store().state()) instanceof Workspace.Connection.Lost);
    Fx.run(() -> second.store().update(state -> state.select(Ref.of(WorkspaceId.LOCAL))));
    Ui.waitForText("another Lakebase Console");
    assertThat(Ui.reads("Loading…")).isFalse();
    Fx.snapshot(scene(), "app-held");
    Fx.run(first::close);
    Fx.run(() -> ((Button) scene().lookup("#refresh")).fire());
    Fx.waitFor("the projects", () -> isLoaded(second.store().state()));
  }

  @Test
  void closingEndsItsThreadsAndKeepsWhatWasSet() {
    Set<Thread> before = lasting();
    App app = open(Settings.DEFAULT.withScalePercent(110));
    Fx.waitFor("the projects", () -> isLoaded(app.store().state()));
    Fx.run(() -> {
      app.store().update(state -> state.withSettings(state.settings().withScalePercent(125)));
      app.close();
    });
    Fx.waitFor("its threads to end", () -> before.containsAll(lasting()));
    assertThat(new SettingsFile(home.resolve("config")).load().scalePercent()).isEqualTo(125);
  }

  @Test
  void theLocalWorkspaceIsNamedInTheChosenLanguage() {
    App app = open(Settings.DEFAULT);
    Fx.run(
        () -> app.store().update(state -> state.withSettings(state.settings().withLanguage("de"))));
    Fx.waitFor("the German name", () -> name(app).equals(german("workspace.local")));
    assertThat(german("workspace.local")).isNotEqualTo("Local workspace");
  }

  /** The suite fails on what is thrown on another thread. */
  @Test
  void aConsoleThatIsClosedWhileItStartsEndsQuietly() {
    for (int start = 0; start < 5; start++) {
      App app = open(Settings.DEFAULT);
      Fx.run(app::close);
    }
    Fx.settle();
    assertThat(apps).hasSize(5);
  }

  private static String name(App app) {
    return app.store().state().workspace(WorkspaceId.LOCAL).orElseThrow().name();
  }

  private static String german(String key) {
    return new Texts(Locale.GERMAN).get(key);
  }

  /** That of the window that was opened last. */
  private Scene scene() {
    return Objects.requireNonNull(stage).getScene();
  }

  /** The threads that keep a process alive. */
  private static Set<Thread> lasting() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !thread.isDaemon())
        .collect(Collectors.toSet());
  }

  private static Ref.OfResource firstProject(AppState state) {
    return Ref.of(
        WorkspaceId.LOCAL,
        state
            .workspaces()
            .values()
            .iterator()
            .next()
            .inventory()
            .projects()
            .items()
            .keySet()
            .iterator()
            .next());
  }

  private static Optional<ResourceName> firstCompute(AppState state) {
    return state.workspaces().values().stream()
        .flatMap(workspace -> workspace.inventory().projects().values().stream())
        .flatMap(project -> project.branches().values().stream())
        .flatMap(branch -> branch.endpoints().items().keySet().stream())
        .map(ResourceName.class::cast)
        .findFirst();
  }

  private static boolean isLoaded(AppState state) {
    return state
        .workspace(WorkspaceId.LOCAL)
        .filter(found -> found.inventory().projects().isLoaded())
        .isPresent();
  }

  private static Workspace.Connection connection(AppState state) {
    return state.workspace(WorkspaceId.LOCAL).orElseThrow().connection();
  }
}
