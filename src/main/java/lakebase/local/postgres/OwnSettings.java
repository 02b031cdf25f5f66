package lakebase.local.postgres;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * PostgreSQL's settings that are not a person's to make: by them the local workspace reaches its
 * servers, keeps their history, and has standbys follow.
 */
final class OwnSettings {

  private static final Set<String> NAMES =
      Set.of(
          "allow_alter_system",
          "allow_system_table_mods",
          "bonjour",
          "bonjour_name",
          "cluster_name",
          "config_file",
          "data_directory",
          "data_sync_retry",
          "db_user_namespace",
          "event_source",
          "external_pid_file",
          "fsync",
          "full_page_writes",
          "hba_file",
          "hot_standby",
          "ident_file",
          "idle_replication_slot_timeout",
          "ignore_invalid_pages",
          "listen_addresses",
          "max_connections",
          "max_replication_slots",
          "max_slot_wal_keep_size",
          "max_wal_senders",
          "password_encryption",
          "port",
          "reserved_connections",
          "restart_after_crash",
          "superuser_reserved_connections",
          "synchronous_standby_names",
          "wal_level",
          "wal_retrieve_retry_interval");

  private static final List<String> FAMILIES =
      List.of(
          "archive_",
          "basic_archive.",
          "krb_",
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

  private OwnSettings() {}

  /** Whether the setting of that name, in whatever case, is the local workspace's. */
  static boolean has(String name) {
    String key = name.toLowerCase(Locale.ROOT);
    return NAMES.contains(key) || FAMILIES.stream().anyMatch(key::startsWith);
  }
}
