package lakebase.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Branches are true copies of a moment. */
class PostgresBranchesTest {

  @TempDir static Path directory;

  private static RealWorkspace workspace;
  private static String production;

  @BeforeAll
  static void start() {
    workspace = RealWorkspace.start(directory);
    production = workspace.project("shop");
  }

  @AfterAll
  static void stop() {
    workspace.close();
    assertThat(RealWorkspace.servers(directory)).isEmpty();
  }

  @Test
  void aBranchHasItsParentsRowsAndEachGoesItsOwnWay() throws SQLException {
    String primary = production + "/endpoints/primary";
    workspace.run(primary, "CREATE TABLE a (n int)", "INSERT INTO a VALUES (1), (2)");
    String branch = workspace.branch(production, "apart", "");
    String copy = branch + "/endpoints/primary";
    assertThat(workspace.ask(copy, "SELECT count(*) FROM a")).isEqualTo("2");
    workspace.run(primary, "INSERT INTO a VALUES (3)");
    workspace.run(copy, "DELETE FROM a WHERE n = 1");
    assertThat(workspace.ask(primary, "SELECT string_agg(n::text, ',' ORDER BY n) FROM a"))
        .isEqualTo("1,2,3");
    assertThat(workspace.ask(copy, "SELECT string_agg(n::text, ',' ORDER BY n) FROM a"))
        .isEqualTo("2");
    Http.Answer answer = workspace.http.get(branch);
    assertThat(answer.text("/status/source_branch")).isEqualTo(production);
    assertThat(answer.text("/status/source_branch_lsn")).matches("[0-9A-F]+/[0-9A-F]+");
    assertThat(Instant.parse(answer.text("/status/source_branch_time"))).isBefore(Instant.now());
    RealWorkspace.until(
        "its size",
        () ->
            workspace.http.get(branch).body().at("/status/logical_size_bytes").asLong()
                > 1_000_000);
  }

  @Test
  void aBranchUnderWriteLoadHasAPrefixOfTheWritersRows() throws Exception {
    String primary = production + "/endpoints/primary";
    workspace.run(primary, "CREATE TABLE b (n int PRIMARY KEY)");
    AtomicBoolean goOn = new AtomicBoolean(true);
    AtomicInteger acknowledged = new AtomicInteger();
    CompletableFuture<Void> writer =
        CompletableFuture.runAsync(() -> write(primary, goOn, acknowledged));
    RealWorkspace.until("rows", () -> acknowledged.get() > 50);
    int before = acknowledged.get();
    String branch = workspace.branch(production, "busy", "");
    goOn.set(false);
    writer.join();
    try (Connection copy = workspace.connect(branch + "/endpoints/primary")) {
      int rows = Integer.parseInt(RealWorkspace.ask(copy, "SELECT count(*) FROM b"));
      assertThat(rows).isBetween(before, acknowledged.get());
      assertThat(RealWorkspace.ask(copy, "SELECT max(n) FROM b")).isEqualTo("" + rows);
    }
  }

  private static void write(String primary, AtomicBoolean goOn, AtomicInteger acknowledged) {
    try (Connection connection = workspace.connect(primary);
        Statement statement = connection.createStatement()) {
      while (goOn.get()) {
        statement.execute("INSERT INTO b VALUES (" + (acknowledged.get() + 1) + ")");
        acknowledged.incrementAndGet();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aPastMomentIsThereToTheRowAndWhatIsOutsideOfTheHistoryIsRefused() throws Exception {
    String root = workspace.project("past");
    String primary = root + "/endpoints/primary";
    workspace.run(primary, "CREATE TABLE c (n int)");
    RealWorkspace.until(
        "history",
        () -> !workspace.http.get(root).body().at("/status/history_start_time").isMissingNode());
    Instant[] moments = new Instant[3];
    String[] positions = new String[3];
    for (int i = 0; i < moments.length; i++) {
      workspace.run(primary, "INSERT INTO c VALUES (" + i + ")");
      positions[i] = workspace.ask(primary, "SELECT pg_current_wal_insert_lsn()");
      moments[i] =
          Instant.parse(
              workspace.ask(
                  primary,
                  "SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC',"
                      + " 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"));
    }
    for (int i = 0; i < moments.length; i++) {
      String at =
          workspace.branch(root, "at-" + i, ",\"source_branch_time\":\"" + moments[i] + "\"");
      assertThat(workspace.ask(at + "/endpoints/primary", "SELECT count(*) FROM c"))
          .isEqualTo("" + (i + 1));
    }
    String atLsn =
        workspace.branch(root, "at-lsn", ",\"source_branch_lsn\":\"" + positions[0] + "\"");
    assertThat(workspace.ask(atLsn + "/endpoints/primary", "SELECT count(*) FROM c"))
        .isEqualTo("1");
    refusedOutside();
  }

  private static void refusedOutside() {
    for (String outside :
        new String[] {
          "\"source_branch_time\":\"2001-01-01T00:00:00Z\"",
          "\"source_branch_time\":\"2101-01-01T00:00:00Z\"",
          "\"source_branch_lsn\":\"0/1\"",
          "\"source_branch_lsn\":\"FF/0\""
        }) {
      Http.Answer refused =
          workspace.http.post(
              "projects/past/branches?branch_id=no",
              "{\"spec\":{\"no_expiry\":true," + outside + "}}");
      assertThat(refused.status()).as(outside).isEqualTo(400);
      assertThat(refused.message()).contains("history");
    }
  }

  @Test
  void aBranchComesBackAlthoughItsSourceIsGone() throws SQLException {
    String source = workspace.branch(production, "source", "");
    workspace.run(source + "/endpoints/primary", "CREATE TABLE d AS SELECT 4 AS n");
    String child = workspace.branch(source, "child", "");
    workspace.done(workspace.http.delete(child));
    workspace.done(workspace.http.delete(source + "?purge=true"));

    workspace.done(workspace.http.post(child + "/undelete", "{}"));

    assertThat(workspace.http.get(child).text("/status/current_state")).isEqualTo("READY");
    assertThat(workspace.ask(child + "/endpoints/primary", "SELECT n FROM d")).isEqualTo("4");
  }

  @Test
  void theHistoryOfASleepingBranchWhoseServerWasKilledReachesToItsLastCommit() throws Exception {
    String root = workspace.project("crashed");
    String primary = root + "/endpoints/primary";
    RealWorkspace.until(
        "history",
        () -> !workspace.http.get(root).body().at("/status/history_start_time").isMissingNode());
    workspace.run(primary, "CREATE TABLE e AS SELECT 5 AS n");
    String end = workspace.ask(primary, "SELECT pg_current_wal_flush_lsn()");
    long pid =
        workspace
            .http
            .get(primary + "/compute-instances")
            .body()
            .at("/compute_instances/0/process_id")
            .asLong();
    ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    RealWorkspace.until("sleep", () -> workspace.state(primary).equals("IDLE"));

    String branch = workspace.branch(root, "all", ",\"source_branch_lsn\":\"" + end + "\"");

    assertThat(workspace.ask(branch + "/endpoints/primary", "SELECT n FROM e")).isEqualTo("5");
    assertThat(workspace.state(primary)).isEqualTo("IDLE");
  }

  @Test
  void aPurgedProjectFreesItsDisk() throws Exception {
    String root = workspace.project("gone");
    workspace.run(
        root + "/endpoints/primary",
        "CREATE TABLE big AS SELECT repeat('x', 1000) FROM generate_series(1, 20000)");
    long before = RealWorkspace.size(directory);
    workspace.done(workspace.http.delete("projects/gone?purge=true"));
    assertThat(before - RealWorkspace.size(directory)).isGreaterThan(50L << 20);
  }
}
