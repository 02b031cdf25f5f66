package lakebase.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import lakebase.Directories;
import lakebase.local.LocalWorkspaceOptions;
import lakebase.model.BranchName;
import lakebase.model.Change;
import lakebase.model.CredentialRequest;
import lakebase.model.Database;
import lakebase.model.Endpoint;
import lakebase.model.EndpointName;
import lakebase.model.Operation;
import lakebase.model.ProjectDraft;
import lakebase.model.ProjectName;
import lakebase.model.ResourceName;
import lakebase.state.BackgroundTask.Progress;
import lakebase.state.Settings;
import lakebase.testkit.Fx;
import lakebase.testkit.FxTest;
import lakebase.tour.Ui;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is done to roles and databases in the window is so in PostgreSQL, and the other way. */
@FxTest
class PeoplePostgresTest {

  private static final Path CACHE = Path.of("target", "postgres-cache").toAbsolutePath();
  private static final ProjectName PROJECT = ProjectName.of("people");
  private static final BranchName BRANCH = PROJECT.branch("production");
  private static final EndpointName COMPUTE = BRANCH.endpoint("primary");

  private static final String ROLES =
      "SELECT rolname FROM pg_roles WHERE rolname LIKE 'app%' ORDER BY rolname";

  @TempDir private Path home;

  @Test
  void theWindowAndPostgresAgree() throws Exception {
    LocalWorkspaceOptions options =
        LocalWorkspaceOptions.in(Directories.under(home).data(), CACHE).withoutSample();
    try (Console console = Console.open(home, Settings.DEFAULT, options)) {
      makeProject(console);
      lookAtContents(console);
      twoRolesAreMadeOneAfterTheOther(console);
      aDatabaseIsMadeAndRenamed(console);
      theOwnerIsDeletedAndItsTablesLive(console);
      aRoleOfSqlAppears(console);
    }
  }

  private static void makeProject(Console console) throws InterruptedException {
    Operation made = console.api().submit(new Change.Create(ProjectDraft.of("people", "People")));
    Fx.waitFor("the project", () -> isDone(console, made));
    Ui.press(KeyCode.F5);
    console.waitFor(COMPUTE);
  }

  private static boolean isDone(Console console, Operation operation) {
    try {
      return console.api().getOperation(operation.name()).isDone();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void lookAtContents(Console console) {
    console.go(BRANCH);
    PeopleSteps.tab("tab-contents");
    console.waitFor(BRANCH.database("databricks-postgres"));
  }

  /** The second is asked for while the first is under way: the service would refuse it. */
  private static void twoRolesAreMadeOneAfterTheOther(Console console) throws SQLException {
    PeopleSteps.startRole("app_owner");
    Fx.waitFor("its operation", () -> !Ui.isShown("dialog-create"));
    PeopleSteps.startRole("app_reader");
    Fx.waitFor("its operation, too", () -> !Ui.isShown("dialog-create"));
    console.waitFor(BRANCH.role("app-reader"));
    console.waitUntilDone();
    assertThat(console.state().tasks())
        .allMatch(task -> task.progress() instanceof Progress.Succeeded);
    assertThat(ask(console, "databricks_postgres", ROLES))
        .containsSubsequence("app_owner", "app_reader");
    assertThat(console.changesSince(0))
        .filteredOn(entry -> entry.path().contains("/roles?"))
        .allMatch(entry -> entry.status() == 200);
  }

  private static void aDatabaseIsMadeAndRenamed(Console console) throws SQLException {
    Ui.click("new-database");
    Ui.type("field-postgres_database", "sales_2026");
    PeopleSteps.choose("field-role", "app_owner");
    Ui.click("dialog-create");
    console.waitFor(BRANCH.database("sales-2026"));
    console.waitUntilDone();
    run(
        console,
        "sales_2026",
        "CREATE TABLE orders(id int)",
        "ALTER TABLE orders OWNER TO app_owner");
    PeopleSteps.select("databases-table", "sales_2026");
    Ui.press(KeyCode.F2);
    Ui.type("field-postgres_database", "sales");
    Ui.click("dialog-save");
    Fx.waitFor(
        "the new name",
        () ->
            console
                .known(Database.class, BRANCH.database("sales-2026"))
                .spec()
                .postgresDatabase()
                .equals("sales"));
    console.waitUntilDone();
    assertThat(ask(console, "sales", "SELECT datname FROM pg_database ORDER BY datname"))
        .contains("sales")
        .doesNotContain("sales_2026");
  }

  private static void theOwnerIsDeletedAndItsTablesLive(Console console) throws SQLException {
    PeopleSteps.select("roles-table", "app_owner");
    Ui.press(KeyCode.DELETE);
    Ui.waitForText("It owns the database sales, which goes to the role chosen here.");
    PeopleSteps.choose("field-reassign_owned_to", "app_reader");
    Ui.click("dialog-confirm");
    gone(console, BRANCH.role("app-owner"));
    assertThat(ask(console, "databricks_postgres", ROLES))
        .contains("app_reader")
        .doesNotContain("app_owner");
    assertThat(
            ask(
                console,
                "sales",
                "SELECT tableowner FROM pg_tables WHERE tablename = 'orders'"
                    + " UNION ALL SELECT pg_get_userbyid(datdba) FROM pg_database"
                    + " WHERE datname = 'sales'"))
        .containsExactly("app_reader", "app_reader");
    assertThat(console.known(Database.class, BRANCH.database("sales-2026")).spec().owner())
        .isEqualTo(BRANCH.role("app-reader"));
  }

  private static void aRoleOfSqlAppears(Console console) throws SQLException {
    run(console, "databricks_postgres", "CREATE ROLE by_sql NOLOGIN");
    Ui.press(KeyCode.F5);
    TableView<?> rows = Ui.find("roles-table", TableView.class);
    Fx.waitFor("its row", () -> rows.getItems().toString().contains("by_sql"));
  }

  private static void gone(Console console, ResourceName name) {
    Fx.waitFor(name + " to go", () -> console.state().find(Console.ref(name)).isEmpty());
    console.waitUntilDone();
  }

  private static void run(Console console, String database, String... sql) throws SQLException {
    try (Connection connection = connect(console, database);
        Statement statement = connection.createStatement()) {
      for (String one : sql) {
        statement.execute(one);
      }
    }
  }

  /** The first column of all rows. */
  private static List<String> ask(Console console, String database, String sql)
      throws SQLException {
    try (Connection connection = connect(console, database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    }
  }

  private static Connection connect(Console console, String database) throws SQLException {
    try {
      Endpoint compute = console.api().getEndpoint(COMPUTE);
      Properties properties = new Properties();
      properties.setProperty("user", console.api().me().userName());
      properties.setProperty(
          "password",
          console.api().generateCredential(new CredentialRequest(COMPUTE, null)).token().reveal());
      properties.setProperty("sslmode", "require");
      String address = compute.facts().hosts().mainAddress().orElseThrow();
      String place = address.contains(":") ? address : address + ":5432";
      return DriverManager.getConnection("jdbc:postgresql://" + place + "/" + database, properties);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
