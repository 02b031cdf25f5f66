package lakebase.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import lakebase.local.engine.DataPlaneException;
import lakebase.local.engine.DataPlaneException.Kind;
import lakebase.local.engine.Origin;
import lakebase.local.engine.Point;
import lakebase.local.engine.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The past of a real branch, restored to the row. */
class HistoryTest {

  private static final Duration RETENTION = Duration.ofDays(7);
  private static final String COUNT = "SELECT count(*) FROM rows";

  @TempDir private Path directory;
  private Duration ahead = Duration.ZERO;
  private final InstantSource clock = () -> Instant.now().plus(ahead);
  private CopySource source;
  private Path backups;
  private History history;

  @BeforeEach
  void start() throws Exception {
    source = new CopySource(directory);
    source.execute("CREATE TABLE rows (n int)");
    backups = Files.createDirectories(directory.resolve("backups"));
    history =
        new History(
            backups,
            source.archive,
            FileCopy.bySystem(),
            new Recovery(Servers.installation(), false),
            clock);
  }

  @AfterEach
  void stop() {
    source.close();
  }

  @Test
  void threeMomentsAndAPositionAreRestoredToTheRow() throws Exception {
    assertThat(history.window(source.running())).isEmpty();
    history.keep(source.running(), RETENTION);
    Instant first = rows(10);
    Instant second = rows(20);
    source.execute("SELECT pg_switch_wal()");
    String position = source.query("SELECT pg_current_wal_lsn()");
    Instant third = rows(30);
    assertThat(count(at(first))).isEqualTo("10");
    assertThat(count(at(second))).isEqualTo("30");
    assertThat(count(at(third))).as("after the last commit").isEqualTo("60");
    assertThat(count(before(position))).isEqualTo("30");
    assertThat(count(at(window().from().time()))).isEqualTo("0");
    assertThat(count(before(window().from().lsn()))).isEqualTo("0");
  }

  @Test
  void aCommitThatBeganBeforeAPositionAndEndedAfterItIsNotIn() throws Exception {
    history.keep(source.running(), RETENTION);
    rows(1);
    try (Connection writer = source.server.connect("postgres")) {
      writer.setAutoCommit(false);
      Servers.execute(writer, "INSERT INTO rows VALUES (99)");
      String position = source.query("SELECT pg_current_wal_insert_lsn()");
      writer.commit();
      Point point = restore(before(position));
      assertThat(CopySource.queryIn(restored(), COUNT)).isEqualTo("1");
      assertThat(Lsn.parse(point.lsn())).isLessThanOrEqualTo(Lsn.parse(position));
      assertThat(point.time()).isBefore(Instant.now());
    }
  }

  @Test
  void aSleepingSourceIsRestoredAndKeepsItsData() throws Exception {
    history.keep(source.running(), RETENTION);
    Instant first = rows(10);
    Instant second = rows(10);
    source.server.close();
    Window window = history.window(source.stopped()).orElseThrow();
    history.restore(source.stopped(), at(first), target());
    assertThat(CopySource.queryIn(restored(), COUNT)).isEqualTo("10");
    history.restore(source.stopped(), at(second), target());
    assertThat(CopySource.queryIn(restored(), COUNT)).isEqualTo("20");
    history.restore(source.stopped(), at(Instant.now()), target());
    assertThat(CopySource.queryIn(restored(), COUNT)).isEqualTo("20");
    history.restore(source.stopped(), before(window.to().lsn()), target());
    assertThat(CopySource.queryIn(restored(), COUNT)).isEqualTo("20");
    source.restart();
    assertThat(source.query(COUNT)).isEqualTo("20");
  }

  @Test
  void aBackupOfASleepingServerIsAStart() throws Exception {
    rows(5);
    source.server.close();
    history.keep(source.stopped(), RETENTION);
    source.restart();
    Instant first = rows(5);
    rows(5);
    assertThat(count(at(first))).isEqualTo("10");
  }

  @Test
  void outsideTheWindowIsRefusedWithTheWindow() throws Exception {
    assertRefused(at(Instant.now()), "no history yet");
    history.keep(source.running(), RETENTION);
    Window window = window();
    String from = "history reaches from " + window.from().time();
    assertRefused(at(window.from().time().minusMillis(1)), from);
    assertRefused(at(Instant.now().plusSeconds(60)), from);
    assertRefused(before("0/10"), from);
    assertRefused(before("FF/0"), window.from().lsn());
    assertRefused(before("nonsense"), "not a log position");
    assertThat(directory.resolve("restored")).doesNotExist();
    assertThat(directory.resolve("restored.partial")).doesNotExist();
  }

  @Test
  void historyBeforeTheRetentionIsPruned() throws Exception {
    history.keep(source.running(), RETENTION);
    write();
    history.keep(source.running(), RETENTION);
    assertThat(BaseBackup.in(backups)).as("not due yet").hasSize(1);
    ahead = Duration.ofDays(4);
    history.keep(source.running(), RETENTION);
    assertThat(BaseBackup.in(backups)).as("due after half the retention").hasSize(2);
    history.keep(source.running(), RETENTION);
    List<BaseBackup> both = BaseBackup.in(backups);
    assertThat(both).hasSize(2);
    ahead = Duration.ofDays(7).plusHours(1);
    history.keep(source.running(), RETENTION);
    assertThat(BaseBackup.in(backups)).as("the oldest is still needed").containsAll(both);
    write();
    ahead = Duration.ofDays(12);
    int archived = segments().size();
    history.keep(source.running(), RETENTION);
    assertThat(BaseBackup.in(backups)).hasSize(2).contains(both.getLast());
    assertThat(BaseBackup.in(backups)).doesNotContain(both.getFirst());
    assertThat(segments()).hasSizeLessThan(archived);
    rows(7);
    assertThat(count(before(both.getLast().stop().toString()))).isEqualTo("0");
    assertThat(count(before(window().to().lsn()))).isEqualTo("7");
  }

  @Test
  void aPromotedServersTimelineIsFollowed() throws Exception {
    history.keep(source.running(), RETENTION);
    rows(3);
    Path promoted = directory.resolve("promoted");
    CopySource.copies(FileCopy.bySystem()).copy(source.running(), promoted);
    source.server.close();
    try (PostgresServer server = CopySource.start(promoted, source.archive);
        Connection session = server.connect("postgres")) {
      Servers.execute(session, "INSERT INTO rows VALUES (4)");
      Instant moment = Instant.now();
      Servers.execute(session, "INSERT INTO rows VALUES (5)");
      Source primary = new Source(promoted, server::connect);
      history.restore(primary, at(moment), target());
      assertThat(CopySource.queryIn(restored(), COUNT)).isEqualTo("4");
    }
  }

  private Instant rows(int count) throws Exception {
    source.execute("INSERT INTO rows SELECT generate_series(1, " + count + ")");
    return OffsetDateTime.parse(
            source.query(
                "SELECT to_char(clock_timestamp(), 'YYYY-MM-DD\"T\"HH24:MI:SS.USTZH:TZM')"))
        .toInstant();
  }

  /** Three segments of log, archived. */
  private void write() throws Exception {
    for (int i = 0; i < 3; i++) {
      String file = source.query("SELECT pg_walfile_name(pg_current_wal_lsn())");
      source.execute("SELECT pg_logical_emit_message(true, 'x', 'x'), pg_switch_wal()");
      while (!Files.exists(source.archive.directory().resolve(file))) {
        source.query("SELECT pg_sleep(0.02)");
      }
    }
  }

  private List<String> segments() throws IOException {
    try (Stream<Path> files = Files.list(source.archive.directory())) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private Window window() throws InterruptedException {
    return history.window(source.running()).orElseThrow();
  }

  private static Origin at(Instant time) {
    return new Origin("branch", time, null);
  }

  private static Origin before(String lsn) {
    return new Origin("branch", null, lsn);
  }

  private String count(Origin origin) throws Exception {
    restore(origin);
    return CopySource.queryIn(restored(), COUNT);
  }

  private Point restore(Origin origin) throws Exception {
    return history.restore(source.running(), origin, target());
  }

  private Path target() throws IOException {
    Trees.delete(restored());
    return restored();
  }

  private Path restored() {
    return directory.resolve("restored");
  }

  private void assertRefused(Origin origin, String message) {
    assertThatThrownBy(() -> restore(origin))
        .isInstanceOfSatisfying(
            DataPlaneException.class, e -> assertThat(e.kind()).isEqualTo(Kind.INVALID))
        .hasMessageContaining(message);
  }
}
