package lakebase.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The texts of every action, read and judged against the contract once; with {@code -Dgolden.write}
 * they are written anew, to be read and judged again.
 */
class GoldenTest {

  private static final Path DIRECTORY = Path.of("src/test/resources/lakebase/code");

  @ParameterizedTest
  @EnumSource
  void theTextsAreThoseThatWereJudged(Language language) throws IOException {
    String texts =
        Examples.all().stream()
            .map(example -> "=== " + example.name() + "\n" + Code.text(language, example.action()))
            .collect(Collectors.joining("\n"));
    Path file = DIRECTORY.resolve(language.name().toLowerCase(Locale.ROOT) + ".txt");
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(file, texts);
    }
    assertThat(texts).isEqualTo(Files.readString(file));
  }
}
