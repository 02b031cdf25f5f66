package lakebase.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import lakebase.local.engine.DataPlaneException;
import lakebase.local.engine.DataPlaneException.Kind;

/** Asks PostgreSQL whether it takes settings, without starting a server. Any thread. */
final class SettingsCheck {

  private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_$]*(\\.[a-z_][a-z0-9_$]*)*");
  private static final Set<String> OWNED =
      Set.of(
          "allow_system_table_mods",
          "cluster_name",
          "config_file",
          "data_directory",
          "external_pid_file",
          "fsync",
          "full_page_writes",
          "hba_file",
          "hot_standby",
          "ident_file",
          "listen_addresses",
          "max_connections",
          "max_wal_senders",
          "password_encryption",
          "port",
          "reserved_connections",
          "superuser_reserved_connections",
          "synchronous_standby_names",
          "wal_level",
          "wal_retrieve_retry_interval");
  private static final List<String> OWNED_FAMILIES =
      List.of(
          "archive_",
          "log_destination",
          "log_directory",
          "log_file",
          "log_line_prefix",
          "logging_",
          "primary_",
          "recovery_",
          "restore_",
          "ssl",
          "syslog",
          "unix_socket_");

  private final ReentrantLock lock = new ReentrantLock();
  private final Path cache;

  /** Keeps a data directory a version below that directory, which is nobody's data. */
  SettingsCheck(Path cache) {
    this.cache = cache;
  }

  /**
   * Makes sure that a server starts with these settings.
   *
   * @throws DataPlaneException with PostgreSQL's own message, or that it is not the user's to set
   */
  void check(Installation installation, Map<String, String> settings) throws InterruptedException {
    List<String> options = new ArrayList<>();
    settings.forEach((name, value) -> {
      requireFree(name);
      options.add("-c");
      options.add(name + "=" + value);
    });
    if (options.isEmpty()) {
      return;
    }
    lock.lockInterruptibly();
    try {
      List<String> arguments = new ArrayList<>(List.of("-D", scratch(installation).toString()));
      // A value that is computed at start-up: combinations and libraries are checked for it too.
      arguments.addAll(List.of("-C", "shared_memory_size"));
      arguments.addAll(options);
      Installation.Output output = installation.run("postgres", arguments);
      if (!output.succeeded()) {
        throw DataPlaneException.invalid(message(output.text()));
      }
    } finally {
      lock.unlock();
    }
  }

  private static void requireFree(String name) {
    String key = name.toLowerCase(Locale.ROOT);
    if (!NAME.matcher(key).matches()) {
      throw DataPlaneException.invalid("A Postgres setting's name is not one.");
    }
    if (OWNED.contains(key) || OWNED_FAMILIES.stream().anyMatch(key::startsWith)) {
      throw DataPlaneException.invalid(
          "parameter \"" + key + "\" belongs to the local workspace and cannot be changed");
    }
  }

  private static String message(String output) {
    ServerLog log = new ServerLog(Path.of("unused"));
    output.lines().forEach(log::note);
    return log.reason();
  }

  private Path scratch(Installation installation) throws InterruptedException {
    Path scratch = cache.resolve("settings-" + installation.directory().getFileName());
    if (Files.exists(scratch)) {
      return scratch;
    }
    try {
      Files.createDirectories(cache);
      Path draft = Files.createTempDirectory(cache, ".settings-");
      try {
        DataDirectory.init(installation, draft).configure("");
        Files.move(draft, scratch, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Trees.delete(draft);
      }
      return scratch;
    } catch (IOException e) {
      throw new DataPlaneException(Kind.FAILED, "Postgres settings cannot be checked.", e);
    }
  }
}
