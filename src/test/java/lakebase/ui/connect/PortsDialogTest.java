package lakebase.ui.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import lakebase.connect.RealCompute;
import lakebase.connect.launch.Os;
import lakebase.connect.launch.PrivateFiles;
import lakebase.connect.launch.SystemPrograms;
import lakebase.connect.launch.Tools;
import lakebase.connect.port.LocalPorts;
import lakebase.connect.port.OpenPort;
import lakebase.model.CurrentUser;
import lakebase.model.Endpoint;
import lakebase.model.Secret;
import lakebase.state.AppState;
import lakebase.state.BranchEntry;
import lakebase.state.Inventory;
import lakebase.state.ProjectEntry;
import lakebase.state.Ref;
import lakebase.state.Settings.Theme;
import lakebase.state.Workspace;
import lakebase.task.FxExecutor;
import lakebase.testkit.FakeUi;
import lakebase.testkit.Fx;
import lakebase.testkit.FxTest;
import lakebase.testkit.Samples;
import lakebase.tour.Ui;
import lakebase.ui.dialog.ModalDialogHost;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The list of local ports, with a real compute behind them. */
@FxTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PortsDialogTest {

  private final List<Secret> copied = new ArrayList<>();
  private LocalPorts ports = new LocalPorts(Clock.systemUTC());
  private RealCompute compute;

  @BeforeAll
  void start(@TempDir Path home) throws InterruptedException {
    compute = RealCompute.start(home);
  }

  @AfterAll
  void end() {
    compute.close();
  }

  @AfterEach
  void close() {
    ports.close();
    ports = new LocalPorts(Clock.systemUTC());
    copied.clear();
  }

  /** The compute as the console knows it. */
  private AppState state() throws InterruptedException {
    Endpoint endpoint = compute.api.getEndpoint(compute.endpoint);
    BranchEntry branch =
        BranchEntry.of(compute.api.getBranch(compute.endpoint.branch()))
            .withEndpoints(Samples.loaded(List.of(endpoint), Endpoint::name));
    ProjectEntry project =
        new ProjectEntry(
            compute.api.getProject(compute.endpoint.project()),
            Samples.loaded(List.of(branch), entry -> entry.branch().name()));
    Inventory inventory =
        new Inventory(Samples.loaded(List.of(project), entry -> entry.project().name()));
    CurrentUser user = new CurrentUser(compute.workspace.userName(), null, null);
    return Samples.state(inventory)
        .changeWorkspace(
            Samples.LOCAL, found -> found.withConnection(new Workspace.Connection.Connected(user)));
  }

  private Stage open(Locale locale, Theme theme) throws InterruptedException {
    FakeUi fake = new FakeUi(state(), locale);
    fake.api = compute.api;
    Tools tools =
        new Tools(
            new SystemPrograms(Map.<String, String>of()::get),
            new PrivateFiles(Path.of(System.getProperty("java.io.tmpdir"))),
            Os.LINUX,
            Clock.systemUTC());
    ConnectServices services =
        new ConnectServices(tools, ports, _ -> compute.trust(), new FxExecutor());
    ModalDialogHost host = Fx.call(ModalDialogHost::new);
    PortsLink link = Fx.call(() -> new PortsLink(fake.context, services));
    Stage stage = Fx.show(Fx.call(() -> new StackPane(new VBox(link), host)), theme, 1000, 700);
    Fx.run(() ->
        new ConnectDialogs(fake.context, host, services, copied::add)
            .ports(Ref.of(Samples.LOCAL, compute.endpoint)));
    Fx.settle();
    return stage;
  }

  private static Connection connect(OpenPort port) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", "u");
    properties.setProperty("password", port.password().reveal());
    properties.setProperty("ApplicationName", "reporting");
    properties.setProperty("assumeMinServerVersion", "9.0");
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port.port() + "/" + RealCompute.DATABASE, properties);
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, en", "DARK, de"})
  void opensListsAndClosesAPort(Theme theme, String language) throws Exception {
    Locale locale = Locale.forLanguageTag(language);
    Stage stage = open(locale, theme);
    assertThat(ports.list()).isEmpty();
    assertThat(Ui.isShown("status-ports")).isFalse();
    Fx.snapshot(stage.getScene(), "ports-none-" + theme + "-" + language);
    Ui.click("ports-open");
    Ui.waitForText("127.0.0.1:54");
    OpenPort port = ports.list().getFirst();
    assertThat(Ui.isShown("status-ports")).isTrue();
    try (Connection connection = connect(port)) {
      assertThat(connection.isValid(5)).isTrue();
      Ui.waitForText("reporting · databricks_postgres");
      Fx.snapshot(stage.getScene(), "ports-" + theme + "-" + language);
      Ui.click("ports-copyPassword-" + port.port());
      connect(port).close();
      // The list has changed twice, and the focus is where it was.
      Ui.waitForFocus("ports-copyPassword-" + port.port());
      Ui.click("ports-close-" + port.port());
      assertThat(connection.isValid(5)).isFalse();
      Ui.waitForFocus("dialog-cancel");
    }
    assertThat(ports.list()).isEmpty();
    Fx.waitFor("the link to go", () -> !Ui.isShown("status-ports"));
  }

  @Test
  void copiesThePasswordAndAUri() throws Exception {
    open(Locale.ENGLISH, Theme.LIGHT);
    Ui.click("ports-open");
    Ui.waitForText("127.0.0.1:54");
    OpenPort port = ports.list().getFirst();
    assertThat(Ui.reads(port.password().reveal())).isFalse();
    Ui.click("ports-copyPassword-" + port.port());
    Ui.click("ports-copyUri-" + port.port());
    assertThat(copied.getFirst()).isEqualTo(port.password());
    String user = compute.workspace.userName().replace("@", "%40");
    assertThat(copied.getLast().reveal())
        .isEqualTo(
            "postgresql://%s:%s@127.0.0.1:%d/databricks_postgres?sslmode=disable"
                .formatted(user, port.password().reveal(), port.port()));
  }

  @Test
  void saysWhyAClientWasNotLetIn() throws Exception {
    Stage stage = open(Locale.ENGLISH, Theme.LIGHT);
    Ui.click("ports-open");
    Ui.waitForText("127.0.0.1:54");
    OpenPort port = ports.list().getFirst();
    assertThatThrownBy(() ->
            DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port.port() + "/x", "u", "wrong"))
        .isInstanceOf(SQLException.class);
    Ui.waitForText("The last client was not let in");
    Fx.snapshot(stage.getScene(), "ports-problem-light-en");
  }
}
