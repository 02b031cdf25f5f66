package lakebase.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java texts compile against the official client, and do what the console does. */
class JavaRunsTest {

  private static final Pattern CLASS = Pattern.compile("public class (\\w+)");

  @TempDir Path directory;
  private int programs;

  @Test
  void everyActionHasTheEffectOfTheClient() throws Exception {
    try (Twins twins = new Twins(directory)) {
      Process host = host(twins.text());
      try {
        BufferedReader printed = host.inputReader(StandardCharsets.UTF_8);
        PrintWriter programs = new PrintWriter(host.outputWriter(StandardCharsets.UTF_8), true);
        twins.live(Language.JAVA, (text, _) -> run(text, programs, printed));
      } finally {
        host.getOutputStream().close();
        assertThat(host.waitFor()).isZero();
      }
    }
  }

  private String run(String text, PrintWriter programs, BufferedReader printed) throws IOException {
    Path place = directory.resolve("program-" + programs());
    String name = compile(text, place);
    programs.println(place);
    programs.println(name);
    StringBuilder all = new StringBuilder("done\n");
    String line = printed.readLine();
    while (!ProgramHost.DONE.equals(line)) {
      assertThat(line).as(text + "\n" + all).isNotNull().isNotEqualTo(ProgramHost.FAILED);
      all.append(line).append('\n');
      line = printed.readLine();
    }
    return all.toString();
  }

  private int programs() {
    return programs++;
  }

  /** Compiles the class, and gives its name. */
  private static String compile(String text, Path into) throws IOException {
    Matcher matcher = CLASS.matcher(text);
    assertThat(matcher.find()).isTrue();
    Path source = Files.createDirectories(into).resolve(matcher.group(1) + ".java");
    Files.writeString(source, text);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter complaints = new StringWriter();
    boolean good =
        compiler
            .getTask(
                complaints,
                null,
                null,
                List.of(
                    "-d",
                    into.toString(),
                    "-proc:none",
                    "-Xlint:all",
                    "-Werror",
                    "-Xlint:-classfile,-options,-path"),
                null,
                compiler.getStandardFileManager(null, null, null).getJavaFileObjects(source))
            .call();
    assertThat(good).as(text + "\n" + complaints).isTrue();
    return matcher.group(1);
  }

  private Process host(Place place) throws IOException {
    ProcessBuilder java =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Duser.home=" + directory,
            ProgramHost.class.getName());
    java.redirectError(ProcessBuilder.Redirect.DISCARD);
    java.environment().clear();
    java.environment().putAll(place.environment());
    java.environment()
        .put("DATABRICKS_CONFIG_FILE", new File(directory.toFile(), "none").toString());
    java.environment().put("PATH", directory.toString());
    java.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    return java.start();
  }
}
