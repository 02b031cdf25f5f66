package lakebase.ui.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import lakebase.connect.Login;
import lakebase.connect.Offer;
import lakebase.connect.RealCompute;
import lakebase.connect.launch.Os;
import lakebase.connect.launch.PrivateFiles;
import lakebase.connect.launch.SystemPrograms;
import lakebase.connect.launch.Tools;
import lakebase.connect.port.LocalPorts;
import lakebase.model.Secret;
import lakebase.state.Ref;
import lakebase.state.Settings.Theme;
import lakebase.testkit.FakeUi;
import lakebase.testkit.Fx;
import lakebase.testkit.FxTest;
import lakebase.testkit.Samples;
import lakebase.tour.Ui;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The buttons below a login, at a real compute, with scripts in the place of programs. */
@FxTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ConnectBarTest {

  private final ReadOnlyObjectWrapper<Optional<Offer>> offer =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private RealCompute compute;
  private Path bin;
  private Path made;

  @BeforeAll
  void start(@TempDir Path home) throws InterruptedException {
    compute = RealCompute.start(home);
  }

  @AfterAll
  void close() {
    compute.close();
  }

  @BeforeEach
  void prepare(@TempDir Path home) throws IOException {
    bin = Files.createDirectories(home.resolve("bin"));
    made = Files.createDirectories(home.resolve("made"));
    offer.set(Optional.empty());
  }

  private Stage open(Locale locale, Theme theme) {
    FakeUi fake = new FakeUi(Samples.state(), locale);
    fake.api = compute.api;
    Tools tools =
        new Tools(
            new SystemPrograms(Map.of("PATH", bin.toString())::get),
            new PrivateFiles(made),
            Os.LINUX,
            Clock.systemUTC());
    ConnectServices services =
        new ConnectServices(
            tools, new LocalPorts(Clock.systemUTC()), _ -> compute.trust(), Runnable::run);
    return Fx.show(
        Fx.call(() ->
            new StackPane(
                new ConnectDialogs(fake.context, new NoDialogs(), services, _ -> {})
                    .bar(Ref.of(Samples.LOCAL, Samples.PRIMARY), "Shop / production", offer))),
        theme,
        760,
        160);
  }

  private void offer(Login login) {
    Fx.run(() -> offer.set(Optional.of(new Offer(login, compute.minting("")))));
    Fx.settle();
  }

  private void script(String name, String text) throws IOException {
    Path file = Files.writeString(bin.resolve(name), "#!/bin/sh\n" + text + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void nothingCanBeDoneWithoutALogin() {
    open(Locale.ENGLISH, Theme.LIGHT);
    for (String id : new String[] {"connect-test", "connect-PSQL", "connect-DBEAVER"}) {
      assertThat(Ui.find(id).isDisabled()).as(id).isTrue();
    }
    assertThat(Ui.find("connect-port").isDisabled()).isFalse();
  }

  @Test
  void testsTheConnection() throws InterruptedException {
    Stage stage = open(Locale.ENGLISH, Theme.LIGHT);
    offer(compute.login());
    Ui.click("connect-test");
    Ui.waitForText("PostgreSQL 1");
    assertThat(Ui.reads("TLSv1.3")).isTrue();
    assertThat(Ui.text(Ui.find("connect-test"))).matches("Test: \\d+ ms");
    Fx.snapshot(stage.getScene(), "connect-tested-light-en");
  }

  @Test
  void namesTheStepThatFailed() throws InterruptedException {
    Stage stage = open(Locale.GERMAN, Theme.DARK);
    offer(compute.login().withPassword(new Secret("eyJ.wrong.token")));
    Ui.click("connect-test");
    Ui.waitForText("Gescheitert bei: Anmeldung");
    assertThat(Ui.reads("eyJ.wrong")).isFalse();
    Fx.snapshot(stage.getScene(), "connect-failed-dark-de");
  }

  @Test
  void saysWhatItLookedForWhereAProgramIsMissing() throws InterruptedException {
    open(Locale.ENGLISH, Theme.LIGHT);
    offer(compute.login());
    Button psql = Ui.find("connect-PSQL", Button.class);
    assertThat(psql.isDisabled()).isTrue();
    assertThat(psql.getAccessibleHelp()).contains("psql, x-terminal-emulator");
  }

  @Test
  void opensPsqlWithoutTellingAnybody() throws Exception {
    Path told = made.resolveSibling("told");
    script("xterm", "printf '%s\\n' \"$@\" > '" + told + "'; exec \"$2\" >/dev/null </dev/null");
    script("psql", "printf '%s\\n' \"$@\" >> '" + told + "'; : > '" + told + ".done'");
    open(Locale.ENGLISH, Theme.LIGHT);
    Login login = compute.login();
    offer(login);
    Ui.click("connect-PSQL");
    Ui.waitForText("psql opens in a terminal");
    Fx.waitFor("psql", () -> Files.exists(told.resolveSibling("told.done")));
    assertThat(Files.readString(told))
        .contains("dbname=databricks_postgres")
        .doesNotContain(login.password().reveal());
    try (var left = Files.list(made)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void saysThatAProgramCouldNotBeOpened() throws Exception {
    script("dbeaver", ":");
    open(Locale.ENGLISH, Theme.LIGHT);
    offer(compute.login());
    assertThat(Ui.find("connect-DBEAVER").isDisabled()).isFalse();
    Files.delete(bin.resolve("dbeaver"));
    Ui.click("connect-DBEAVER");
    Ui.waitForText("DBeaver could not be opened");
  }
}
