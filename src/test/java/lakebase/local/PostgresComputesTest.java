package lakebase.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A compute that says it is active accepts connections; one that is idle has no process. */
class PostgresComputesTest {

  @TempDir static Path directory;

  private static RealWorkspace workspace;
  private static String production;
  private static String primary;

  @BeforeAll
  static void start() {
    workspace = RealWorkspace.start(directory);
    production = workspace.project("shop", "{\"spec\":{\"enable_pg_native_login\":true}}");
    primary = production + "/endpoints/primary";
  }

  @AfterAll
  static void stop() {
    workspace.close();
    assertThat(RealWorkspace.servers(directory)).isEmpty();
  }

  @Test
  void aNewProjectHasItsVersionDatabaseAndOwner() throws SQLException {
    assertThat(workspace.state(primary)).isEqualTo("ACTIVE");
    try (Connection connection = workspace.connect(primary)) {
      assertThat(RealWorkspace.ask(connection, "SHOW server_version")).startsWith("17.");
      assertThat(RealWorkspace.ask(connection, "SELECT current_user"))
          .isEqualTo(workspace.workspace.userName());
      assertThat(RealWorkspace.ask(connection, "SELECT current_database()"))
          .isEqualTo("databricks_postgres");
      assertThat(
              RealWorkspace.ask(connection, "SELECT pg_has_role('databricks_superuser', 'MEMBER')"))
          .isEqualTo("t");
      assertThat(RealWorkspace.ask(connection, "SHOW max_connections")).isNotEmpty();
    }
  }

  @Test
  void otherVersionsAreRefusedByName() {
    Http.Answer refused =
        workspace.http.post("projects?project_id=old", "{\"spec\":{\"pg_version\":9}}");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.message()).contains("16", "17", "18");
  }

  @Test
  void settingsAreAppliedAndInvalidOnesGetPostgresOwnMessage() throws SQLException {
    workspace.done(settings("\"work_mem\":\"7MB\",\"max_locks_per_transaction\":\"77\""));
    assertThat(workspace.ask(primary, "SHOW work_mem")).isEqualTo("7MB");
    assertThat(workspace.ask(primary, "SHOW max_locks_per_transaction")).isEqualTo("77");
    Http.Answer refused = settings("\"work_mem\":\"abc\"");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.message()).contains("invalid value for parameter \"work_mem\": \"abc\"");
    assertThat(settings("\"nonsense_setting\":\"1\"").message())
        .contains("unrecognized configuration parameter \"nonsense_setting\"");
    assertThat(settings("\"listen_addresses\":\"*\"").status()).isEqualTo(400);
    assertThat(workspace.ask(primary, "SHOW work_mem")).isEqualTo("7MB");
  }

  private static Http.Answer settings(String values) {
    return workspace.http.patch(
        primary + "?update_mask=spec.settings.pg_settings",
        "{\"spec\":{\"settings\":{\"pg_settings\":{" + values + "}}}}");
  }

  @Test
  void whatTheLocalWorkspaceNeedsIsRefusedByNameAndWhatDoesNotStartByPostgres()
      throws SQLException {
    long pid = instances(primary).get(0).path("process_id").asLong();
    for (String name : new String[] {"archive_mode", "max_connections", "wal_level", "SSL"}) {
      Http.Answer refused = settings("\"" + name + "\":\"on\"");
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.message())
          .isEqualTo(
              "parameter \"%s\" belongs to the local workspace and cannot be changed"
                  .formatted(name.toLowerCase(java.util.Locale.ROOT)));
    }
    Http.Answer oversized = settings("\"shared_buffers\":\"4000GB\"");
    assertThat(oversized.status()).isEqualTo(400);
    assertThat(oversized.message()).contains("memory");
    Http.Answer library = settings("\"session_preload_libraries\":\"missing\"");
    assertThat(library.message()).contains("could not access file \"missing\"");
    assertThat(instances(primary).get(0).path("process_id").asLong()).isEqualTo(pid);
    assertThat(workspace.ask(primary, "SELECT 1")).isEqualTo("1");
  }

  @Test
  void whatNobodyUsesSleepsAndWakesOnConnect(@TempDir Path other) throws Exception {
    MovingClock clock = new MovingClock();
    LocalWorkspaceOptions options = RealWorkspace.options(other).withClock(clock);
    try (RealWorkspace idle = RealWorkspace.start(options)) {
      String compute =
          idle.project("nap", "{\"initial_endpoint_spec\":{\"suspend_timeout_duration\":\"60s\"}}")
              + "/endpoints/primary";
      idle.run(compute, "CREATE TABLE t (n int)");
      for (int i = 0; i < 3; i++) {
        clock.advance(Duration.ofSeconds(90));
        idle.workspace.runDue();
        RealWorkspace.until("sleep", () -> idle.state(compute).equals("IDLE"));
        assertThat(RealWorkspace.servers(other)).isEmpty();
        assertThat(idle.ask(compute, "SELECT count(*) FROM t")).isEqualTo("0");
        assertThat(idle.state(compute)).isEqualTo("ACTIVE");
        assertThat(RealWorkspace.servers(other)).isNotEmpty();
      }
    }
  }

  @Test
  void aDisabledComputeStopsAndIsNotWoken() throws SQLException {
    String branch = workspace.branch(production, "off", "");
    String compute = branch + "/endpoints/primary";
    workspace.done(
        workspace.http.patch(
            compute + "?update_mask=spec.disabled", "{\"spec\":{\"disabled\":true}}"));
    assertThat(workspace.state(compute)).isEqualTo("IDLE");
    assertThatThrownBy(() -> workspace.connect(compute)).hasMessageContaining("disabled");
    workspace.done(
        workspace.http.patch(
            compute + "?update_mask=spec.disabled", "{\"spec\":{\"disabled\":false}}"));
    assertThat(workspace.ask(compute, "SELECT 1")).isEqualTo("1");
  }

  @Test
  void aReadOnlyComputeFollowsAndRefusesWrites() throws SQLException {
    workspace.run(primary, "CREATE TABLE r (n int)", "INSERT INTO r VALUES (1)");
    workspace.done(
        workspace.http.post(
            production + "/endpoints?endpoint_id=reports",
            "{\"spec\":{\"endpoint_type\":\"ENDPOINT_TYPE_READ_ONLY\"}}"));
    String reports = production + "/endpoints/reports";
    workspace.run(primary, "INSERT INTO r VALUES (2)");
    try (Connection connection = workspace.connect(reports)) {
      RealWorkspace.until("both rows", () -> count(connection).equals("2"));
      assertThatThrownBy(() -> connection.createStatement().execute("INSERT INTO r VALUES (3)"))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("25006"));
    }
    assertThat(instances(reports).get(0).path("role").asText()).isEqualTo("READ_ONLY");
    RealWorkspace.until(
        "its lag", () -> instances(reports).get(0).path("replication_lag_bytes").isNumber());
    RealWorkspace.until("it to settle", () -> isSettled(reports));
    workspace.done(workspace.http.delete(reports));
    assertThat(workspace.http.get(reports).status()).isEqualTo(404);
  }

  private static boolean isSettled(String endpoint) {
    return workspace.http.get(endpoint).body().at("/status/pending_state").isMissingNode();
  }

  private static String count(Connection connection) {
    try {
      return RealWorkspace.ask(connection, "SELECT count(*) FROM r");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aGroupSurvivesTheDeathOfItsPrimary() throws Exception {
    String branch = workspace.branch(production, "ha", "");
    String compute = branch + "/endpoints/primary";
    workspace.done(
        workspace.http.patch(
            compute
                + "?update_mask=spec.suspension,spec.group.min,spec.group.max,spec.group.enable_readable_secondaries",
            "{\"spec\":{\"no_suspension\":true,\"group\":{\"min\":2,\"max\":2,\"enable_readable_secondaries\":true}}}"));
    workspace.run(compute, "CREATE TABLE h (n int)", "INSERT INTO h VALUES (1)");
    RealWorkspace.until("both servers", () -> instances(compute).size() == 2);
    assertThat(workspace.http.get(compute).text("/status/hosts/read_only_host")).isNotEmpty();
    long pid = instances(compute).get(0).path("process_id").asLong();
    ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    assertThat(workspace.ask(compute, "SELECT count(*) FROM h")).isEqualTo("1");
    workspace.run(compute, "INSERT INTO h VALUES (2)");
    assertThat(workspace.ask(compute, "SELECT count(*) FROM h")).isEqualTo("2");
  }

  private static JsonNode instances(String compute) {
    return workspace.http.get(compute + "/compute-instances").body().path("compute_instances");
  }

  @Test
  void nativePasswordsWorkForRolesOfThatKind() throws SQLException {
    workspace.done(
        workspace.http.post(
            production + "/roles?role_id=app", "{\"spec\":{\"postgres_role\":\"app\"}}"));
    workspace.run(primary, "ALTER ROLE app PASSWORD 'open sesame'");
    try (Connection connection =
        workspace.connect(primary, "app", "open sesame", new Properties())) {
      assertThat(RealWorkspace.ask(connection, "SELECT current_user")).isEqualTo("app");
    }
    assertThatThrownBy(() -> workspace.connect(primary, "app", "wrong", new Properties()))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
  }

  @Test
  void rolesAndDatabasesAreTheSameInSqlAndInTheApi() throws SQLException {
    workspace.run(primary, "CREATE ROLE by_sql NOLOGIN CREATEDB", "CREATE DATABASE sql_made");
    assertThat(workspace.http.get(production + "/roles").body().toString()).contains("by_sql");
    assertThat(workspace.http.get(production + "/databases").body().toString())
        .contains("sql_made");
    workspace.done(
        workspace.http.post(
            production + "/databases?database_id=orders",
            "{\"spec\":{\"postgres_database\":\"orders\",\"role\":\""
                + production
                + "/roles/"
                + ownerId()
                + "\"}}"));
    assertThat(workspace.ask(primary, "SELECT count(*) FROM pg_database WHERE datname = 'orders'"))
        .isEqualTo("1");
    workspace.run(primary, "DROP DATABASE sql_made", "DROP ROLE by_sql");
    assertThat(workspace.http.get(production + "/roles").body().toString())
        .doesNotContain("by_sql");
  }

  private static String ownerId() {
    return workspace
        .http
        .get(production + "/databases/databricks-postgres")
        .text("/status/role")
        .replaceAll(".*/", "");
  }
}
