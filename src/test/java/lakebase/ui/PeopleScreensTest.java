package lakebase.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.stage.Stage;
import lakebase.model.AccessEntry;
import lakebase.model.AuthMethod;
import lakebase.model.BranchName;
import lakebase.model.Database;
import lakebase.model.IdentityType;
import lakebase.model.Metadata;
import lakebase.model.ResourceName;
import lakebase.model.Role;
import lakebase.model.RoleAttributes;
import lakebase.model.RoleSpec;
import lakebase.model.UnknownFields;
import lakebase.state.Access;
import lakebase.state.AppState;
import lakebase.state.LoadState;
import lakebase.state.Ref;
import lakebase.state.Settings.Theme;
import lakebase.testkit.FakeUi;
import lakebase.testkit.Fx;
import lakebase.testkit.FxTest;
import lakebase.testkit.Samples;
import lakebase.tour.Ui;
import lakebase.ui.branch.BranchDetail;
import lakebase.ui.database.DatabaseDialogs;
import lakebase.ui.delete.DeleteDialogs;
import lakebase.ui.dialog.DialogStage;
import lakebase.ui.dialog.PeopleApi;
import lakebase.ui.dialog.StaleApi;
import lakebase.ui.permission.PermissionDialogs;
import lakebase.ui.project.ProjectDetail;
import lakebase.ui.role.RoleDialogs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Roles, databases and permissions: every dialog and list, light and dark, English and German. */
@FxTest
class PeopleScreensTest {

  private static final String LONG =
      "a.person.with.a.very.long.name.indeed@department.of.long.names.example.com";
  private static final BranchName BRANCH = Samples.PRODUCTION;

  private static final List<Screen> SCREENS =
      List.of(
          new Screen(
              "create-role",
              BRANCH,
              on -> roles(on).create(Samples.LOCAL, BRANCH),
              () -> Ui.type("field-postgres_role", "Jane.Doe@example.com")),
          new Screen(
              "create-role-password",
              BRANCH,
              on -> roles(on).create(Samples.LOCAL, BRANCH),
              () -> {
                Ui.click("choice-identity_type-PLAIN");
                Ui.type("field-postgres_role", "report_reader");
              }),
          new Screen(
              "create-role-wrong",
              BRANCH,
              on -> roles(on).create(Samples.LOCAL, BRANCH),
              () -> {
                Ui.type("field-postgres_role", "jane");
                Ui.type("field-role_id", "Jane Doe");
                Ui.click("dialog-create");
              }),
          new Screen(
              "edit-role",
              BRANCH.role("app"),
              on -> roles(on).edit(DialogStage.ref(BRANCH.role("app"))),
              () -> {}),
          new Screen(
              "create-database",
              BRANCH,
              on -> databases(on).create(Samples.LOCAL, BRANCH),
              () -> Ui.type("field-postgres_database", "sales_2026")),
          new Screen(
              "edit-database",
              BRANCH.database("databricks-postgres"),
              on -> databases(on).edit(DialogStage.ref(BRANCH.database("databricks-postgres"))),
              () -> Ui.type("field-postgres_database", "shop")),
          new Screen(
              "delete-role",
              BRANCH,
              on -> deletes(on).delete(DialogStage.ref(BRANCH.role("app"))),
              () -> {}),
          new Screen(
              "delete-role-own",
              BRANCH,
              on -> deletes(on).delete(DialogStage.ref(BRANCH.role("admin-local"))),
              () -> {}),
          new Screen(
              "delete-database",
              BRANCH,
              on -> deletes(on).delete(DialogStage.ref(BRANCH.database("databricks-postgres"))),
              () -> {}),
          new Screen(
              "permissions",
              Samples.SHOP,
              on -> new PermissionDialogs(on.ui.context, on.host).edit(Samples.LOCAL, Samples.SHOP),
              () -> {
                Ui.click(
                    Ui.all(node -> node instanceof ButtonBase button && isAdd(button)).getFirst(),
                    1);
                Ui.type("grant-name-4", "bert@example.com");
              }));

  record Screen(String name, ResourceName served, Consumer<DialogStage> open, Runnable act) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Screen> screens() {
    return SCREENS;
  }

  @ParameterizedTest
  @MethodSource("screens")
  void everyDialogFits(Screen screen) {
    picture(screen, Locale.ENGLISH, Theme.LIGHT);
    picture(screen, Locale.GERMAN, Theme.DARK);
  }

  private static void picture(Screen screen, Locale locale, Theme theme) {
    DialogStage stage = new DialogStage(locale, theme);
    stage.ui.api =
        screen.name().equals("permissions")
            ? PeopleApi.answering(list())
            : StaleApi.answering(() -> Samples.resource(screen.served()));
    Fx.run(() -> screen.open().accept(stage));
    screen.act().run();
    String look = theme == Theme.LIGHT ? "light" : "dark";
    Fx.snapshot(stage.scene, "people-" + screen.name() + "-" + look + "-" + locale);
    checkFit(stage);
    Fx.run(() -> stage.scene.getWindow().hide());
  }

  private static void checkFit(DialogStage stage) {
    Node frame = Ui.all(node -> node.getStyleClass().contains("dialog-frame")).getFirst();
    Bounds bounds = frame.localToScene(frame.getLayoutBounds());
    assertThat(bounds.getMinY()).isNotNegative();
    assertThat(bounds.getMaxY()).isLessThanOrEqualTo(stage.scene.getHeight());
    Ui.all(node -> node instanceof ButtonBase button && !button.isWrapText())
        .forEach(node ->
            assertThat(((ButtonBase) node).getWidth())
                .as("width of button '%s'", ((Labeled) node).getText())
                .isGreaterThanOrEqualTo(Math.floor(((ButtonBase) node).prefWidth(-1)) - 1));
  }

  private static boolean isAdd(ButtonBase button) {
    return "field-access_control_list".equals(button.getId());
  }

  private static List<AccessEntry> list() {
    return List.of(
        new AccessEntry("user_name", "admin@local", "CAN_MANAGE", false),
        new AccessEntry("user_name", LONG, "CAN_USE", false),
        new AccessEntry("group_name", "data-engineers", "CAN_USE", false),
        new AccessEntry(
            "service_principal_name", "7f1c2a90-53c1-4e0e-9a7d-0f8d2b1c4e55", "CAN_USE", false),
        new AccessEntry("group_name", "admins", "CAN_MANAGE", true));
  }

  @ParameterizedTest
  @CsvSource({"0, LIGHT, en", "0, DARK, de", "7, LIGHT, en", "500, LIGHT, en", "500, DARK, de"})
  void aBranchWithThatManyRoles(int count, Theme theme, String language) {
    FakeUi fake = new FakeUi(with(count), Locale.forLanguageTag(language));
    for (int width : new int[] {974, 694}) {
      BranchDetail detail = Fx.call(() -> new BranchDetail(fake.context));
      Fx.run(() -> detail.show(Ref.of(Samples.LOCAL, BRANCH)));
      String file = String.join("-", "people-roles", "" + count, "" + theme, language, "" + width);
      show(detail, "tab-contents", theme, width, file);
    }
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, en", "DARK, de"})
  void theListOfPermissions(Theme theme, String language) {
    AppState state =
        Samples.state()
            .changeInventory(
                Samples.LOCAL,
                known ->
                    known.changeProject(
                        Samples.SHOP,
                        entry ->
                            entry.withAccess(
                                new Access(list(), new LoadState.Loaded(Samples.NOW)))));
    FakeUi fake = new FakeUi(state, Locale.forLanguageTag(language));
    ProjectDetail detail = Fx.call(() -> new ProjectDetail(fake.context));
    Fx.run(() -> detail.show(Ref.of(Samples.LOCAL, Samples.SHOP)));
    show(detail, "tab-access", theme, 694, "people-access-" + theme + "-" + language);
    assertThat(fake.calls).doesNotContain("readAccess " + Samples.SHOP);
  }

  @Test
  void permissionsAreReadWhenTheyAreFirstLookedAt() {
    FakeUi fake = new FakeUi(Samples.state(), Locale.ENGLISH);
    ProjectDetail detail = Fx.call(() -> new ProjectDetail(fake.context));
    Fx.run(() -> detail.show(Ref.of(Samples.LOCAL, Samples.SHOP)));
    Stage stage = Fx.show(detail, Theme.LIGHT, 974, 586);
    assertThat(fake.calls).doesNotContain("readAccess " + Samples.SHOP);
    select(detail, "tab-access");
    assertThat(fake.calls).containsOnlyOnce("readAccess " + Samples.SHOP);
    Ui.click("share");
    assertThat(fake.calls).contains("permissions " + Samples.SHOP);
    Fx.run(stage::hide);
  }

  private static void show(
      javafx.scene.layout.Region detail, String tab, Theme theme, int width, String file) {
    Stage stage = Fx.show(detail, theme, width, 586);
    select(detail, tab);
    assertThat(Fx.snapshot(stage.getScene(), file)).isNotEmptyFile();
    Fx.run(stage::hide);
  }

  private static void select(Node detail, String tab) {
    Fx.run(() -> {
      TabPane tabs = (TabPane) detail.lookup(".detail-tabs");
      tabs.getTabs().stream()
          .filter(one -> one.getId().equals(tab))
          .findFirst()
          .ifPresent(tabs.getSelectionModel()::select);
    });
    Fx.settle();
  }

  private static AppState with(int count) {
    List<Role> roles = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      roles.add(role(i));
    }
    return Samples.state()
        .changeInventory(
            Samples.LOCAL,
            known ->
                known.changeBranch(
                    BRANCH,
                    entry ->
                        entry
                            .withRoles(Samples.loaded(roles, Role::name))
                            .withDatabases(
                                Samples.loaded(
                                    count == 0
                                        ? List.<Database>of()
                                        : List.copyOf(entry.databases().values()),
                                    Database::name))));
  }

  private static Role role(int number) {
    List<IdentityType> kinds =
        List.of(
            IdentityType.USER,
            IdentityType.SERVICE_PRINCIPAL,
            IdentityType.GROUP,
            IdentityType.UNSPECIFIED);
    IdentityType kind = kinds.get(number % kinds.size());
    boolean isUser = kind.equals(IdentityType.USER);
    return new Role(
        BRANCH.role(number == 0 ? "admin-local" : "role-" + number),
        Metadata.created(null, Samples.NOW),
        number == 0 ? LONG : isUser ? "user." + number + "@example.com" : "name-" + number,
        kind,
        kind.equals(IdentityType.UNSPECIFIED)
            ? number % 8 == 3 ? AuthMethod.PASSWORD : AuthMethod.NO_LOGIN
            : AuthMethod.OAUTH,
        new RoleSpec(
            number % 3 == 0 ? List.of("DATABRICKS_SUPERUSER") : List.of(),
            new RoleAttributes(number % 2 == 0, number % 4 == 0, number % 6 == 0)),
        UnknownFields.NONE);
  }

  private static RoleDialogs roles(DialogStage on) {
    return new RoleDialogs(on.ui.context, on.host);
  }

  private static DatabaseDialogs databases(DialogStage on) {
    return new DatabaseDialogs(on.ui.context, on.host);
  }

  private static DeleteDialogs deletes(DialogStage on) {
    return new DeleteDialogs(on.ui.context, on.host);
  }
}
