package lakebase.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import lakebase.local.engine.DataPlaneException;
import lakebase.local.engine.DataPlaneException.Kind;
import lakebase.local.engine.Point;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Copies of running and stopped servers, taken while they are written to. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DataCopyTest {

  @TempDir private static Path directory;
  @TempDir private static Path targets;
  private CopySource source;
  private int copies;

  @BeforeAll
  void start() throws Exception {
    source = new CopySource(directory);
  }

  @AfterAll
  void stop() {
    source.close();
  }

  @BeforeEach
  void freshTable() throws Exception {
    source.execute("DROP TABLE IF EXISTS rows");
    source.execute("CREATE TABLE rows (n int)");
    source.execute("INSERT INTO rows SELECT generate_series(1, 1000)");
  }

  @Test
  void aCopyHasTheRowsOfItsMomentAndIsOnItsOwn() throws Exception {
    Instant before = Instant.now();
    Point point = copies(FileCopy.bySystem()).copy(source.running(), target());
    source.execute("INSERT INTO rows SELECT generate_series(1001, 1500)");
    Path copy = latest();
    try (PostgresServer server = CopySource.start(copy, archive(copy));
        Connection session = server.connect("postgres")) {
      assertThat(Servers.query(session, "SELECT count(*) FROM rows")).isEqualTo("1000");
      Servers.execute(session, "DELETE FROM rows WHERE n <= 10");
    }
    assertThat(source.query("SELECT count(*) FROM rows")).isEqualTo("1500");
    assertThat(CopySource.queryIn(copy, "SELECT count(*) FROM rows")).isEqualTo("990");
    assertThat(point.time()).isBetween(before, Instant.now());
    assertThat(Lsn.parse(point.lsn()))
        .isLessThan(Lsn.parse(source.query("SELECT pg_current_wal_lsn()")));
  }

  @Test
  void aCopyIsCleanAndOnATimelineOfItsOwn() throws Exception {
    copies(FileCopy.bySystem()).copy(source.running(), target());
    ControlFile control = ControlFile.of(latest());
    assertThat(control.clean()).isTrue();
    assertThat(control.timeline()).isEqualTo(2);
    try (Stream<Path> files = Files.list(latest())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.contains("label") || name.contains("signal"))
          .noneMatch(name -> name.startsWith("lakebase"));
    }
    assertThat(source.query("SELECT count(*) FROM pg_replication_slots")).isEqualTo("0");
  }

  @Test
  void aCopyUnderAWriterIsAPrefixOfWhatItWrote() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    AtomicInteger acknowledged = new AtomicInteger(1000);
    CountDownLatch writing = new CountDownLatch(50);
    Thread writer = Thread.ofPlatform().start(() -> write(done, acknowledged, writing));
    try {
      writing.await();
      int before = acknowledged.get();
      copies(FileCopy.bySystem()).copy(source.running(), target());
      int after = acknowledged.get();
      assertThat(CopySource.queryIn(latest(), "SELECT count(*) = max(n) FROM rows")).isEqualTo("t");
      int found = Integer.parseInt(CopySource.queryIn(latest(), "SELECT count(*) FROM rows"));
      assertThat(found).isBetween(before, after + 1);
      assertThat(after).as("the writer went on").isGreaterThan(before);
    } finally {
      done.set(true);
      writer.join();
    }
  }

  private void write(AtomicBoolean done, AtomicInteger acknowledged, CountDownLatch writing) {
    try (Connection session = source.server.connect("postgres");
        var insert = session.prepareStatement("INSERT INTO rows VALUES (?)")) {
      while (!done.get()) {
        insert.setInt(1, acknowledged.get() + 1);
        insert.execute();
        acknowledged.incrementAndGet();
        writing.countDown();
      }
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aStoppedServerIsCopiedWithEverything() throws Exception {
    String lsn = source.query("SELECT pg_current_wal_lsn()");
    source.server.close();
    try {
      Point point = copies(FileCopy.bySystem()).copy(source.stopped(), target());
      assertThat(Lsn.parse(point.lsn())).isGreaterThan(Lsn.parse(lsn));
      assertThat(CopySource.queryIn(latest(), "SELECT count(*) FROM rows")).isEqualTo("1000");
    } finally {
      source.restart();
    }
  }

  @Test
  void aKilledServerIsCopiedWithEveryCommit() throws Exception {
    source.execute("INSERT INTO rows VALUES (1001)");
    source.server.kill();
    try {
      copies(FileCopy.bySystem()).copy(source.stopped(), target());
      assertThat(ControlFile.of(latest()).clean()).isTrue();
      assertThat(CopySource.queryIn(latest(), "SELECT count(*) FROM rows")).isEqualTo("1001");
    } finally {
      source.restart();
    }
  }

  @Test
  void aFullDiskLeavesNothingAndTheSourceUnharmed() throws Exception {
    AtomicInteger room = new AtomicInteger(300);
    FileCopy full =
        new FileCopy((from, to) -> {
          if (room.decrementAndGet() < 0) {
            throw new FileSystemException(to.toString(), null, "No space left on device");
          }
          Files.copy(from, to);
        });
    assertThatThrownBy(() -> copies(full).copy(source.running(), target()))
        .isInstanceOfSatisfying(
            DataPlaneException.class, e -> assertThat(e.kind()).isEqualTo(Kind.EXHAUSTED))
        .hasMessage("Copying the branch's data failed: no space left on the disk.");
    assertThat(targets.resolve("copy" + copies)).doesNotExist();
    assertThat(targets.resolve("copy" + copies + ".partial")).doesNotExist();
    copies(FileCopy.bySystem()).copy(source.running(), target());
    assertThat(source.query("SELECT count(*) FROM rows")).isEqualTo("1000");
    assertThat(source.query("SELECT count(*) FROM pg_replication_slots")).isEqualTo("0");
  }

  @Test
  void aStandbyFollowsFromASeed() throws Exception {
    copies(FileCopy.bySystem()).seed(source.running(), target());
    Files.writeString(latest().resolve("standby.signal"), "");
    Map<String, String> options = new HashMap<>(Servers.FAST);
    options.put(
        "primary_conninfo", "host=" + source.server.socket().getParent() + " user=lakebase_admin");
    try (PostgresServer standby =
            PostgresServer.start(
                Servers.installation(),
                new PostgresServer.Launch(latest(), targets.resolve("standby.log"), options));
        Connection session = standby.connect("postgres")) {
      source.execute("INSERT INTO rows VALUES (1001)");
      while (!Servers.query(session, "SELECT count(*) FROM rows").equals("1001")) {
        Servers.query(session, "SELECT pg_sleep(0.02)");
      }
    }
  }

  @Test
  void anInterruptLeavesNothing() throws Exception {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> copies(FileCopy.bySystem()).copy(source.running(), target()))
        .isInstanceOfAny(InterruptedException.class, DataPlaneException.class);
    assertThat(targets.resolve("copy" + copies)).doesNotExist();
    assertThat(targets.resolve("copy" + copies + ".partial")).doesNotExist();
  }

  @Test
  void whatWasInTheMakingIsRemoved() throws IOException {
    Path half = Partial.begin(targets.resolve("half"));
    Files.createDirectories(half.resolve("base"));
    Partial.removeAll(targets);
    assertThat(half).doesNotExist();
  }

  @Test
  void theControlFileIsReadAsPostgresReadsIt() throws Exception {
    source.execute("CHECKPOINT");
    ControlFile control = ControlFile.of(source.data);
    assertThat(control.clean()).isFalse();
    assertThat(source.query("SELECT checkpoint_lsn FROM pg_control_checkpoint()"))
        .isEqualTo(control.checkpoint().toString());
    assertThat(source.query("SELECT redo_lsn FROM pg_control_checkpoint()"))
        .isEqualTo(control.redo().toString());
    assertThat(source.query("SELECT timeline_id FROM pg_control_checkpoint()"))
        .isEqualTo("" + control.timeline());
    String file = source.query("SELECT redo_wal_file FROM pg_control_checkpoint()");
    WalSegments segments = WalSegments.in(source.data);
    assertThat(segments.file(1, segments.number(control.redo()))).isEqualTo(file);
    assertThat(segments.number(file)).isEqualTo(segments.number(control.redo()));
  }

  private DataCopy copies(FileCopy files) throws InterruptedException {
    return CopySource.copies(files);
  }

  private Path target() {
    return targets.resolve("copy" + ++copies);
  }

  private Path latest() {
    return targets.resolve("copy" + copies);
  }

  private WalArchive archive(Path copy) throws IOException {
    return new WalArchive(
        Files.createDirectories(copy.resolveSibling(copy.getFileName() + ".archive")));
  }
}
