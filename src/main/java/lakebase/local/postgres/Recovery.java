package lakebase.local.postgres;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lakebase.local.engine.DataPlaneException;

/**
 * Makes a copied data directory whole: replays the log up to a target, and leaves the directory as
 * after an orderly shutdown, on disk, on a timeline of its own. It is done by PostgreSQL in
 * single-user mode, to which nobody can connect, with settings that do not depend on the branch's.
 */
final class Recovery {

  /** Where replay ends. */
  sealed interface Target {

    /** As soon as the copy is consistent: where the backup ended. */
    record Consistent() implements Target {}

    /** After what was committed until then. */
    record At(Instant time) implements Target {}

    /** After the log before that position. */
    record Before(Lsn lsn) implements Target {}

    /** Where the log ends. */
    record End() implements Target {}
  }

  /**
   * Where replay ended.
   *
   * @param lsn the end of what was replayed
   * @param lastCommit of the last transaction that was replayed, if there was any
   */
  record Recovered(Lsn lsn, Optional<Instant> lastCommit) {}

  private static final String NOT_REACHED =
      "recovery ended before configured recovery target was reached";
  private static final Pattern LAST_COMMIT =
      Pattern.compile("last completed transaction was at log time (\\S+ \\S+)");
  private static final Pattern SWITCH = Pattern.compile("(?m)^(\\d+)\\t(\\S+)\\t");
  private static final DateTimeFormatter LOG_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss[.SSSSSS][.SSSSS][.SSSS][.SSS][.SS][.S]x");
  private static final DateTimeFormatter SETTING_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS'+00'").withZone(ZoneOffset.UTC);
  private static final String DOING = "Recovery of the copied data";

  private final Installation installation;

  private final boolean durable;

  /** By these programs. */
  Recovery(Installation installation) {
    this(installation, true);
  }

  /**
   * By these programs.
   *
   * @param durable false for tests, whose data need not survive a power failure
   */
  Recovery(Installation installation, boolean durable) {
    this.installation = installation;
    this.durable = durable;
  }

  /**
   * Replays in the directory up to the target, or to the log's end if that comes first.
   *
   * @param restoreCommand where the log comes from that the directory does not have
   */
  Recovered run(Path data, Target target, String restoreCommand) throws InterruptedException {
    try {
      Files.writeString(data.resolve("recovery.signal"), "");
      Said said = postgres(data, settings(target, restoreCommand));
      if (said.exit() != 0 && said.text().contains(NOT_REACHED)) {
        said = postgres(data, settings(new Target.End(), restoreCommand));
      }
      if (said.exit() != 0) {
        throw Failures.of(DOING, said.text());
      }
      Files.deleteIfExists(data.resolve("backup_label.old"));
      Files.deleteIfExists(data.resolve("tablespace_map.old"));
      return new Recovered(switchPoint(data), lastCommit(said.text()));
    } catch (IOException e) {
      throw Failures.of(DOING, e);
    }
  }

  /** Replays what a server that ended without order has left, on the same timeline. */
  void afterCrash(Path data) throws InterruptedException {
    try {
      Said said = postgres(data, settings(new Target.End(), WalArchive.NOTHING));
      if (said.exit() != 0) {
        throw Failures.of(DOING, said.text());
      }
    } catch (IOException e) {
      throw Failures.of(DOING, e);
    }
  }

  /**
   * The same where the branch itself is: its next start would do no less. What has not been
   * archived yet is left to that.
   */
  void inPlace(Path data) throws InterruptedException {
    try {
      Orphans.forget(data);
      Map<String, String> settings = settings(new Target.End(), WalArchive.NOTHING);
      settings.put("archive_mode", "on");
      settings.remove("track_commit_timestamp");
      Said said = postgres(data, settings);
      if (said.exit() != 0) {
        throw Failures.of("Recovery of the branch's data", said.text());
      }
    } catch (IOException e) {
      throw Failures.of("Recovery of the branch's data", e);
    }
  }

  private Map<String, String> settings(Target target, String restoreCommand) {
    Map<String, String> settings = new TreeMap<>();
    settings.put("fsync", durable ? "on" : "off");
    settings.put("archive_mode", "off");
    settings.put("hot_standby", "off");
    settings.put("wal_level", "replica");
    settings.put("shared_buffers", "64MB");
    settings.put("wal_recycle", "off");
    settings.put("max_prepared_transactions", "1000");
    settings.put("track_commit_timestamp", "on");
    settings.put("timezone", "UTC");
    settings.put("log_timezone", "UTC");
    settings.put("restore_command", restoreCommand);
    settings.put("recovery_target_timeline", "latest");
    settings.put("recovery_target_action", "promote");
    switch (target) {
      case Target.Consistent() -> settings.put("recovery_target", "immediate");
      case Target.At(Instant time) ->
          settings.put("recovery_target_time", SETTING_TIME.format(time));
      case Target.Before(Lsn lsn) -> {
        settings.put("recovery_target_lsn", lsn.toString());
        settings.put("recovery_target_inclusive", "off");
      }
      case Target.End() -> {}
    }
    return settings;
  }

  private record Said(int exit, String text) {}

  private Said postgres(Path data, Map<String, String> settings)
      throws IOException, InterruptedException {
    Path configuration = Files.writeString(data.resolve("lakebase-recovery.conf"), "");
    Path output = data.resolve("lakebase-recovery.log");
    List<String> arguments =
        new ArrayList<>(
            List.of("--single", "-D", data.toString(), "-c", "config_file=" + configuration));
    settings.forEach((name, value) -> {
      arguments.add("-c");
      arguments.add(name + "=" + value);
    });
    arguments.add(Source.DATABASE);
    Process process =
        installation
            .program("postgres", arguments)
            .directory(data.toFile())
            .redirectOutput(output.toFile())
            .redirectInput(nothing())
            .start();
    try {
      int exit = process.waitFor();
      return new Said(exit, Files.readString(output));
    } finally {
      Processes.end(process);
      Files.deleteIfExists(configuration);
      Files.deleteIfExists(output);
    }
  }

  private static File nothing() {
    return new File(File.separatorChar == '\\' ? "NUL" : "/dev/null");
  }

  private static Optional<Instant> lastCommit(String log) {
    Matcher matcher = LAST_COMMIT.matcher(log);
    return matcher.find()
        ? Optional.of(OffsetDateTime.parse(matcher.group(1), LOG_TIME).toInstant())
        : Optional.empty();
  }

  /** Where the newest timeline begins, from the file that tells of its parents. */
  private static Lsn switchPoint(Path data) throws IOException {
    try (Stream<Path> files = Files.list(data.resolve("pg_wal"))) {
      Path newest =
          files
              .filter(file -> WalSegments.isTimelineHistory(String.valueOf(file.getFileName())))
              .max(Path::compareTo)
              .orElseThrow(() -> new IOException("recovery began no timeline"));
      Matcher line = SWITCH.matcher(Files.readString(newest));
      Lsn last = null;
      while (line.find()) {
        last = Lsn.parse(line.group(2));
      }
      if (last == null) {
        throw new DataPlaneException(DataPlaneException.Kind.FAILED, DOING + " failed.");
      }
      return last;
    }
  }
}
