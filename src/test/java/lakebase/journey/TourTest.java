package lakebase.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import lakebase.local.engine.Pace;
import lakebase.state.Settings;
import lakebase.testkit.FxTest;
import lakebase.tour.Tour;
import lakebase.ui.Texts;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tour that is taken where no window can be opened comes to its end. */
@FxTest
class TourTest {

  @TempDir private Path home;

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void everyStepSucceedsAndHasItsPictures(String language) throws IOException {
    Path pictures = home.resolve("pictures");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Console console =
        Console.open(home, Settings.DEFAULT.withLanguage(language), Pace.INSTANT)) {
      boolean succeeded =
          new Tour(
                  new Texts(Locale.of(language)),
                  console.scene(),
                  new PrintStream(out, true, StandardCharsets.UTF_8),
                  pictures)
              .run();
      assertThat(succeeded).as(out.toString(StandardCharsets.UTF_8)).isTrue();
    }
    assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(10);
    try (Stream<Path> files = Files.list(pictures)) {
      assertThat(files).hasSizeGreaterThanOrEqualTo(10).noneMatch(TourTest::isEmpty);
    }
  }

  private static boolean isEmpty(Path file) {
    return file.toFile().length() == 0;
  }
}
