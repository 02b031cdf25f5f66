package lakebase.local.postgres;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import lakebase.local.engine.DataPlaneException;
import org.jspecify.annotations.Nullable;

/**
 * Programs of one PostgreSQL version. As root they refuse to run; there they get a user namespace
 * in which root is nobody. Any thread.
 */
final class Installation {

  /** The superuser of every branch, the local workspace's own. */
  static final String SUPERUSER = "lakebase_admin";

  /** What a program said. */
  record Output(int exit, String text) {

    boolean succeeded() {
      return exit == 0;
    }
  }

  private static final long LIMIT_SECONDS = 120;
  private static final boolean WINDOWS =
      System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
  private static final Path SELF = Path.of("/proc/self");

  private final int major;
  private final Path directory;
  private final List<String> prefix = isRoot() ? List.of("unshare", "--user") : List.of();

  Installation(int major, Path directory) {
    this.major = major;
    this.directory = directory;
  }

  /** The major version. */
  int major() {
    return major;
  }

  /** Where its files are. */
  Path directory() {
    return directory;
  }

  /** Where a program of it is. */
  Path executable(String name) {
    return directory.resolve("bin").resolve(WINDOWS ? name + ".exe" : name);
  }

  /**
   * A program of it, ready to be started, its errors among its output. The process started becomes
   * the program itself: no shell is between.
   */
  ProcessBuilder program(String name, List<String> arguments) {
    List<String> command = new ArrayList<>(prefix);
    command.add(executable(name).toString());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(key -> key.startsWith("PG") || key.equals("LANG"));
    environment.put("LC_ALL", "C");
    return builder;
  }

  /** Runs a program of it to its end; an interrupt ends it. */
  Output run(String name, List<String> arguments) throws InterruptedException {
    try {
      Path text = Files.createTempFile("lakebase-", ".out");
      try {
        Process process = program(name, arguments).redirectOutput(text.toFile()).start();
        try {
          process.getOutputStream().close();
          if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            throw failed(name, "it does not end", null);
          }
          return new Output(process.exitValue(), Files.readString(text).strip());
        } finally {
          process.destroyForcibly();
        }
      } finally {
        Files.delete(text);
      }
    } catch (IOException e) {
      throw failed(name, String.valueOf(e.getMessage()), e);
    }
  }

  /** Sends a signal such as {@code INT} to a server; whether there was one to send it to. */
  boolean signal(String signal, long pid) throws InterruptedException {
    List<String> arguments = List.of("kill", signal, Long.toString(pid));
    try {
      // What it says is of no use, and is not written: a full disk must not keep servers running.
      Process process = program("pg_ctl", arguments).redirectOutput(Redirect.DISCARD).start();
      try {
        return process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
      } finally {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      throw failed("pg_ctl", String.valueOf(e.getMessage()), e);
    }
  }

  /** Makes a new data directory, with one superuser and nothing of the local workspace's. */
  void initdb(Path data) throws InterruptedException {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("-D", data.toString(), "-U", SUPERUSER, "-A", "trust"));
    arguments.addAll(List.of("-E", "UTF8", "--data-checksums", "--no-instructions"));
    if (major >= 17) {
      arguments.addAll(List.of("--locale=C", "--locale-provider=builtin"));
      arguments.add("--builtin-locale=C.UTF-8");
    } else {
      arguments.add(Files.exists(SELF) ? "--locale=C.UTF-8" : "--locale=C");
    }
    Output output = run("initdb", arguments);
    if (!output.succeeded()) {
      throw failed("initdb", output.text(), null);
    }
  }

  /** Makes sure that the programs run here. */
  void tryOut() throws InterruptedException {
    Output output = run("postgres", List.of("--version"));
    if (!output.succeeded() || !output.text().contains(" " + major + ".")) {
      throw failed("server", output.text(), null);
    }
  }

  private static DataPlaneException failed(String program, String why, @Nullable Exception cause) {
    return Failures.failed("PostgreSQL's " + program + " cannot be run: " + why, cause);
  }

  private static boolean isRoot() {
    try {
      return Files.exists(SELF)
          ? Files.getAttribute(SELF, "unix:uid").equals(0)
          : System.getProperty("user.name", "").equals("root");
    } catch (IOException e) {
      return false;
    }
  }
}
