package lakebase.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import lakebase.Directories;
import lakebase.WatchedAccess;
import lakebase.auth.BrowserRobot;
import lakebase.auth.Machine;
import lakebase.local.LocalWorkspace;
import lakebase.local.LocalWorkspaceOptions;
import lakebase.local.Workspaces;
import lakebase.state.Settings;
import lakebase.state.WorkspaceId;
import lakebase.testkit.Eavesdropper;
import lakebase.testkit.Fx;
import lakebase.testkit.FxTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Secrets are planted, every feature is walked through, and none of them is found afterwards where
 * it does not belong.
 */
@FxTest
class PlantedSecretsTest {

  /** The local workspace's own secrets, that it makes once and lets nobody else read. */
  private static final Set<String> OWN = Set.of("token", "client-secret");

  private static final String PROFILE = "BROKEN";

  @TempDir private Path home;
  @TempDir private Path away;

  private Eavesdropper ear;

  @BeforeEach
  void listen() {
    ear = new Eavesdropper();
    Fx.run(() -> Clipboard.getSystemClipboard().clear());
  }

  @AfterEach
  void close() {
    ear.close();
  }

  @Test
  void noneIsFoundAfterAWalkThroughEverything() throws Exception {
    Set<Path> own;
    try (LocalWorkspace foreign = Workspaces.start(Workspaces.instant(away.resolve("data")));
        EchoingServer echo = new EchoingServer()) {
      ear.plant(foreign.token());
      ear.plant(foreign.clientSecret());
      WatchedAccess access = access(foreign);
      try (ManyConsole console = open(access)) {
        own = plantOwn();
        PlantedSignIns signIns = new PlantedSignIns(console, ear, foreign);
        signIns.walk(echo.address(), PROFILE);
        PlantedDesk desk = new PlantedDesk(console, ear, home);
        desk.walk();
        new PlantedCode(console, ear).walk();
        signIns.leave();
        desk.leaveOne();
        console.state().workspaces().values().forEach(known -> ear.hear("state", known.toString()));
      }
      ear.paste("after the console's end");
      try (ManyConsole again = open(access)) {
        again.waitUntilRead(WorkspaceId.LOCAL);
        ear.look("the next start");
        again.waitFor(
            "what is kept",
            new PlantedSignIns(again, ear, foreign).named("typed"),
            ManyConsole::isConnected);
      }
      ear.paste("after the next end");
    }
    ear.read(home, own);
    assertThat(ear.planted()).as("secrets").isGreaterThan(15);
    assertThat(List.of("log of lakebase", "an exception", "journal", "clipboard", "command line"))
        .allMatch(ear::hasHeard);
    assertThat(ear.leaks()).isEmpty();
  }

  /** Wherever one would be, it is found. */
  @Test
  void whereASecretWouldBeItIsFound() throws Exception {
    String secret = ear.plant("planted/canary+9d41");
    Logger.getLogger("lakebase.some.place").finest(() -> "log " + secret);
    System.out.println("stream " + secret);
    ear.hear(new IllegalStateException("outer", new IOException("cause " + secret)));
    Files.writeString(home.resolve("left"), "file " + secret);
    Fx.run(() -> Clipboard.getSystemClipboard().setContent(content(secret)));
    ear.paste("now");
    Label label = new Label("hidden");
    label.setAccessibleText("voice " + secret);
    Stage stage = Fx.show(new StackPane(label, new Label("label " + secret)));
    ear.look("here");
    Fx.run(stage::hide);
    Process process = new ProcessBuilder("sh", "-c", "read x # " + secret).start();
    Fx.waitFor("its command line", () -> ear.leaks().toString().contains("command line"));
    process.getOutputStream().close();
    process.waitFor();
    ear.read(home, Set.of());
    assertThat(String.join("\n", ear.leaks()))
        .contains("log <", "stream <", "cause <", "file <", "voice <", "label <", "clipboard: now")
        .doesNotContain(secret);
  }

  private static Map<DataFormat, Object> content(String text) {
    return Map.of(DataFormat.PLAIN_TEXT, "board " + text);
  }

  private WatchedAccess access(LocalWorkspace foreign) throws IOException {
    Path profiles = away.resolve("databrickscfg");
    Files.writeString(
        profiles,
        "[%s]%nhost = %s%ntoken = %s%n"
            .formatted(PROFILE, foreign.baseUri(), ear.plant("planted-profile-token-52ce")));
    Machine machine =
        new Machine(
            Map.of("DATABRICKS_CONFIG_FILE", profiles.toString()),
            away,
            System.getProperty("os.name"));
    return new WatchedAccess(
        machine,
        // The address is an argument of the program that opens a browser.
        new WatchedAccess.Told(
            BrowserRobot.approving(foreign),
            page -> ear.hear("command line: browser", page.toString())),
        ear::plant);
  }

  private ManyConsole open(WatchedAccess access) {
    Path cache = Path.of("target", "postgres-cache").toAbsolutePath();
    return ManyConsole.open(
        home,
        Settings.DEFAULT.withTheme(Settings.Theme.LIGHT),
        LocalWorkspaceOptions.in(Directories.under(home).data(), cache).withoutSample(),
        access);
  }

  /** Plants the local workspace's own, and says where they may be. */
  private Set<Path> plantOwn() throws IOException {
    Fx.waitFor("them", () -> ownFiles().size() == OWN.size());
    for (Path file : ownFiles()) {
      ear.plant(Files.readString(file).strip());
      assertThat(Files.getPosixFilePermissions(file)).as(file.toString()).hasSize(2);
    }
    return ownFiles();
  }

  private Set<Path> ownFiles() {
    try (Stream<Path> files = Files.list(Directories.under(home).data())) {
      return files
          .filter(file -> OWN.contains(file.getFileName().toString()))
          .collect(Collectors.toSet());
    } catch (IOException notYet) {
      return Set.of();
    }
  }
}
