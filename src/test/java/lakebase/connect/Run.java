package lakebase.connect;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Runs programs of this machine, where it has them. */
public final class Run {

  /**
   * How a program ended.
   *
   * @param output both streams, without the last line break
   */
  public record Ended(int status, String output) {}

  private Run() {}

  /** Whether this machine has that program. */
  public static boolean has(String program) {
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
    return Stream.of(path.split(Pattern.quote(File.pathSeparator), -1))
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
  }

  /** Runs a command in that directory. */
  public static Ended in(Path directory, Map<String, String> environment, List<String> command)
      throws InterruptedException {
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
      builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
      builder.environment().put("LC_ALL", "C.UTF-8");
      builder.environment().putAll(environment);
      Process process = builder.start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("still running: " + command.getFirst());
      }
      return new Ended(process.exitValue(), output.strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a text in the POSIX shell. */
  public static Ended shell(Path directory, Map<String, String> environment, String text)
      throws InterruptedException {
    return in(directory, environment, List.of("sh", "-c", text));
  }
}
