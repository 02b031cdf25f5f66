package lakebase.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import lakebase.api.JournalEntry;
import lakebase.local.engine.Pace;
import lakebase.model.AccessEntry;
import lakebase.model.AccessLevel;
import lakebase.model.AccessSpec;
import lakebase.model.AuthMethod;
import lakebase.model.BranchName;
import lakebase.model.Change;
import lakebase.model.Database;
import lakebase.model.DatabaseName;
import lakebase.model.IdentityType;
import lakebase.model.Principal;
import lakebase.model.ProjectName;
import lakebase.model.Role;
import lakebase.model.RoleDraft;
import lakebase.model.RoleName;
import lakebase.state.BackgroundTask;
import lakebase.state.BackgroundTask.Progress;
import lakebase.state.Settings;
import lakebase.state.WorkspaceId;
import lakebase.testkit.Fx;
import lakebase.testkit.FxTest;
import lakebase.tour.Ui;
import lakebase.ui.tasks.TaskRow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Roles, databases and permissions in the real window, as an administrator works with them. */
@FxTest
class PeopleTest {

  private static final ProjectName PROJECT = ProjectName.of("sample-shop");
  private static final BranchName BRANCH = PROJECT.branch("development");
  private static final RoleName JANE = BRANCH.role("jane-doe");
  private static final RoleName APP = BRANCH.role("app");
  private static final DatabaseName SALES = BRANCH.database("sales-2026");

  @TempDir private Path home;

  private @Nullable Console opened;

  @AfterEach
  void close() {
    console().close();
  }

  private Console console() {
    return Objects.requireNonNull(opened);
  }

  private void open(Pace pace) {
    opened = Console.open(home, Settings.DEFAULT, pace);
    console().go(BRANCH);
    PeopleSteps.tab("tab-contents");
    Fx.waitFor(
        "the roles",
        () ->
            console().state().workspace(WorkspaceId.LOCAL).stream()
                .flatMap(found -> found.inventory().branch(BRANCH).stream())
                .anyMatch(entry -> entry.roles().isLoaded() && entry.databases().isLoaded()));
  }

  /** Roles and databases take that long, everything else no time. */
  private static Pace slow(Duration other) {
    return new Pace(Duration.ZERO, Duration.ZERO, Duration.ZERO, other, Duration.ZERO);
  }

  @Test
  void aRoleIsMadeChangedAndDeleted() throws InterruptedException {
    open(Pace.INSTANT);
    Ui.click("new-role");
    Ui.type("field-postgres_role", "Jane.Doe@example.com");
    assertThat(Ui.find("field-role_id", TextInputControl.class).getText()).isEqualTo("jane-doe");
    Ui.click("dialog-create");
    console().waitFor(JANE);
    console().waitUntilDone();
    Role made = console().api().getRole(JANE);
    assertThat(made.identityType()).isEqualTo(IdentityType.USER);
    assertThat(made.authMethod()).isEqualTo(AuthMethod.OAUTH);

    long before = console().sent();
    PeopleSteps.select("roles-table", "Jane.Doe@example.com");
    Ui.press(KeyCode.F2);
    Ui.waitForText("Edit role Jane.Doe@example.com");
    Node createdb = Ui.find("field-createdb");
    Fx.run(createdb::requestFocus);
    Ui.press(KeyCode.SPACE);
    Ui.click("dialog-save");
    console().waitUntilDone();
    assertThat(Console.mask(only(before))).containsExactly("spec.attributes.createdb");
    assertThat(console().api().getRole(JANE).spec().attributes().createdb()).isTrue();

    before = console().sent();
    PeopleSteps.select("roles-table", "Jane.Doe@example.com");
    Ui.press(KeyCode.DELETE);
    Ui.waitForText("It owns no database.");
    Ui.click("dialog-confirm");
    Fx.waitFor("its end", () -> console().state().find(Console.ref(JANE)).isEmpty());
    console().waitUntilDone();
    assertThat(only(before).path()).endsWith("/roles/jane-doe");
  }

  @Test
  void aDatabaseIsMadeRenamedGivenAwayAndDeleted() throws InterruptedException {
    open(Pace.INSTANT);
    makeRole("app");
    Ui.click("new-database");
    Ui.type("field-postgres_database", "sales_2026");
    assertThat(Ui.find("field-database_id", TextInputControl.class).getText())
        .isEqualTo("sales-2026");
    Ui.click("dialog-create");
    console().waitFor(SALES);
    console().waitUntilDone();

    long before = console().sent();
    PeopleSteps.select("databases-table", "sales_2026");
    Ui.press(KeyCode.F2);
    Ui.type("field-postgres_database", "sales");
    PeopleSteps.choose("field-role", "app");
    Ui.waitForText("2 changes");
    Ui.click("dialog-save");
    console().waitUntilDone();
    assertThat(Console.mask(only(before))).containsExactly("spec.postgres_database", "spec.role");
    Database changed = console().api().getDatabase(SALES);
    assertThat(changed.spec().postgresDatabase()).isEqualTo("sales");
    assertThat(changed.spec().owner()).isEqualTo(APP);

    ownerIsDeletedAndItsDatabaseGoesToAnother();
    PeopleSteps.select("databases-table", "sales");
    Ui.press(KeyCode.DELETE);
    Ui.click("dialog-confirm");
    Ui.waitForText("This is not the same text.");
    Ui.type("dialog-typed", "sales-2026");
    Ui.click("dialog-confirm");
    Fx.waitFor("its end", () -> console().state().find(Console.ref(SALES)).isEmpty());
    console().waitUntilDone();
  }

  private void ownerIsDeletedAndItsDatabaseGoesToAnother() {
    long before = console().sent();
    PeopleSteps.select("roles-table", "app");
    Ui.press(KeyCode.DELETE);
    Ui.waitForText("It owns the database sales, which goes to the role chosen here.");
    Ui.click("dialog-confirm");
    Fx.waitFor("its end", () -> console().state().find(Console.ref(APP)).isEmpty());
    console().waitUntilDone();
    assertThat(only(before).path()).contains("reassign_owned_to=projects/sample-shop/branches/");
    assertThat(console().known(Database.class, SALES).spec().owner())
        .as("is known without being read by hand")
        .isNotEqualTo(APP);
  }

  @Test
  void ofTwoChangesAtOnceTheSecondWaitsVisibly() {
    open(slow(Duration.ofSeconds(5)));
    PeopleSteps.startRole("first_role");
    Fx.waitFor("the first", () -> task(0).progress() instanceof Progress.Running);
    PeopleSteps.startRole("second_role");
    Ui.waitForText("Waits for “Create role first_role”");
    Fx.snapshot(console().scene(), "real-people-waiting-en");
    assertThat(task(0).isUnsent()).isTrue();
    assertThat(Ui.find("dialog-cancel")).returns("Close", node -> ((Button) node).getText());
    Ui.press(KeyCode.ESCAPE);
    assertThat(Ui.isShown("dialog-create")).isFalse();
    TaskRow waiting = rows().getFirst();
    assertThat(waiting.status()).isEqualTo(TaskRow.Status.WAITING);
    Fx.snapshot(console().scene(), "real-people-queue-en");
    console().waitFor(BRANCH.role("second-role"));
    console().waitUntilDone();
    assertThat(console().state().tasks())
        .allMatch(task -> task.progress() instanceof Progress.Succeeded);
  }

  @Test
  void whatWaitsIsTakenBackInItsRow() {
    open(slow(Duration.ofSeconds(5)));
    PeopleSteps.startRole("first_role");
    Fx.waitFor("the first", () -> task(0).progress() instanceof Progress.Running);
    long before = console().sent();
    PeopleSteps.startRole("second_role");
    Ui.waitForText("Waits for “Create role first_role”");
    Ui.press(KeyCode.ESCAPE);
    Ui.click(
        Ui.all(node -> node instanceof Hyperlink link && link.getText().equals("take back"))
            .getFirst(),
        1);
    assertThat(task(0).progress()).isInstanceOf(Progress.Unsent.class);
    Ui.waitForText("not sent: taken back");
    console().waitUntilDone();
    assertThat(console().changesSince(before)).isEmpty();
  }

  @Test
  void whatTheServiceIsBusyWithElsewhereIsWaitedFor() throws InterruptedException {
    open(slow(Duration.ofSeconds(3)));
    console().api().submit(new Change.Create(RoleDraft.plain(BRANCH, "elsewhere", "elsewhere")));
    PeopleSteps.startRole("mine");
    Ui.waitForText("The service is busy with another change");
    Fx.waitFor("the dialog to close", () -> !Ui.isShown("dialog-create"));
    console().waitFor(BRANCH.role("mine"));
  }

  @Test
  void permissionsAreGivenChangedAndTakenAway() throws InterruptedException {
    open(Pace.INSTANT);
    console().go(PROJECT);
    PeopleSteps.tab("tab-access");
    Ui.waitForText("in the workspace");
    Ui.click("share");
    Ui.click("field-access_control_list");
    Ui.type("grant-name-1", "zoe@example.com");
    Ui.waitForText("1 change");
    assertThat(Ui.find("grant-remove-0").isDisabled()).as("own management").isTrue();
    long before = console().sent();
    Ui.click("dialog-save");
    Fx.waitFor("the permission", () -> permissions().contains(zoe(AccessLevel.CAN_USE)));
    console().waitUntilDone();
    assertThat(only(before).method()).isEqualTo("PATCH");
    assertThat(only(before).requestBody()).contains("zoe@example.com").doesNotContain("admin");
    Ui.waitForText("zoe@example.com");
    assertThat(task(0).verb()).isEqualTo(BackgroundTask.Verb.SHARE);
    assertThat(task(0).progress()).isInstanceOf(Progress.Succeeded.class);

    Ui.click("share");
    PeopleSteps.choose("grant-level-1", "Can manage");
    Ui.click("dialog-save");
    Fx.waitFor("the level", () -> permissions().contains(zoe(AccessLevel.CAN_MANAGE)));
    console().waitUntilDone();

    before = console().sent();
    Ui.click("share");
    Ui.click("grant-remove-1");
    Ui.click("dialog-save");
    Fx.waitFor("the removal", () -> !permissions().contains(zoe(AccessLevel.CAN_MANAGE)));
    console().waitUntilDone();
    assertThat(only(before).method()).isEqualTo("PUT");
    TableView<?> shown = Ui.find("access-table", TableView.class);
    Fx.waitFor("her row to leave", () -> !shown.getItems().toString().contains("zoe@example.com"));
  }

  @Test
  void aPermissionThatSomebodyElseChangedIsAskedAbout() throws InterruptedException {
    open(Pace.INSTANT);
    share(AccessSpec.NOBODY.with(zoe(), AccessLevel.CAN_USE));
    console().go(PROJECT);
    PeopleSteps.tab("tab-access");
    Ui.click("share");
    Ui.waitForText("zoe@example.com");
    Ui.click("grant-remove-1");
    share(AccessSpec.NOBODY.with(zoe(), AccessLevel.CAN_MANAGE));
    long before = console().sent();
    Ui.click("dialog-save");
    Ui.waitForText("It was Can use. Meanwhile somebody made it Can manage. You entered not set.");
    assertThat(console().changesSince(before)).isEmpty();
    Ui.click("conflict-THEIRS-user_name zoe@example.com");
    Ui.waitForText("No changes");
    Ui.press(KeyCode.ESCAPE);
    assertThat(permissions()).contains(zoe(AccessLevel.CAN_MANAGE));
  }

  @Test
  void everyScreenIsWhole() {
    open(Pace.INSTANT);
    List<String> problems = new ArrayList<>();
    check("roles", problems);
    dialog("new-role", () -> Ui.click("new-role"), problems);
    dialog("new-database", () -> Ui.click("new-database"), problems);
    dialog(
        "edit-database",
        () -> {
          PeopleSteps.select("databases-table", "databricks_postgres");
          Ui.press(KeyCode.F2);
        },
        problems);
    dialog(
        "delete-database",
        () -> {
          PeopleSteps.select("databases-table", "databricks_postgres");
          Ui.press(KeyCode.DELETE);
        },
        problems);
    console().go(PROJECT);
    PeopleSteps.tab("tab-access");
    Ui.waitForText("in the workspace");
    check("access", problems);
    dialog("permissions", () -> Ui.click("share"), problems);
    assertThat(problems).isEmpty();
  }

  private void dialog(String screen, Runnable open, List<String> problems) {
    open.run();
    Ui.find("dialog-cancel");
    check(screen, problems);
    Ui.press(KeyCode.ESCAPE);
  }

  private void check(String screen, List<String> problems) {
    Fx.settle();
    Fx.snapshot(console().scene(), "real-people-" + screen + "-en");
    Fx.run(() -> {
      problems.addAll(new ScreenCheck(screen).problems());
      new Vocabulary(Locale.ENGLISH)
          .strangers(console().state())
          .forEach(text -> problems.add(screen + ": not from the texts: " + text));
      problems.addAll(TabOrder.unreached(console().scene(), screen));
    });
  }

  private void makeRole(String name) {
    PeopleSteps.startRole(name);
    console().waitFor(BRANCH.role(name));
    console().waitUntilDone();
  }

  private BackgroundTask task(int at) {
    return console().state().tasks().get(at);
  }

  @SuppressWarnings("unchecked")
  private static List<TaskRow> rows() {
    return List.copyOf(((ListView<TaskRow>) Ui.find("tasks-list")).getItems());
  }

  private JournalEntry only(long before) {
    List<JournalEntry> changes = console().changesSince(before);
    assertThat(changes).hasSize(1);
    return changes.getFirst();
  }

  private static Principal zoe() {
    return new Principal(Principal.Kind.USER, "zoe@example.com");
  }

  private static AccessEntry zoe(AccessLevel level) {
    return new AccessEntry("user_name", "zoe@example.com", level.value(), false);
  }

  private List<AccessEntry> permissions() {
    try {
      return console().api().permissions(PROJECT);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As somebody else would, who does not use this console. */
  private void share(AccessSpec given) throws InterruptedException {
    console().api().submit(Change.Share.between(PROJECT, AccessSpec.NOBODY, given));
  }
}
