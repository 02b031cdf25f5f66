package lakebase.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lakebase.local.engine.ComputePlan;
import lakebase.model.ComputeLimits;
import lakebase.model.SizeRange;
import org.jspecify.annotations.Nullable;

/**
 * A server's settings, from its endpoint's plan. A compute unit stands for 2 GB of memory in the
 * cloud; here it is scaled down to what a laptop has to spare: {@code shared_buffers} is 16 MB a
 * unit of the range's upper end, 16 MB at least and 256 MB at most. The connection limit is the
 * documented one (contract §8.1), and a few connections beyond it are the local workspace's own.
 * The endpoint's own settings come last and win, but for those that are {@link OwnSettings}.
 */
final class ServerSettings {

  /** Connections that only the superuser can have. */
  static final int RESERVED = 10;

  /** What a compute of one unit takes. */
  static final int TYPICAL_CONNECTIONS = ComputeLimits.maxConnections(1) + RESERVED;

  /** What a standby must have as much of as its primary, or it stops following. */
  private static final List<String> FLOORS =
      List.of(
          "max_connections",
          "max_locks_per_transaction",
          "max_prepared_transactions",
          "max_worker_processes");

  private static final Pattern NUMBER = Pattern.compile("(\\w+) = '(\\d+)'");
  private static final int MB_PER_CU = 16;
  private static final int MOST_MB = 256;
  private static final SizeRange DEFAULT_SIZE = SizeRange.fixed(1);

  private ServerSettings() {}

  /** Those of a primary. */
  static SortedMap<String, String> primary(ComputePlan plan, LogArchive archive) {
    SizeRange size = plan.spec().size() == null ? DEFAULT_SIZE : plan.spec().size();
    int buffers = Math.clamp(Math.round(size.maxCu() * MB_PER_CU), MB_PER_CU, MOST_MB);
    int connections = ComputeLimits.maxConnections(size.maxCu()) + RESERVED;
    SortedMap<String, String> settings = new TreeMap<>();
    settings.put("max_connections", Integer.toString(connections));
    settings.put("superuser_reserved_connections", Integer.toString(RESERVED));
    settings.put("shared_buffers", buffers + "MB");
    settings.put("max_wal_size", "256MB");
    settings.put("min_wal_size", "32MB");
    settings.put("timezone", "UTC");
    settings.put("log_timezone", "UTC");
    plan.spec()
        .pgSettings()
        .forEach((name, value) -> {
          if (!OwnSettings.has(name)) {
            settings.put(lower(name), value);
          }
        });
    settings.put("cluster_name", plan.uid());
    settings.put("wal_level", "replica");
    settings.put("hot_standby", "on");
    settings.put("archive_mode", "on");
    settings.put("archive_library", "");
    settings.put("archive_command", archive.store());
    return settings;
  }

  /**
   * Those of a standby.
   *
   * @param primary those of the primary that it follows; empty when they are unknown
   * @param primaryData where the primary's log can be read even while it sleeps
   * @param conninfo how to connect to the primary; empty while it sleeps
   */
  static SortedMap<String, String> standby(
      ComputePlan plan,
      LogArchive archive,
      Map<String, String> primary,
      Path primaryData,
      String conninfo) {
    SortedMap<String, String> settings = primary(plan, archive);
    FLOORS.forEach(name -> raise(settings, name, primary.get(name)));
    settings.put("primary_conninfo", conninfo);
    settings.put("restore_command", restore(primaryData, archive));
    // A sleeping primary writes nothing: what there was has been fetched at once, and a reload
    // tells of it when it wakes. Only a fetch that has failed is tried again.
    settings.put("wal_retrieve_retry_interval", conninfo.isEmpty() ? "10min" : "1s");
    return settings;
  }

  /** As the text of a configuration file. */
  static String text(Map<String, String> settings) {
    StringBuilder text = new StringBuilder("# Written anew before every start.\n");
    new TreeMap<>(settings)
        .forEach(
            (name, value) -> text.append(name).append(" = '").append(escape(value)).append("'\n"));
    return text.toString();
  }

  /** Those settings of a data directory's file that are numbers. */
  static Map<String, String> numbers(Path data) throws IOException {
    Map<String, String> found = new TreeMap<>();
    for (String line : Files.readAllLines(data.resolve(DataDirectory.CONFIGURATION))) {
      Matcher number = NUMBER.matcher(line);
      if (number.matches()) {
        found.put(number.group(1), number.group(2));
      }
    }
    return found;
  }

  private static void raise(Map<String, String> settings, String name, @Nullable String floor) {
    if (floor != null && floor.matches("\\d+")) {
      String own = settings.getOrDefault(name, "");
      if (!own.matches("\\d+") || Long.parseLong(own) < Long.parseLong(floor)) {
        settings.put(name, floor);
      }
    }
  }

  private static String restore(Path primaryData, LogArchive archive) {
    String log = primaryData.resolve("pg_wal").toString().replace("%", "%%");
    boolean windows =
        System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
    String copy =
        windows
            ? "copy \"" + log + "\\%f\" \"%p\" >NUL 2>&1"
            : "cp '" + log.replace("'", "'\\''") + "'/%f %p 2>/dev/null";
    return archive.fetch().isEmpty() ? copy : copy + " || " + archive.fetch();
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static String escape(String value) {
    return value.replace("\\", "\\\\").replace("'", "''").replace("\n", "\\n").replace("\r", "\\r");
  }
}
