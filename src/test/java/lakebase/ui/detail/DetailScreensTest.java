package lakebase.ui.detail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.stage.Stage;
import lakebase.state.Ref;
import lakebase.state.Settings.Theme;
import lakebase.testkit.FakeUi;
import lakebase.testkit.Fx;
import lakebase.testkit.FxTest;
import lakebase.testkit.Samples;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every page in both themes and languages, as pictures. */
@FxTest
final class DetailScreensTest {

  private static final Map<String, Ref> PAGES =
      Map.of(
          "workspace", Ref.of(Samples.LOCAL),
          "project", Ref.of(Samples.LOCAL, Samples.SHOP),
          "branch", Ref.of(Samples.LOCAL, Samples.PRODUCTION),
          "deleted", Ref.of(Samples.LOCAL, Samples.PR_1797),
          "endpoint", Ref.of(Samples.LOCAL, Samples.PRIMARY));

  /** The detail's share of a window of 1280×820 and of the smallest, 1000×700. */
  private static final List<Integer> WIDTHS = List.of(974, 694);

  @ParameterizedTest
  @CsvSource({"LIGHT, en", "DARK, de"})
  void drawsEveryPage(Theme theme, String language) {
    FakeUi fake = new FakeUi(Samples.state(), Locale.forLanguageTag(language));
    PAGES.forEach((name, ref) ->
        WIDTHS.forEach(width -> {
          Stage stage = Fx.show(Pages.of(fake.context, ref), theme, width, 586);
          String file =
              String.join(
                  "-",
                  "detail",
                  name,
                  theme.name().toLowerCase(Locale.ROOT),
                  language,
                  width.toString());
          assertThat(Fx.snapshot(stage.getScene(), file)).isNotEmptyFile();
          Fx.run(stage::hide);
        }));
  }
}
