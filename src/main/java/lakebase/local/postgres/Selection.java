package lakebase.local.postgres;

import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What of a data directory is copied. What is left out is what PostgreSQL's own base backup leaves
 * out ({@code backup/basebackup.c}): it belongs to the running server, or is made anew.
 */
@FunctionalInterface
interface Selection {

  /**
   * Whether an entry is taken; a directory that is not is not made either.
   *
   * @param directory relative to the data directory
   */
  boolean takes(Path directory, String name, Set<String> siblings);

  Set<String> SERVERS_OWN =
      Set.of(
          "postmaster.pid",
          "postmaster.opts",
          "postgresql.auto.conf.tmp",
          "current_logfiles.tmp",
          "backup_label",
          "tablespace_map",
          "backup_manifest",
          "standby.signal",
          "recovery.signal");

  Set<String> MADE_ANEW =
      Set.of(
          "pg_stat_tmp",
          "pg_replslot",
          "pg_dynshmem",
          "pg_notify",
          "pg_serial",
          "pg_snapshots",
          "pg_subtrans");

  Pattern TEMPORARY =
      Pattern.compile("pgsql_tmp.*|pg_internal\\.init.*|t\\d+_\\d+(_\\w+)?(\\.\\d+)?");

  Pattern RELATION = Pattern.compile("(\\d+)(_fsm|_vm)?(\\.\\d+)?");

  /** For a running server: the log is taken when the copy is whole, the control file last. */
  static Selection ofRunning() {
    return (directory, name, siblings) ->
        common(directory, name)
            && !directory.toString().equals("pg_wal")
            && !name.equals("pg_control")
            && !isUnlogged(name, siblings);
  }

  /** For a stopped server: with the log from the last checkpoint on. */
  static Selection ofStopped(ControlFile control, WalSegments segments) {
    long first = segments.number(control.redo());
    long last = control.clean() ? segments.number(control.checkpoint()) + 1 : Long.MAX_VALUE;
    return (directory, name, siblings) -> {
      if (!directory.toString().equals("pg_wal")) {
        return common(directory, name);
      }
      if (!WalSegments.isSegment(name)) {
        return WalSegments.isTimelineHistory(name);
      }
      long number = segments.number(name);
      return number >= first && number <= last;
    };
  }

  private static boolean common(Path directory, String name) {
    String in = directory.toString();
    return !(in.isEmpty() && SERVERS_OWN.contains(name))
        && !MADE_ANEW.contains(in)
        && !TEMPORARY.matcher(name).matches();
  }

  /** An unlogged table is emptied by recovery; only its initial fork is needed. */
  private static boolean isUnlogged(String name, Set<String> siblings) {
    var relation = RELATION.matcher(name);
    return relation.matches() && siblings.contains(relation.group(1) + "_init");
  }
}
