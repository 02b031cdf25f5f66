package lakebase.connect.launch;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The programs that the system has. */
public final class SystemPrograms implements Programs {

  private static final String SEPARATOR = Pattern.quote(File.pathSeparator);

  private final Function<String, @Nullable String> environment;

  /** Found by the path of that environment. */
  public SystemPrograms(Function<String, @Nullable String> environment) {
    this.environment = environment;
  }

  @Override
  public Optional<Path> find(String name) {
    try {
      if (Path.of(name).isAbsolute()) {
        return Optional.of(Path.of(name)).filter(SystemPrograms::isProgram);
      }
      return Stream.of(variable("PATH").split(SEPARATOR, -1))
          .filter(directory -> !directory.isBlank())
          .flatMap(directory -> endings(name).map(Path.of(directory)::resolve))
          .filter(SystemPrograms::isProgram)
          .findFirst();
    } catch (InvalidPathException notAPath) {
      return Optional.empty();
    }
  }

  /** Windows finds a program by its name without the ending. */
  private Stream<String> endings(String name) {
    String known = variable("PATHEXT");
    return known.isEmpty()
        ? Stream.of(name)
        : Stream.concat(
            Stream.of(name),
            Stream.of(known.split(";", -1)).map(end -> name + end.toLowerCase(Locale.ROOT)));
  }

  private static boolean isProgram(Path file) {
    return Files.isRegularFile(file) && Files.isExecutable(file);
  }

  @Override
  public Process start(List<String> command, Map<String, String> more) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectInput(ProcessBuilder.Redirect.PIPE)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(more);
    return builder.start();
  }

  @Override
  public String variable(String name) {
    String value = environment.apply(name);
    return value == null ? "" : value;
  }
}
