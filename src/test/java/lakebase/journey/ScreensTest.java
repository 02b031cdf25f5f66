package lakebase.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Parent;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import lakebase.local.engine.Pace;
import lakebase.model.BranchDraft;
import lakebase.model.BranchName;
import lakebase.model.Change;
import lakebase.model.Draft;
import lakebase.model.EndpointDraft;
import lakebase.model.EndpointName;
import lakebase.model.Expiration;
import lakebase.model.ProjectDraft;
import lakebase.model.ProjectName;
import lakebase.model.ResourceName;
import lakebase.state.Ref;
import lakebase.state.Settings;
import lakebase.state.WorkspaceId;
import lakebase.testkit.Fx;
import lakebase.testkit.FxTest;
import lakebase.tour.Ui;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every page with all its tabs and every dialog of the real console at 1000×700: a picture of each,
 * and none has a control without a name, out of reach of the keyboard or cut off, or a word that is
 * not from the texts.
 */
@FxTest
class ScreensTest {

  private static final ProjectName SHOP = ProjectName.of("sample-shop");
  private static final BranchName DEVELOPMENT = SHOP.branch("development");
  private static final EndpointName COMPUTE = DEVELOPMENT.endpoint("primary");
  private static final EndpointName REPLICA = DEVELOPMENT.endpoint("replica");
  private static final ProjectName OLD = ProjectName.of("old-shop");
  private static final BranchName GONE = OLD.branch("gone");

  private final List<String> problems = new ArrayList<>();

  @TempDir private Path home;

  private @Nullable Console opened;

  @AfterEach
  void close() {
    console().close();
  }

  private Console console() {
    return Objects.requireNonNull(opened);
  }

  private void open(Settings.Theme theme, Locale locale) throws InterruptedException {
    Settings settings = Settings.DEFAULT.withTheme(theme).withLanguage(locale.getLanguage());
    opened = Console.open(home, settings, Pace.INSTANT);
    create(ProjectDraft.of("old-shop", "Old shop"));
    create(BranchDraft.of(GONE, Expiration.never()));
    console().api().submit(Change.Delete.soft(GONE));
    create(EndpointDraft.readOnly(REPLICA));
    Ui.press(KeyCode.F5);
    console().waitFor(GONE);
    console().waitFor(REPLICA);
  }

  private void create(Draft draft) throws InterruptedException {
    console().api().submit(new Change.Create(draft));
  }

  @Test
  void everyPageIsWhole() throws InterruptedException {
    open(Settings.Theme.LIGHT, Locale.ENGLISH);
    Fx.run(() -> console().store().update(state -> state.select(Ref.of(WorkspaceId.LOCAL))));
    Fx.settle();
    tabs("workspace");
    page("project", SHOP);
    page("branch", DEVELOPMENT);
    page("branch-deleted", GONE);
    page("compute", COMPUTE);
    Ui.press(KeyCode.J, Ui.Held.CTRL);
    check("tasks");
    Ui.press(KeyCode.K, Ui.Held.CTRL);
    Ui.type("search", "o");
    Ui.find("search-results");
    check("search");
    Ui.press(KeyCode.ESCAPE);
    assertThat(problems).isEmpty();
  }

  @Test
  void everyDialogIsWhole() throws InterruptedException {
    open(Settings.Theme.LIGHT, Locale.ENGLISH);
    console().go(DEVELOPMENT);
    dialog("new-project", () -> console().choose("new", "new-project"));
    dialog("new-branch", () -> console().choose("new", "new-branch"));
    dialog("new-compute", () -> console().choose("new", "new-compute"));
    for (ResourceName name : List.of(SHOP, DEVELOPMENT, COMPUTE)) {
      command("edit-" + name.kind(), "edit", name);
    }
    for (ResourceName name : List.of(SHOP, OLD, DEVELOPMENT, COMPUTE, REPLICA)) {
      command("delete-" + name.id(), "delete", name);
    }
    command("undelete", "undelete", GONE);
    credential();
    dialog("local-ports", () -> console().command("local-port"));
    dialog("settings", () -> Ui.press(KeyCode.COMMA, Ui.Held.CTRL));
    dialog("keys", () -> Ui.press(KeyCode.F1));
    assertThat(problems).isEmpty();
  }

  @Test
  void germanAndDarkIsWhole() throws InterruptedException {
    open(Settings.Theme.DARK, Locale.GERMAN);
    page("project", SHOP);
    page("branch", DEVELOPMENT);
    page("compute", COMPUTE);
    command("edit-compute", "edit", COMPUTE);
    credential();
    assertThat(problems).isEmpty();
  }

  private void credential() {
    console().go(COMPUTE);
    dialog(
        "credential",
        () -> {
          console().command("generate-credential");
          Ui.waitForFocus("credential-copy");
        });
  }

  private void command(String screen, String command, ResourceName name) {
    console().go(name);
    dialog(screen, () -> console().command(command));
  }

  private void page(String screen, ResourceName name) {
    console().go(name);
    tabs(screen);
  }

  private void tabs(String screen) {
    TabPane tabs = (TabPane) Ui.all(TabPane.class::isInstance).getFirst();
    for (Tab tab : tabs.getTabs()) {
      Fx.run(() -> tabs.getSelectionModel().select(tab));
      check(screen + "-" + tab.getId());
    }
    Fx.run(() -> tabs.getSelectionModel().selectFirst());
  }

  private void dialog(String screen, Runnable open) {
    open.run();
    Fx.waitFor(screen, this::isDialogOpen);
    check("dialog-" + screen);
    Ui.press(KeyCode.ESCAPE);
    assertThat(Fx.call(this::isDialogOpen)).as("%s is closed by Esc", screen).isFalse();
  }

  private boolean isDialogOpen() {
    return console().scene().lookup("#dialogs") instanceof Parent host
        && !host.getChildrenUnmodifiable().isEmpty();
  }

  private void check(String screen) {
    String look = console().state().settings().language();
    Fx.snapshot(console().scene(), "real-" + screen + "-" + look);
    Fx.run(() -> {
      problems.addAll(new ScreenCheck(screen).problems());
      new Vocabulary(Locale.of(look))
          .strangers(console().state())
          .forEach(text -> problems.add(screen + ": not from the texts: " + text));
      if (!screen.equals("search")) {
        problems.addAll(TabOrder.unreached(console().scene(), screen));
      }
    });
  }
}
