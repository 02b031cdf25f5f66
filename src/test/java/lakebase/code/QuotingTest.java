package lakebase.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import lakebase.wire.JsonValue;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

/** Whatever a person typed arrives as it was typed. */
class QuotingTest {

  /** Ends each word with what no word can hold. */
  @SuppressWarnings("OrphanedFormatString") // The shell's.
  private static final String PRINT = "printf '%s\\0'";

  private static final String ODD =
      "'\"\\$`!{}%#@&|;<>()*?~[]\n\r\t \u0001\u001b\u007f\u0085äß€\u2028\u202e\u200d";

  @Property(tries = 20, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void throughBash(@ForAll("texts") List<String> texts) throws Exception {
    String words = texts.stream().map(Literals::shell).collect(Collectors.joining(" "));
    assertThat(bash(PRINT + " " + words)).isEqualTo(String.join("\0", texts) + "\0");
  }

  private static String bash(String script) throws Exception {
    ProcessBuilder bash = new ProcessBuilder("bash", "-c", script);
    bash.environment().put("LC_ALL", "C.UTF-8");
    Process process = bash.start();
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(script).isZero();
    return printed;
  }

  @Test
  void theCliGetsEveryBodyWhole() throws Exception {
    for (var example : Examples.all()) {
      String script =
          "databricks() { " + PRINT + " \"$@\"; }\n" + Code.text(Language.CLI, example.action());
      List<String> words = List.of(bash(script).split("\0", -1));
      int json = words.indexOf("--json");
      JsonValue body = example.action().body();
      if (json >= 0) {
        assertThat(JsonValue.parse(words.get(json + 1))).isEqualTo(body);
      } else {
        // A credential with nothing but a name, and an undeletion, go without a body.
        assertThat(body == null || !JsonText.of(body).contains("spec")).isTrue();
      }
    }
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void throughJson(@ForAll("texts") List<String> texts) {
    for (String text : texts) {
      assertThat(JsonValue.parse(Literals.json(text))).isEqualTo(new JsonValue.Text(text));
    }
  }

  @Property(tries = 8, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void throughTheJavaCompiler(@ForAll("texts") List<String> texts) throws Exception {
    assertThat(compiled(texts)).isEqualTo(texts);
  }

  @Test
  void aBackslashBeforeAUIsNoUnicodeEscape() throws Exception {
    List<String> texts = List.of("\\u0022", "\\\\u0022", "\\uuu0041", "\u0000" + "7", "\ud800");
    assertThat(compiled(texts)).isEqualTo(texts);
  }

  @Test
  void templatesOfTerraformAreEscaped() {
    assertThat(Literals.hcl("${a} %{b} $${c} $")).isEqualTo("\"$${a} %%{b} $$${c} $\"");
  }

  @Test
  void halfACharacterIsReplacedWhereThereIsNoWordForIt() {
    assertThat(Literals.go("a\ud800")).isEqualTo("\"a\\ufffd\"");
    assertThat(Literals.hcl("a\ud800")).isEqualTo("\"a\\ufffd\"");
    assertThat(Literals.python("a\ud800")).isEqualTo("\"a\\ud800\"");
  }

  private static List<String> compiled(List<String> texts) throws Exception {
    Path directory = Files.createTempDirectory("quoting");
    try {
      Path source = directory.resolve("Texts.java");
      StringBuilder code = new StringBuilder("public class Texts {\n");
      code.append("  public static final String[] ALL = {\n");
      texts.forEach(text -> code.append("    ").append(Literals.java(text)).append(",\n"));
      code.append("  };\n}\n");
      Files.writeString(source, code);
      compile(source, directory);
      try (URLClassLoader loader = new URLClassLoader(new URL[] {directory.toUri().toURL()})) {
        return List.of((String[]) loader.loadClass("Texts").getField("ALL").get(null));
      }
    } finally {
      for (Path file :
          List.of(directory.resolve("Texts.java"), directory.resolve("Texts.class"), directory)) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static void compile(Path source, Path into) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter complaints = new StringWriter();
    try (var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      boolean good =
          compiler
              .getTask(
                  complaints,
                  files,
                  null,
                  List.of("-d", into.toString(), "-proc:none"),
                  null,
                  files.getJavaFileObjects(source))
              .call();
      assertThat(good).as(complaints.toString()).isTrue();
    }
  }

  @Provide
  Arbitrary<List<String>> texts() {
    Arbitrary<String> tricky = Arbitraries.strings().withChars(ODD.toCharArray()).ofMaxLength(12);
    Arbitrary<String> any =
        Arbitraries.integers()
            .between(1, Character.MAX_CODE_POINT)
            .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
            .list()
            .ofMaxSize(12)
            .map(codes -> {
              StringBuilder text = new StringBuilder();
              codes.forEach(text::appendCodePoint);
              return text.toString();
            });
    Arbitrary<String> words =
        Arbitraries.of("${x}", "$(id)", "\\u0041", "\\n", "!!", "'\\''", "-n", "", "a b");
    return Arbitraries.oneOf(tricky, any, words).list().ofMinSize(1).ofMaxSize(40);
  }
}
