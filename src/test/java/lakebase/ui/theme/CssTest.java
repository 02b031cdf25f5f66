package lakebase.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The stylesheet keeps to looked-up colours and to sizes that scale. */
class CssTest {

  private static final Path SHEET = Path.of("resources/lakebase/console.css");
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
  private static final Pattern LITERAL =
      Pattern.compile(
          "#[0-9a-fA-F]{3,8}\\s*[;,)]|\\brgba?\\(|\\bhsba?\\(|:\\s*(black|white|red|green|blue|gr[ae]y)\\b");
  private static final Pattern LARGE_PIXELS = Pattern.compile("\\b(\\d{2,}|[4-9])(\\.\\d+)?px");

  @Test
  void coloursAreLookedUp() throws IOException {
    assertThat(found(LITERAL)).isEmpty();
  }

  /** Hairlines are pixels; everything else must grow with the text. */
  @Test
  void sizesScale() throws IOException {
    assertThat(found(LARGE_PIXELS)).isEmpty();
  }

  private static List<String> found(Pattern pattern) throws IOException {
    String css = COMMENT.matcher(Files.readString(SHEET)).replaceAll("");
    return pattern.matcher(css).results().map(MatchResult::group).toList();
  }
}
