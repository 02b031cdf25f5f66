package lakebase.ui.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import javafx.scene.Node;
import javafx.stage.Stage;
import lakebase.model.EndpointName;
import lakebase.state.Ref;
import lakebase.state.Settings.Theme;
import lakebase.testkit.FakeUi;
import lakebase.testkit.Fx;
import lakebase.testkit.FxTest;
import lakebase.testkit.SampleActivity;
import lakebase.testkit.Samples;
import lakebase.tour.Ui;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of a compute with what it does now. */
@FxTest
final class EndpointActivityTest {

  private final FakeActivities service = new FakeActivities(() -> SampleActivity.busy(2));

  private Stage open(Theme theme, Locale locale, EndpointName name) {
    FakeUi fake = new FakeUi(Samples.state(), locale);
    EndpointDetail detail =
        Fx.call(() -> {
          EndpointDetail made = new EndpointDetail(service.on(fake));
          made.show(Ref.of(Samples.LOCAL, name));
          return made;
        });
    return Fx.show(detail, theme, 974, 700);
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, en", "DARK, de"})
  void showsProcessesConnectionsAndLag(Theme theme, String language) {
    Stage stage = open(theme, Locale.forLanguageTag(language), Samples.PRIMARY);
    assertThat(Ui.text(Ui.find("endpoint-instance-1"))).contains("4711");
    assertThat(Ui.text(Ui.find("endpoint-connections"))).isEqualTo("2");
    assertThat(Ui.text(Ui.find("endpoint-wake-ups"))).isEqualTo("12");
    assertThat(Ui.reads("3 MB")).isTrue();
    String suffix = theme.name().toLowerCase(Locale.ROOT) + "-" + language;
    Fx.snapshot(stage.getScene(), "compute-activity-" + suffix);
    Fx.run(stage::hide);
    Stage asleep =
        open(theme, Locale.forLanguageTag(language), Samples.DEVELOPMENT.endpoint("primary"));
    Fx.snapshot(asleep.getScene(), "compute-asleep-" + suffix);
    Fx.run(asleep::hide);
  }

  /** The numbers of a running compute change every few seconds. */
  @Test
  void anotherNumberTakesThePlaceOfTheOneBefore() {
    Stage stage = open(Theme.LIGHT, Locale.ENGLISH, Samples.PRIMARY);
    Node count = Ui.find("endpoint-connections");
    double height = stage.getScene().lookup("#card-now").getLayoutBounds().getHeight();
    service.answer = () -> SampleActivity.busy(17);
    Ui.waitForText("17");
    assertThat(Ui.find("endpoint-connections")).isSameAs(count);
    assertThat(stage.getScene().lookup("#card-now").getLayoutBounds().getHeight())
        .isEqualTo(height);
    Fx.run(stage::hide);
  }

  @Test
  void aHiddenPageAsksNothing() {
    FakeUi fake = new FakeUi(Samples.state());
    EndpointDetail detail = Fx.call(() -> new EndpointDetail(service.on(fake)));
    Fx.run(() -> detail.show(Ref.of(Samples.LOCAL, Samples.PRIMARY)));
    assertThat(service.asked).isEmpty();
    Stage stage = Fx.show(detail);
    assertThat(service.asked).hasSize(1);
    Fx.run(stage::hide);
    Fx.run(() -> detail.show(Ref.of(Samples.LOCAL, Samples.REPORTS)));
    assertThat(service.asked).hasSize(1);
  }

  /** It went on asking every few seconds behind everybody's back. */
  @Test
  void aMinimisedWindowAsksNothing() {
    Stage stage = open(Theme.LIGHT, Locale.ENGLISH, Samples.PRIMARY);
    assertThat(service.asked).hasSize(1);
    Fx.run(() -> stage.setIconified(true));
    assertThat(service.cancelled).isEqualTo(1);
    assertThat(service.asked).hasSize(1);
    Fx.run(() -> stage.setIconified(false));
    assertThat(service.asked).as("at once when it is seen again").hasSize(2);
    Fx.run(stage::hide);
  }
}
