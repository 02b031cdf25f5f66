package lakebase.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lakebase.local.engine.DataPlaneException;
import lakebase.local.store.OwnerOnly;

/**
 * Asks PostgreSQL whether it takes settings: by a server that is started with them on nobody's
 * data, and connected to. So what cannot be had is known before a running server is harmed: more
 * memory than there is, a library that is missing, values that do not go together. Any thread.
 */
final class SettingsCheck {

  private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_$]*(\\.[a-z_][a-z0-9_$]*)*");

  private static final Pattern TOTAL = Pattern.compile("(?m)^MemTotal: +(\\d+) kB$");
  private static final Pattern SIZE = Pattern.compile("(?m)^(\\d+)$");

  private final ReentrantLock lock = new ReentrantLock();
  private final Path directory;
  private final Templates templates;

  /** Keeps data for its servers, one a version, below that directory. */
  SettingsCheck(Path directory, Templates templates) {
    this.directory = directory;
    this.templates = templates;
  }

  /**
   * Makes sure that a server starts with these settings and lets people in.
   *
   * @throws DataPlaneException with PostgreSQL's own message, or that it is not the user's to set
   */
  void check(Installation installation, Map<String, String> settings) throws InterruptedException {
    settings.keySet().forEach(SettingsCheck::requireFree);
    if (settings.isEmpty()) {
      return;
    }
    lock.lockInterruptibly();
    try {
      Path data = data(installation);
      ask(installation, data, settings);
      start(installation, data, settings);
    } finally {
      lock.unlock();
    }
  }

  private static void requireFree(String name) {
    if (!NAME.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
      throw DataPlaneException.invalid("A Postgres setting's name is not one.");
    }
    if (OwnSettings.has(name)) {
      throw DataPlaneException.invalid(
          "parameter \"%s\" belongs to the local workspace and cannot be changed"
              .formatted(name.toLowerCase(Locale.ROOT)));
    }
  }

  /** Quick, and with a message about the setting alone. */
  private static void ask(Installation installation, Path data, Map<String, String> settings)
      throws InterruptedException {
    List<String> arguments = new ArrayList<>(List.of("-D", data.toString()));
    // A value that is computed at start-up: combinations and libraries are checked for it too.
    arguments.addAll(List.of("-C", "shared_memory_size"));
    settings.forEach((name, value) -> {
      arguments.add("-c");
      arguments.add(name + "=" + value);
    });
    Installation.Output output = installation.run("postgres", arguments);
    if (!output.succeeded()) {
      throw DataPlaneException.invalid(message(output.text()));
    }
    requireRoom(output.text());
  }

  /** Linux may hand out more memory than there is, and kills the server when it is used. */
  private static void requireRoom(String output) {
    Matcher size = SIZE.matcher(output);
    long there = memoryMegabytes();
    if (size.find() && there > 0 && Long.parseLong(size.group(1)) > there) {
      throw DataPlaneException.invalid(
          "these settings take %s MB of shared memory, and this computer has %d MB"
              .formatted(size.group(1), there));
    }
  }

  /** Zero where it is not told. */
  private static long memoryMegabytes() {
    try {
      Matcher total = TOTAL.matcher(Files.readString(Path.of("/proc/meminfo")));
      return total.find() ? Long.parseLong(total.group(1)) >> 10 : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  private static String message(String output) {
    ServerLog log = new ServerLog(Path.of("unused"));
    output.lines().forEach(log::note);
    return log.reason();
  }

  private void start(Installation installation, Path data, Map<String, String> settings)
      throws InterruptedException {
    Map<String, String> all = new TreeMap<>(settings);
    all.putIfAbsent("max_connections", Integer.toString(ServerSettings.TYPICAL_CONNECTIONS));
    PostgresServer.Launch launch =
        new PostgresServer.Launch(data, directory.resolve("settings.log"), all);
    try (PostgresServer server = PostgresServer.start(installation, launch);
        Connection session =
            ServerConnection.open(server.socket(), Source.DATABASE, Installation.SUPERUSER)) {
      Sql.execute(session, "SELECT 1");
    } catch (DataPlaneException e) {
      throw e.kind() == DataPlaneException.Kind.FAILED
          ? DataPlaneException.invalid(String.valueOf(e.getMessage()))
          : e;
    } catch (SQLException e) {
      throw DataPlaneException.invalid(Failures.message(e));
    }
  }

  private Path data(Installation installation) throws InterruptedException {
    Path data = directory.resolve("settings-" + installation.directory().getFileName());
    if (!Files.exists(data)) {
      try {
        OwnerOnly.createDirectories(directory);
      } catch (IOException e) {
        throw Failures.of("Checking settings", e);
      }
      templates.copy(installation, data);
    }
    return data;
  }
}
