package lakebase.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both languages are complete, well formed, and have what the code asks for. */
class TextsTest {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)");
  private static final Pattern ASKED =
      Pattern.compile("(?:texts|texts\\(\\))\\s*\\.get\\(\\s*\"([\\w.]+)\"\\s*[,)]");

  @Test
  void bothLanguagesHaveTheSameKeys() throws IOException {
    assertThat(load("texts_de.properties").stringPropertyNames())
        .isEqualTo(load("texts.properties").stringPropertyNames());
  }

  @Test
  void bothLanguagesHaveTheSamePlaceholders() throws IOException {
    Properties english = load("texts.properties");
    Properties german = load("texts_de.properties");
    for (String key : english.stringPropertyNames()) {
      assertThat(placeholders(german, key)).as(key).isEqualTo(placeholders(english, key));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"texts.properties", "texts_de.properties"})
  void noTextIsEmptyOrBroken(String file) throws IOException {
    Properties texts = load(file);
    for (String key : texts.stringPropertyNames()) {
      String text = texts.getProperty(key);
      assertThat(text).as(key).isNotBlank().isEqualTo(text.strip());
      if (!placeholders(texts, key).isEmpty()) {
        assertThatCode(() -> new MessageFormat(text, Locale.ENGLISH))
            .as(key)
            .doesNotThrowAnyException();
        assertThat(text.replace("''", "")).as("single quotes of " + key).doesNotContain("'");
      } else {
        assertThat(text).as("double quotes of " + key).doesNotContain("''");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"texts.properties", "texts_de.properties"})
  void noKeyIsThereTwice(String file) throws IOException {
    List<String> keys =
        Files.readAllLines(Path.of("resources/lakebase", file), StandardCharsets.UTF_8).stream()
            .filter(line -> !line.startsWith("#") && line.contains("="))
            .map(line -> line.substring(0, line.indexOf('=')))
            .toList();
    assertThat(keys).doesNotHaveDuplicates();
  }

  @Test
  void theCodeAsksOnlyForTextsThatExist() throws IOException {
    Set<String> asked = new TreeSet<>();
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java/lakebase"))) {
      for (Path source : sources.filter(path -> path.toString().endsWith(".java")).toList()) {
        ASKED
            .matcher(Files.readString(source))
            .results()
            .map(result -> result.group(1))
            .forEach(asked::add);
      }
    }
    assertThat(asked).isNotEmpty();
    assertThat(load("texts.properties").stringPropertyNames()).containsAll(asked);
  }

  @Test
  void everyKeyHasAText() {
    for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
      Texts texts = new Texts(locale);
      assertThat(Arrays.stream(Key.values()).map(key -> key.text(texts))).doesNotHaveDuplicates();
    }
    assertThat(Key.SEARCH.printed(new Texts(Locale.GERMAN))).endsWith("K");
  }

  private static Set<String> placeholders(Properties texts, String key) {
    return PLACEHOLDER
        .matcher(Objects.requireNonNull(texts.getProperty(key), key))
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toSet());
  }

  private static Properties load(String file) throws IOException {
    Properties texts = new Properties();
    try (InputStream in = Files.newInputStream(Path.of("resources/lakebase", file))) {
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return texts;
  }
}
