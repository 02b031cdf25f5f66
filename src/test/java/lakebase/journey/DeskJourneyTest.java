package lakebase.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import javafx.scene.control.ComboBox;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import lakebase.api.JournalEntry;
import lakebase.model.Change;
import lakebase.model.EndpointName;
import lakebase.model.IdentityType;
import lakebase.model.Operation;
import lakebase.model.ProjectDraft;
import lakebase.model.ProjectName;
import lakebase.model.ResourceId;
import lakebase.model.RoleAttributes;
import lakebase.model.RoleDraft;
import lakebase.model.RoleSpec;
import lakebase.state.Settings;
import lakebase.testkit.Fx;
import lakebase.testkit.FxTest;
import lakebase.tour.Ui;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The credential desk of the real console, on a workspace with PostgreSQL under it. */
@FxTest
class DeskJourneyTest {

  private static final EndpointName COMPUTE =
      ProjectName.of("shop").branch("production").endpoint("primary");
  private static final String GROUP =
      "analysts of a department with a rather long name, @example.com";

  @TempDir private Path home;

  private @Nullable Console opened;

  @AfterEach
  void close() {
    console().close();
  }

  private Console console() {
    return Objects.requireNonNull(opened);
  }

  private void open(Settings settings) throws InterruptedException {
    opened = Console.openReal(home, settings);
    done(new Change.Create(ProjectDraft.of("shop", "Shop")));
    Ui.press(KeyCode.F5);
    console().go(COMPUTE);
  }

  private void done(Change change) throws InterruptedException {
    Operation operation = console().api().submit(change);
    while (operation.outcome() instanceof Operation.Outcome.Running) {
      LockSupport.parkNanos(5_000_000);
      operation = console().api().getOperation(operation.name());
    }
    assertThat(operation.outcome()).isNotInstanceOf(Operation.Outcome.Failed.class);
  }

  private static String clipboard() {
    return Fx.call(() -> String.valueOf(Clipboard.getSystemClipboard().getString()));
  }

  private static String ask(Connection open, String sql) throws SQLException {
    try (Connection connection = open;
        ResultSet rows = connection.createStatement().executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  @Test
  void aCopiedTextConnects() throws Exception {
    open(Settings.DEFAULT);
    Ui.press(KeyCode.G, Ui.Held.CTRL);
    Ui.waitForFocus("credential-copy");
    Ui.click("use-JDBC");
    assertThat(Ui.reads("jdbc:postgresql://127.")).isTrue();
    Ui.click("credential-copy-text");
    Ui.waitForText("wiped in 60 s");
    String user = console().api().me().userName();
    assertThat(ask(DriverManager.getConnection(clipboard()), "select current_user"))
        .isEqualTo(user);
    Ui.click("connect-test");
    Ui.waitForText("TLSv1.3");
    Ui.waitForFocus("connect-test");
    String copied = clipboard();
    Ui.click("use-PSQL");
    Fx.snapshot(console().scene(), "desk-real-light-en");
    String token = copied.replaceAll(".*password=([^&]*).*", "$1");
    assertThat(token).startsWith("eyJ");
    assertThat(Ui.reads(token)).isFalse();
    Ui.press(KeyCode.ESCAPE);
    List<JournalEntry> journal = console().api().journal().entries();
    assertThat(journal.toString()).doesNotContain(token);
  }

  @Test
  void aPortStandsForTheCompute() throws Exception {
    open(Settings.DEFAULT);
    console().command("local-port");
    Ui.click("ports-open");
    Ui.waitForText("127.0.0.1:54");
    String port = Ui.text(Ui.all(node -> Ui.text(node).startsWith("127.0.0.1:54")).getFirst());
    Ui.click("ports-copyPassword-" + port.substring(port.indexOf(':') + 1));
    String url = "jdbc:postgresql://" + port + "/databricks_postgres";
    String password = clipboard();
    assertThat(ask(DriverManager.getConnection(url, "x", password), "select current_user"))
        .isEqualTo(console().api().me().userName());
    Ui.press(KeyCode.ESCAPE);
    assertThat(Ui.isShown("status-ports")).isTrue();
    Ui.click("status-ports");
    Ui.waitForText("Local connect ports");
    assertThat(Ui.isShown("ports-open")).isFalse();
    Ui.press(KeyCode.ESCAPE);
    List<JournalEntry> journal = console().api().journal().entries();
    assertThat(journal.toString()).doesNotContain(password);

    console().close();
    assertThatThrownBy(() -> DriverManager.getConnection(url, "x", password))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("08001"));
  }

  @Test
  void aHitOfTheSearchAndATreeRowLeadThere() throws Exception {
    open(Settings.DEFAULT);
    Fx.run(() -> console().store().update(state -> state.select(null)));
    Ui.press(KeyCode.K, Ui.Held.CTRL);
    Ui.type("search", "shop/production/primary");
    Fx.waitFor(
        "the hit", () -> !Ui.all(node -> node.getStyleClass().contains("hit-line")).isEmpty());
    Ui.press(KeyCode.G, Ui.Held.CTRL);
    Ui.waitForFocus("credential-copy");
    assertThat(Ui.reads("Shop / production / primary")).isTrue();
    Ui.press(KeyCode.ESCAPE);
    // A project's key means the compute of its default branch.
    console().go(COMPUTE.project());
    Ui.press(KeyCode.G, Ui.Held.CTRL);
    Ui.waitForFocus("credential-copy");
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, en", "DARK, de"})
  void aGroupsRoleAndALongNameAreWhole(Settings.Theme theme, String language) throws Exception {
    open(Settings.DEFAULT.withTheme(theme).withLanguage(language));
    done(
        new Change.Create(
            new RoleDraft(
                COMPUTE.branch(),
                new ResourceId("analysts"),
                GROUP,
                IdentityType.GROUP,
                null,
                new RoleSpec(List.of(), RoleAttributes.NONE),
                false)));
    console().command("generate-credential");
    Ui.waitForFocus("credential-copy");
    Fx.waitFor("the group to be offered", () -> roles().getItems().size() == 2);
    Fx.run(() -> roles().getSelectionModel().select(1));
    Ui.waitForFocus("credential-copy");
    Ui.click("use-JDBC");
    Ui.click("credential-copy-text");
    assertThat(ask(DriverManager.getConnection(clipboard()), "select current_user"))
        .isEqualTo(GROUP);
    assertThat(Ui.find("use-JAVA").isDisabled()).isTrue();
    Ui.click("use-PSYCOPG");
    assertThat(Ui.reads("group_name=\"" + GROUP)).isTrue();
    Fx.run(() -> assertThat(new ScreenCheck("desk").problems()).isEmpty());
    Fx.run(() ->
        assertThat(new Vocabulary(Locale.of(language)).strangers(console().state())).isEmpty());
    Fx.run(() -> assertThat(TabOrder.unreached(console().scene(), "desk")).isEmpty());
    Ui.click("connect-test");
    Ui.waitForText("TLSv1.3");
    Fx.snapshot(console().scene(), "desk-group-" + theme + "-" + language);
  }

  private static ComboBox<?> roles() {
    return (ComboBox<?>) Ui.all(node -> "credential-role".equals(node.getId())).getFirst();
  }
}
