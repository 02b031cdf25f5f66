package lakebase.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import lakebase.connect.Login;
import lakebase.connect.Target;
import lakebase.connect.TextKind;
import lakebase.connect.Trust;
import lakebase.connect.launch.LaunchException;
import lakebase.connect.launch.Os;
import lakebase.connect.launch.PrivateFiles;
import lakebase.connect.launch.SystemPrograms;
import lakebase.connect.launch.Tool;
import lakebase.connect.launch.Tools;
import lakebase.model.Change;
import lakebase.model.EndpointName;
import lakebase.model.ProjectDraft;
import lakebase.model.ProjectName;
import lakebase.model.Secret;
import lakebase.state.BackgroundTask;
import lakebase.state.Ref;
import lakebase.state.WorkspaceId;
import lakebase.testkit.Eavesdropper;
import lakebase.testkit.Fx;
import lakebase.tour.Ui;

/** Makes credentials, copies every text, connects with them. */
final class PlantedDesk {

  static final EndpointName COMPUTE =
      ProjectName.of("shop").branch("production").endpoint("primary");

  private final ManyConsole console;
  private final Eavesdropper ear;
  private final Path home;

  PlantedDesk(ManyConsole console, Eavesdropper ear, Path home) {
    this.console = console;
    this.ear = ear;
    this.home = home;
  }

  void walk() throws IOException, InterruptedException, SQLException {
    Change change = new Change.Create(ProjectDraft.of("shop", "Shop"));
    Fx.run(() -> console.app.changes().submit(WorkspaceId.LOCAL, change, "Shop", _ -> {}));
    Fx.waitFor("the compute", () -> console.knows(WorkspaceId.LOCAL, COMPUTE));
    Fx.waitFor(
        "the operations",
        () -> console.state().tasks().stream().noneMatch(BackgroundTask::isRunning));
    console.select(Ref.of(WorkspaceId.LOCAL, COMPUTE));
    String token = credential();
    texts(token);
    Ui.click("connect-test");
    Ui.waitForText("TLSv1.3");
    ear.look("a test of a login");
    Ui.press(KeyCode.ESCAPE);
    Ui.press(KeyCode.ESCAPE);
    psql(token);
    port();
  }

  private String credential() {
    Ui.press(KeyCode.G, Ui.Held.CTRL);
    Ui.waitForFocus("credential-copy");
    Ui.click("credential-copy");
    String first = ear.plant(clipboard());
    ear.look("a credential");
    Ui.click("credential-reveal");
    assertThat(Ui.reads(first)).as("shown where it was asked for").isTrue();
    Ui.click("credential-reveal");
    ear.look("a credential that is hidden again");
    Ui.click("credential-again");
    Ui.click("credential-copy");
    String second = ear.plant(clipboard());
    assertThat(second).startsWith("eyJ").isNotEqualTo(first);
    return second;
  }

  /** Leaves a token on the clipboard. */
  void leaveOne() {
    console.select(Ref.of(WorkspaceId.LOCAL, COMPUTE));
    String token = credential();
    Ui.press(KeyCode.ESCAPE);
    assertThat(clipboard()).isEqualTo(token);
  }

  private void texts(String token) {
    for (TextKind kind : TextKind.values()) {
      Ui.click("use-" + kind);
      Ui.click("credential-copy-text");
      String copied = clipboard();
      assertThat(copied.contains(token)).as(kind.name()).isEqualTo(kind.isSecret());
      if (!kind.isSecret()) {
        ear.hear("clipboard: " + kind, copied);
      }
      ear.look("the text " + kind);
    }
  }

  /** By the launcher of the console, with programs of the test. */
  private void psql(String token) throws IOException, InterruptedException {
    Path bin = Files.createDirectories(home.resolve("bin"));
    Path made = Files.createDirectories(home.resolve("temporary"));
    script(bin, "xterm", "\"$2\" </dev/null");
    script(bin, "psql", "printf 'PGPASSWORD %s' \"${#PGPASSWORD}\" > '" + home + "/length'");
    Map<String, String> variables = Map.of("PATH", bin.toString());
    Target target = new Target("127.0.0.1", 5432, "databricks_postgres", "somebody@example.com");
    Login login = new Login(target, new Secret(token), Instant.now().plusSeconds(60));
    PrivateFiles files = new PrivateFiles(made);
    try (Tools tools =
        new Tools(new SystemPrograms(variables::get), files, Os.LINUX, Clock.systemUTC())) {
      tools.open(Tool.PSQL, login, Trust.SYSTEM, "Shop", "ended");
      Fx.waitFor("psql", () -> Files.exists(home.resolve("psql.done")));
    } catch (LaunchException failed) {
      throw new AssertionError(failed);
    }
    assertThat(home.resolve("length")).hasContent("PGPASSWORD " + token.length());
    for (String program : Set.of("xterm", "psql")) {
      ear.hear(
          "command line of " + program, Files.readString(home.resolve(program + ".arguments")));
    }
    try (Stream<Path> left = Files.list(made)) {
      assertThat(left).isEmpty();
    }
  }

  private void script(Path bin, String name, String then) throws IOException {
    Path file = bin.resolve(name);
    Files.writeString(
        file,
        """
        #!/bin/sh
        for one in "$0" "$@"; do printf '<%%s>\\n' "$one"; done > '%1$s/%2$s.arguments'
        %3$s
        : > '%1$s/%2$s.done'
        """
            .formatted(home, name, then));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }

  private void port() throws SQLException {
    console.select(Ref.of(WorkspaceId.LOCAL, COMPUTE));
    if (Ui.isShown("local-port")) {
      Ui.click("local-port");
    } else {
      var item = console.item("detail-more", "local-port");
      Fx.run(item::fire);
    }
    Ui.click("ports-open");
    Ui.waitForText("127.0.0.1:54");
    String address = Ui.text(Ui.all(node -> Ui.text(node).startsWith("127.0.0.1:54")).getFirst());
    String number = address.substring(address.indexOf(':') + 1);
    Ui.click("ports-copyPassword-" + number);
    String password = ear.plant(clipboard());
    ear.look("a local port");
    Ui.click("ports-copyUri-" + number);
    String url = "jdbc:postgresql://" + address + "/databricks_postgres";
    try (Connection connection = DriverManager.getConnection(url, "x", password)) {
      assertThat(connection.isValid(10)).isTrue();
      ear.look("a local port that is used");
    }
    try (Connection wrong =
        DriverManager.getConnection(url, "x", ear.plant("planted-port-password-a11e"))) {
      throw new AssertionError("let in: " + wrong);
    } catch (SQLException refused) {
      ear.hear(refused);
    }
    ear.look("a local port that refused");
    Ui.press(KeyCode.ESCAPE);
  }

  private static String clipboard() {
    return Fx.call(() -> String.valueOf(Clipboard.getSystemClipboard().getString()));
  }
}
