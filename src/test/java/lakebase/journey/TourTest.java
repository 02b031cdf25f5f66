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
import lakebase.tour.TourRun;
import lakebase.ui.Texts;
import org.junit.jupiter.api.Test;
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

  /**
   * It ended with a stack trace, because the picture of the failure could not be written either.
   */
  @Test
  void aDirectoryThatTakesNoPicturesIsOneLine() throws IOException {
    Path file = Files.createFile(home.resolve("file"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream lines = new PrintStream(out, true, StandardCharsets.UTF_8);
    try (Console console = Console.open(home)) {
      Texts texts = new Texts(Locale.ENGLISH);
      assertThat(new Tour(texts, console.scene(), lines, file.resolve("in")).run()).isFalse();
    }
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .singleElement()
        .asString()
        .startsWith("The tour failed at: Open on the local workspace: ");
  }

  /** Said before anything is started. */
  @Test
  void aRunThatCannotKeepItsPicturesSaysWhere() throws Exception {
    Path file = Files.createFile(home.resolve("file"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream lines = new PrintStream(out, true, StandardCharsets.UTF_8);
    assertThat(TourRun.run(Locale.ENGLISH, lines, file)).isFalse();
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .singleElement()
        .asString()
        .contains(file.toString());
  }

  private static boolean isEmpty(Path file) {
    return file.toFile().length() == 0;
  }
}
