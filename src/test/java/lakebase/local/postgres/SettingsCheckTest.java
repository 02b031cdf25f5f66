package lakebase.local.postgres;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import lakebase.local.engine.DataPlaneException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings are taken or refused by PostgreSQL itself. */
class SettingsCheckTest {

  @TempDir static Path directory;
  private static SettingsCheck check;

  @BeforeAll
  static void begin() throws Exception {
    Templates templates = new Templates(directory, FileCopy.bySystem());
    templates.takeUp();
    check = new SettingsCheck(directory, templates);
  }

  @Test
  void whatPostgresTakesPasses() {
    assertDoesNotThrow(() ->
        check.check(
            Servers.installation(),
            Map.of("work_mem", "8MB", "log_statement", "all", "my.own", "it's")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          work_mem | abc | invalid value for parameter "work_mem": "abc"
          nonsense | 1   | unrecognized configuration parameter "nonsense"
          log_statement | some | invalid value for parameter "log_statement": "some" Available values: none, ddl, mod, all.
          shared_preload_libraries | missing | could not access file "missing": No such file or directory
          port     | 5433 | parameter "port" belongs to the local workspace and cannot be changed
          session_preload_libraries | missing | could not access file "missing": No such file or directory
          SSL_Cert_File | x | parameter "ssl_cert_file" belongs to the local workspace and cannot be changed
          """)
  void whatItDoesNotTakeIsRefusedInItsWords(String name, String value, String message) {
    DataPlaneException e =
        assertThrows(
            DataPlaneException.class,
            () -> check.check(Servers.installation(), Map.of(name, value)));

    assertEquals(message, e.getMessage());
    assertEquals(DataPlaneException.Kind.INVALID, e.kind());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "archive_mode",
        "archive_library",
        "archive_command",
        "basic_archive.archive_directory",
        "Hot_Standby",
        "listen_addresses",
        "max_connections",
        "max_replication_slots",
        "restore_command",
        "ssl",
        "unix_socket_directories",
        "wal_level"
      })
  void theLocalWorkspacesOwnAreRefusedByName(String name) {
    DataPlaneException e =
        assertThrows(
            DataPlaneException.class, () -> check.check(Servers.installation(), Map.of(name, "1")));

    assertEquals(
        "parameter \"%s\" belongs to the local workspace and cannot be changed"
            .formatted(name.toLowerCase(Locale.ROOT)),
        e.getMessage());
    assertEquals(DataPlaneException.Kind.INVALID, e.kind());
  }

  @Test
  void moreMemoryThanThereIsIsRefused() {
    DataPlaneException e =
        assertThrows(
            DataPlaneException.class,
            () -> check.check(Servers.installation(), Map.of("shared_buffers", "4000GB")));

    assertTrue(String.valueOf(e.getMessage()).startsWith("these settings take 4"), e.getMessage());
    assertEquals(DataPlaneException.Kind.INVALID, e.kind());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "work_mem = '1MB'\nport", "-c", "x.", "1"})
  void aNameThatIsNoneIsRefused(String name) {
    DataPlaneException e =
        assertThrows(
            DataPlaneException.class, () -> check.check(Servers.installation(), Map.of(name, "1")));

    assertEquals("A Postgres setting's name is not one.", e.getMessage());
  }

  @Test
  void settingsThatDoNotGoTogetherAreRefused() {
    DataPlaneException e =
        assertThrows(
            DataPlaneException.class,
            () ->
                check.check(
                    Servers.installation(),
                    Map.of("max_wal_size", "2MB", "min_wal_size", "1GB", "wal_buffers", "-7")));

    assertTrue(String.valueOf(e.getMessage()).contains("wal_buffers"), e.getMessage());
  }
}
