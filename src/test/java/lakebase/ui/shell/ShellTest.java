package lakebase.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import lakebase.state.Ref;
import lakebase.state.Settings;
import lakebase.testkit.FakeUi;
import lakebase.testkit.Fx;
import lakebase.testkit.FxTest;
import lakebase.testkit.RecordedRoster;
import lakebase.testkit.Samples;
import lakebase.tour.Ui;
import lakebase.tour.Ui.Held;
import lakebase.ui.Key;
import lakebase.ui.Texts;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The window with the plainest features: what the shell itself does. */
@FxTest
class ShellTest {

  private final List<String> calls = new ArrayList<>();
  private final List<Settings> saved = new ArrayList<>();
  private final FakeUi ui = new FakeUi(Samples.state());
  private @Nullable ConsoleWindow window;

  @AfterEach
  void close() {
    Fx.run(() -> {
      if (window != null) {
        window.close();
      }
    });
  }

  private Stage open() {
    return Fx.call(() -> {
      Stage stage = new Stage();
      window =
          new ConsoleWindow(
              stage,
              ui.store,
              Locale.ENGLISH,
              texts -> new Shell(services(), texts, new FakeFeatures(calls)),
              saved::add,
              () -> calls.add("closed"));
      window.open();
      return stage;
    });
  }

  @ParameterizedTest
  @CsvSource({"LIGHT,en,1280,820", "DARK,de,1280,820", "LIGHT,de,1000,700", "DARK,en,1000,700"})
  void looksAsDrawn(Settings.Theme theme, String language, double width, double height)
      throws Exception {
    ui.update(
        state -> state.withSettings(state.settings().withTheme(theme).withLanguage(language)));
    Stage stage = open();
    Fx.run(() -> {
      stage.setWidth(width);
      stage.setHeight(height);
    });
    String name = "shell-%s-%s-%d".formatted(theme, language, (int) width);
    assertThat(Files.size(Fx.snapshot(stage.getScene(), name))).isPositive();
    assertThat(Ui.reads("admin@local")).isTrue();
  }

  @Test
  void tellsWhoIsSignedInWhatRunsAndHowMuchThereIs() {
    open();
    assertThat(text("status-user")).isEqualTo("signed in as admin@local");
    assertThat(text("status-tasks")).isEqualTo("2 tasks running");
    assertThat(text("status-counts")).contains("3 projects · 7 branches · 5 computes");
    assertThat(text("status-age")).contains("9:14:03");
  }

  @Test
  void showsThePageOfTheSelectionAndReusesIt() {
    open();
    assertThat(Ui.find("title", TextField.class).getText()).contains("primary");
    ui.update(state -> state.select(Ref.of(Samples.LOCAL, Samples.REPORTS)));
    assertThat(Ui.find("title", TextField.class).getText()).contains("reports");
    assertThat(calls).containsExactly("page");
    ui.update(state -> state.select(null));
    assertThat(Ui.isShown("detail-empty")).isTrue();
  }

  /** The panel of tasks kept its pixels, and so another height was remembered at each step. */
  @Test
  void theTasksAreAsHighAsBeforeWhenTheScaleIsAsBefore() {
    open();
    Fx.settle();
    double height = ui.store.state().settings().tasksHeight();
    for (int scale : new int[] {150, 200, 100}) {
      ui.update(state -> state.withSettings(state.settings().withScalePercent(scale)));
      Fx.settle();
    }
    assertThat(ui.store.state().settings().tasksHeight()).isCloseTo(height, within(2.0));
  }

  @Test
  void everyKeyOfTheWindowDoesSomething() {
    Shell shell = Fx.call(() -> new Shell(services(), texts(), new FakeFeatures(calls)));
    for (Key key : Key.values()) {
      assertThat(shell.actions().containsKey(key))
          .as(key.name())
          .isEqualTo(key.scope() == Key.Scope.EVERYWHERE);
    }
  }

  @Test
  void keysFindFilterRefreshAndEdit() {
    open();
    Ui.press(KeyCode.K, Held.CTRL);
    Ui.waitForFocus("search");
    Ui.press(KeyCode.F, Held.CTRL);
    Ui.waitForFocus("filter");
    Ui.press(KeyCode.F5);
    assertThat(ui.calls).contains("refresh " + Samples.PRIMARY);
    Ui.press(KeyCode.F2);
    assertThat(calls).contains("edit " + Samples.PRIMARY);
  }

  @Test
  void f6GoesRoundTheWindow() {
    open();
    Ui.waitForFocus("tree");
    Ui.press(KeyCode.F6);
    Ui.waitForFocus("detail");
    Ui.press(KeyCode.F6);
    Ui.waitForFocus("tasks");
    Ui.press(KeyCode.F6);
    Ui.waitForFocus("toolbar");
    Ui.press(KeyCode.F6, Held.SHIFT);
    Ui.waitForFocus("tasks");
  }

  @Test
  void scalesByKeysAndRemembersIt() {
    open();
    Ui.press(KeyCode.EQUALS, Held.CTRL);
    Ui.press(KeyCode.PLUS, Held.CTRL);
    assertThat(Ui.find("status-user", Labeled.class).getFont().getSize())
        .isCloseTo(13 * 1.2 * 0.88, Offset.offset(0.05));
    Fx.waitFor(
        "the settings to be saved",
        () -> !saved.isEmpty() && saved.getLast().scalePercent() == 120);
    Ui.press(KeyCode.DIGIT0, Held.CTRL);
    assertThat(ui.store.state().settings().scalePercent()).isEqualTo(100);
  }

  @Test
  void foldsTheTasksToTheirHeader() {
    open();
    double open = height("tasks");
    Ui.press(KeyCode.J, Held.CTRL);
    assertThat(height("tasks")).isLessThan(60).isLessThan(open);
    Ui.click("status-tasks");
    assertThat(height("tasks")).isEqualTo(open);
    assertThat(open).isBetween(180.0, 190.0);
  }

  @Test
  void listsEveryKey() {
    Stage stage = open();
    Ui.type("?");
    Ui.find("keys-sheet");
    for (Key key : Key.values()) {
      assertThat(Ui.reads(key.text(texts()))).as(key.name()).isTrue();
      assertThat(Ui.reads(key.printed(texts()))).as(key.name()).isTrue();
    }
    Fx.snapshot(stage.getScene(), "keys");
    Ui.press(KeyCode.ESCAPE);
    assertThat(Ui.isShown("keys-sheet")).isFalse();
  }

  @Test
  void changesLanguageWhereOneStands() {
    Stage stage = open();
    Ui.press(KeyCode.COMMA, Held.CTRL);
    Ui.find("settings-language");
    Fx.snapshot(stage.getScene(), "settings");
    ui.update(state -> state.withSettings(state.settings().withLanguage("de")));
    Ui.waitForText("Einstellungen");
    assertThat(text("status-user")).isEqualTo("angemeldet als admin@local");
    Ui.press(KeyCode.ESCAPE);
    Ui.press(KeyCode.K, Held.CTRL);
    Ui.waitForFocus("search");
  }

  @Test
  void asksBeforeItClosesOnRunningOperations() {
    Stage stage = open();
    Fx.run(() -> stage.fireEvent(closeRequest(stage)));
    Ui.waitForText("Close while 2 operations are running?");
    Fx.snapshot(stage.getScene(), "close");
    Ui.click("dialog-cancel");
    assertThat(stage.isShowing()).isTrue();
    Fx.run(() -> stage.fireEvent(closeRequest(stage)));
    Ui.click("dialog-confirm");
    Fx.waitFor("the window to close", () -> !stage.isShowing());
    assertThat(calls).contains("closed");
  }

  @Test
  void closesAtOnceWhenNothingRunsAndSavesWhereItWas() {
    ui.update(state -> state.withTasks(List.of()));
    Stage stage = open();
    Fx.run(() -> {
      stage.setWidth(1100);
      stage.fireEvent(closeRequest(stage));
    });
    Fx.waitFor("the window to close", () -> !stage.isShowing());
    assertThat(saved.getLast().window()).isNotNull();
    assertThat(Objects.requireNonNull(saved.getLast().window()).width()).isEqualTo(1100);
    assertThat(saved.getLast().selection()).isEqualTo(Ref.of(Samples.LOCAL, Samples.PRIMARY));
  }

  @Test
  void goesRoundTheThemes() {
    open();
    Ui.click("theme");
    assertThat(ui.store.state().settings().theme()).isEqualTo(Settings.Theme.LIGHT);
    Ui.click("theme");
    assertThat(ui.store.state().settings().theme()).isEqualTo(Settings.Theme.DARK);
    Ui.click("theme");
    assertThat(ui.store.state().settings().theme()).isEqualTo(Settings.Theme.SYSTEM);
  }

  /** It was a split button: a click created at once what a look at the menu would have told. */
  @Test
  void theNewButtonOpensAMenuAndCreatesNothingByItself() {
    open();
    Ui.click("new");
    assertThat(newMenu().isShowing()).isTrue();
    assertThat(calls).containsExactly("page");
  }

  @Test
  void theFirstEntryOfTheNewMenuIsWhatGoesIntoTheSelection() {
    open();
    assertThat(firstNew()).isEqualTo("new-compute");
    ui.update(state -> state.select(Ref.of(Samples.LOCAL, Samples.PRODUCTION)));
    assertThat(firstNew()).isEqualTo("new-branch");
    ui.update(state -> state.select(Ref.of(Samples.LOCAL, Samples.DEVELOPMENT)));
    assertThat(firstNew()).isEqualTo("new-compute");
    ui.update(state -> state.select(Ref.of(Samples.LOCAL, Samples.SHOP)));
    assertThat(firstNew()).isEqualTo("new-branch");
    ui.update(state -> state.select(Ref.of(Samples.LOCAL)));
    assertThat(firstNew()).isEqualTo("new-project");
  }

  @Test
  void theKeyOpensTheNewMenuAndEnterTakesItsFirstEntry() {
    Stage stage = open();
    Ui.press(KeyCode.N, Held.CTRL);
    MenuButton menu = newMenu();
    Fx.waitFor("the first entry to have the focus", () -> isFirstFocused(menu));
    Fx.snapshot(stage.getScene(), "new-menu");
    Ui.press(KeyCode.ENTER);
    assertThat(calls).contains("newCompute " + Samples.PRODUCTION);
    assertThat(menu.isShowing()).isFalse();
  }

  private static MenuButton newMenu() {
    return Ui.find("new", MenuButton.class);
  }

  private static String firstNew() {
    MenuButton menu = newMenu();
    return Fx.call(() -> Objects.requireNonNull(menu.getItems().getFirst().getId()));
  }

  private static boolean isFirstFocused(MenuButton menu) {
    Node first = menu.getItems().getFirst().getStyleableNode();
    return first != null && first.isFocused();
  }

  private static WindowEvent closeRequest(Stage stage) {
    return new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST);
  }

  private Services services() {
    return new Services(
        ui.store,
        ui.context.changes(),
        ui.context.inventories(),
        ui.context.runner(),
        ui.context.workspaces(),
        new RecordedRoster(calls::add),
        ui.context.clock());
  }

  private static double height(String id) {
    return Ui.find(id, Region.class).getHeight();
  }

  private static String text(String id) {
    return Ui.text(Ui.find(id));
  }

  private static Texts texts() {
    return new Texts(Locale.ENGLISH);
  }
}
