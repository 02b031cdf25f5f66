package lakebase.ui.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import lakebase.api.ApiException;
import lakebase.code.Action;
import lakebase.code.Code;
import lakebase.code.Language;
import lakebase.connect.Trust;
import lakebase.connect.launch.Os;
import lakebase.connect.launch.PrivateFiles;
import lakebase.connect.launch.SystemPrograms;
import lakebase.connect.launch.Tools;
import lakebase.connect.port.LocalPorts;
import lakebase.model.ApiFailure;
import lakebase.model.Credential;
import lakebase.model.CredentialRequest;
import lakebase.model.Secret;
import lakebase.state.AppState;
import lakebase.state.Ref;
import lakebase.state.Settings.Theme;
import lakebase.testkit.FakeUi;
import lakebase.testkit.Fx;
import lakebase.testkit.FxTest;
import lakebase.testkit.Samples;
import lakebase.tour.Ui;
import lakebase.ui.connect.ConnectDialogs;
import lakebase.ui.connect.ConnectServices;
import lakebase.ui.dialog.ModalDialogHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@FxTest
final class CredentialDialogTest {

  private final FakeTime time = new FakeTime();
  private final FakeBoard board = new FakeBoard();
  private final Keys keys = new Keys(this::valid);

  private Credential valid() {
    return new Credential(
        new Secret(Keys.TOKEN), time.instant().plus(Duration.ofMinutes(59).plusSeconds(41)));
  }

  private Stage open(Theme theme, Locale locale) {
    return open(Samples.state(), theme, locale);
  }

  private Stage open(AppState state, Theme theme, Locale locale) {
    FakeUi fake = new FakeUi(state, locale);
    fake.api = keys.api();
    ModalDialogHost host = Fx.call(ModalDialogHost::new);
    Stage stage = Fx.show(Fx.call(() -> new StackPane(host)), theme, 1000, 700);
    Fx.run(() ->
        new CredentialDialogs(
                Keys.on(fake, time),
                host,
                new ClipboardGuard(board, time, time),
                below(fake, host)::bar)
            .generate(Ref.of(Samples.LOCAL, Samples.PRIMARY)));
    Fx.settle();
    return stage;
  }

  private ConnectDialogs below(FakeUi fake, ModalDialogHost host) {
    Tools tools =
        new Tools(
            new SystemPrograms(Map.<String, String>of()::get),
            new PrivateFiles(Path.of(System.getProperty("java.io.tmpdir"))),
            Os.LINUX,
            Clock.systemUTC());
    ConnectServices services =
        new ConnectServices(
            tools, new LocalPorts(Clock.systemUTC()), _ -> Trust.SYSTEM, Runnable::run);
    return new ConnectDialogs(fake.context, host, services, _ -> {});
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, en", "DARK, de"})
  void showsTheTokenMasked(Theme theme, String language) {
    Stage stage = open(theme, Locale.forLanguageTag(language));
    assertThat(Ui.reads("eyJhbGci•")).isTrue();
    assertThat(Ui.reads(Keys.TOKEN)).isFalse();
    assertThat(Ui.reads("59:41")).isTrue();
    assertThat(Ui.reads("databricks_postgres")).isTrue();
    String suffix = "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + language;
    Fx.snapshot(stage.getScene(), "credential" + suffix);
    Ui.click("credential-reveal");
    assertThat(Ui.reads(Keys.TOKEN)).isTrue();
    Fx.snapshot(stage.getScene(), "credential-revealed" + suffix);
    Ui.click("credential-close");
    assertThat(Ui.reads("eyJ")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, en", "DARK, de"})
  void showsEveryHostAndThatThePooledOnesTakeNoToken(Theme theme, String language) {
    Stage stage = open(DeskModelTest.state(), theme, Locale.forLanguageTag(language));
    assertThat(Ui.reads("ep-1-pooler.example.com")).isTrue();
    ComboBox<?> hosts = Ui.find("credential-host", ComboBox.class);
    assertThat(hosts.getItems()).hasSize(2);
    Fx.run(() -> hosts.getSelectionModel().select(1));
    Ui.waitForText("host=ep-1-ro.example.com");
    Fx.snapshot(stage.getScene(), "credential-hosts-" + theme + "-" + language);
    ComboBox<?> roles = Ui.find("credential-role", ComboBox.class);
    Fx.run(() -> roles.getSelectionModel().select(2));
    Ui.waitForText("bob@example.com");
    assertThat(Ui.find("credential-again").isDisabled()).isTrue();
    Fx.snapshot(stage.getScene(), "credential-other-" + theme + "-" + language);
  }

  @Test
  void copiesAndSaysForHowLong() {
    open(Theme.LIGHT, Locale.ENGLISH);
    Ui.waitForFocus("credential-copy");
    Ui.click("credential-copy");
    assertThat(board.text()).isEqualTo(Keys.TOKEN);
    Ui.waitForText("wiped in 60 s");
  }

  @Test
  void saysThatItExpired() {
    Stage stage = open(Theme.LIGHT, Locale.ENGLISH);
    Fx.run(() -> time.pass(Duration.ofHours(1)));
    Ui.waitForText("Expired: generate a new one");
    Fx.snapshot(stage.getScene(), "credential-expired-light-en");
    Ui.click("credential-again");
    Ui.waitForText("59:41");
    assertThat(keys.requests).hasSize(2);
  }

  @Test
  void staysOpenWithAFailureAndTriesAgain() {
    keys.answer =
        () -> {
          throw new ApiException(
              new ApiFailure.Network(Samples.failure(0, "UNKNOWN", "connection refused")));
        };
    Stage stage = open(Theme.LIGHT, Locale.ENGLISH);
    Ui.waitForText("No database credentials could be generated");
    Fx.snapshot(stage.getScene(), "credential-failed-light-en");
    keys.answer = this::valid;
    Ui.click("credential-again");
    Ui.waitForText("59:41");
    assertThat(Ui.reads("No database credentials could be generated")).isFalse();
  }

  @Test
  void refusesATimeThatIsNone() {
    open(Theme.LIGHT, Locale.ENGLISH);
    Ui.type("credential-minutes", "61");
    Ui.waitForText("from 5 to 60");
    assertThat(Ui.find("credential-again").isDisabled()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, en", "DARK, de"})
  void showsWhatItAsksForAsCodeAndNeverTheToken(Theme theme, String language) {
    Stage stage = open(DeskModelTest.state(), theme, Locale.forLanguageTag(language));
    Ui.waitForText("eyJhbGci•");
    assertThat(Ui.isShown("code-text")).isFalse();
    Fx.snapshot(stage.getScene(), "credential-folded-" + theme + "-" + language);
    Ui.click("code-open");
    Node scroll = Ui.find("code-text").getScene().lookup(".code-scroll");
    assertThat(bottom(scroll))
        .isLessThanOrEqualTo(bottom(scroll.getScene().lookup(".dialog-body")));
    Ui.click("code-CURL");
    assertThat(code()).isEqualTo(asked());
    ComboBox<?> roles = Ui.find("credential-role", ComboBox.class);
    Fx.run(() -> roles.getSelectionModel().select(1));
    Ui.type("credential-minutes", "15");
    assertThat(code()).contains("analysts", "900s");
    Ui.click("credential-again");
    assertThat(keys.requests).last().extracting(CredentialRequest::group).isEqualTo("analysts");
    assertThat(code()).isEqualTo(asked());
    Ui.click("credential-reveal");
    for (Language each : Language.values()) {
      Ui.click("code-" + each);
      assertThat(code()).isNotBlank().doesNotContain("eyJ");
    }
    Fx.snapshot(stage.getScene(), "credential-code-" + theme + "-" + language);
    Fx.run(() -> roles.getSelectionModel().select(2));
    assertThat(code()).doesNotContain("bob").doesNotContain("analysts");
  }

  private static double bottom(Node node) {
    return Fx.call(() -> node.localToScene(node.getLayoutBounds()).getMaxY());
  }

  private static String code() {
    return Ui.find("code-text", Label.class).getText();
  }

  /** What the service was asked last, as a command. */
  private String asked() {
    return Code.text(Language.CURL, Action.of(keys.requests.getLast())).stripTrailing();
  }
}
