package lakebase;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/**
 * NullAway can fall silent without a word: a wrong option, a wrong package, a new JDK. So one class
 * that must not compile is compiled with the pom's own compiler arguments.
 */
class NullnessCanaryTest {

  private static final String HEADER =
      """
      package canary;

      import org.jspecify.annotations.NullMarked;
      import org.jspecify.annotations.Nullable;

      @NullMarked
      final class Canary {
        private Canary() {}

      """;

  @TempDir Path directory;

  @Test
  void returningNullIsAnError() throws Exception {
    var result =
        compile(
            """
              static String name(@Nullable String given) {
                return given;
              }
            """);
    assertThat(result.exitCode()).isNotZero();
    assertThat(result.output()).contains("error: [NullAway] returning @Nullable expression");
  }

  @Test
  void nullabilityOfTypeArgumentsIsChecked() throws Exception {
    var result =
        compile(
            """
              static java.util.List<String> names(java.util.List<@Nullable String> given) {
                return given;
              }
            """);
    assertThat(result.exitCode()).isNotZero();
    assertThat(result.output()).contains("error: [NullAway]");
  }

  @Test
  void theGoodTwinCompiles() throws Exception {
    var result =
        compile(
            """
              static String name(@Nullable String given) {
                return given == null ? "" : given;
              }
            """);
    assertThat(result).isEqualTo(new Result(0, ""));
  }

  private record Result(int exitCode, String output) {}

  private Result compile(String body) throws Exception {
    var source = directory.resolve("Canary.java");
    Files.writeString(source, HEADER + body + "}\n");
    var classPath = System.getProperty("java.class.path");
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
    command.addAll(compilerArguments());
    command.addAll(List.of("-cp", classPath, "-processorpath", classPath));
    command.addAll(List.of("-d", directory.toString(), source.toString()));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (var output = process.getInputStream()) {
      var text = new String(output.readAllBytes(), UTF_8);
      return new Result(process.waitFor(), text);
    }
  }

  private static List<String> compilerArguments() throws Exception {
    var path = "//plugin[artifactId='maven-compiler-plugin']/configuration/compilerArgs/arg";
    var nodes =
        (NodeList)
            XPathFactory.newInstance().newXPath().evaluate(path, pom(), XPathConstants.NODESET);
    var arguments = new ArrayList<String>();
    for (var i = 0; i < nodes.getLength(); i++) {
      arguments.add(nodes.item(i).getTextContent());
    }
    return arguments;
  }

  private static Document pom() throws Exception {
    var pom = Sources.PROJECT.resolve("pom.xml");
    return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile());
  }
}
