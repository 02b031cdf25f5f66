package lakebase.auth;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What this machine has that signing in can use.
 *
 * @param environment the environment variables
 * @param home the person's directory
 * @param system the operating system's name, as Java has it
 */
public record Machine(Map<String, String> environment, Path home, String system) {

  /** What is left when the variables that sign in are taken away (contract §9.2). */
  private static final Set<String> HARMLESS =
      Set.of("DATABRICKS_CONFIG_FILE", "DATABRICKS_CLI_PATH", "DATABRICKS_AUTH_STORAGE");

  private static final List<String> TELLING =
      List.of("DATABRICKS_", "ARM_", "GOOGLE_CREDENTIALS", "TOKEN_AUDIENCE", "ACTIONS_ID_TOKEN_");

  public Machine {
    environment = Map.copyOf(environment);
  }

  /** The one that this process runs on. */
  public static Machine current() {
    return new Machine(
        System.getenv(), Path.of(System.getProperty("user.home")), System.getProperty("os.name"));
  }

  /**
   * The same without the variables that name a host or sign in, which would otherwise win over what
   * a person chose for one workspace.
   */
  Machine withoutSignIn() {
    Map<String, String> rest = new TreeMap<>(environment);
    rest.keySet()
        .removeIf(name -> !HARMLESS.contains(name) && TELLING.stream().anyMatch(name::startsWith));
    return new Machine(rest, home, system);
  }

  /** A variable; empty when it is not set. */
  Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  /** The directories that programs are looked for in. */
  List<Path> path() {
    return Arrays.stream(variable("PATH").orElse("").split(File.pathSeparator, -1))
        .filter(directory -> !directory.isBlank())
        .map(Path::of)
        .toList();
  }

  /** Where that program is. */
  Optional<Path> program(String name) {
    List<String> endings =
        system.toLowerCase(Locale.ROOT).startsWith("windows")
            ? List.of(".exe", ".cmd", ".bat")
            : List.of("");
    return path().stream()
        .flatMap(directory -> endings.stream().map(ending -> directory.resolve(name + ending)))
        .filter(Files::isExecutable)
        .filter(Files::isRegularFile)
        .findFirst();
  }

  /** The configuration file (contract §9.2). */
  Path configFile() {
    return variable("DATABRICKS_CONFIG_FILE")
        .map(this::inHome)
        .orElseGet(() -> home.resolve(".databrickscfg"));
  }

  private Path inHome(String file) {
    return file.startsWith("~/") ? home.resolve(file.substring(2)) : Path.of(file);
  }

  /** Shows no variable's value. */
  @Override
  public String toString() {
    return "Machine[" + system + ", " + home + "]";
  }
}
