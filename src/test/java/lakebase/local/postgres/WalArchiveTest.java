package lakebase.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The archive's commands, run by the system's shell as PostgreSQL does. */
@DisabledOnOs(OS.WINDOWS)
class WalArchiveTest {

  private static final String SEGMENT = "000000010000000000000002";

  @TempDir private Path directory;
  private WalArchive archive;
  private Path log;

  @BeforeEach
  void directories() throws Exception {
    archive = new WalArchive(Files.createDirectories(directory.resolve("it's 100% a")));
    log = Files.createDirectories(directory.resolve("pg %f wal"));
  }

  @Test
  void aSegmentIsArchivedOnceAndNeverOverwritten() throws Exception {
    Files.writeString(log.resolve(SEGMENT), "first");
    assertThat(shell(archive.command(), log.resolve(SEGMENT))).isZero();
    Files.writeString(log.resolve(SEGMENT), "second");
    assertThat(shell(archive.command(), log.resolve(SEGMENT))).as("done before").isZero();
    assertThat(archive.directory().resolve(SEGMENT)).hasContent("first");
    try (Stream<Path> files = Files.list(archive.directory())) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void whatCannotBeArchivedFailsAndLeavesNoSegment() throws Exception {
    assertThat(shell(archive.command(), log.resolve(SEGMENT))).isNotZero();
    assertThat(archive.directory().resolve(SEGMENT)).doesNotExist();
  }

  @Test
  void aSegmentIsFoundInTheArchiveFirstAndElseWithItsServer() throws Exception {
    Path to = directory.resolve("RECOVERYXLOG");
    assertThat(shell(archive.restoreCommand(log), to)).isNotZero();
    Files.writeString(log.resolve(SEGMENT), "log");
    assertThat(shell(archive.restoreCommand(log), to)).isZero();
    assertThat(to).hasContent("log");
    Files.writeString(archive.directory().resolve(SEGMENT), "archived");
    assertThat(shell(archive.restoreCommand(log), to)).isZero();
    assertThat(to).hasContent("archived");
  }

  @Test
  void segmentsBeforeThatOneArePrunedWhateverTheirTimeline() throws Exception {
    for (String file :
        List.of(
            SEGMENT,
            "000000020000000000000001",
            "000000010000000000000001.new",
            "000000020000000000000003",
            "00000002.history")) {
      Files.writeString(archive.directory().resolve(file), "");
    }
    archive.prune(new WalSegments(16 << 20), 3);
    try (Stream<Path> files = Files.list(archive.directory())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("000000020000000000000003", "00000002.history");
    }
  }

  @Test
  void positionsAndSegmentsAreThoseOfPostgres() {
    WalSegments segments = new WalSegments(16 << 20);
    Lsn lsn = Lsn.parse("1/2A000028");
    assertThat(lsn).hasToString("1/2A000028");
    assertThat(segments.file(3, segments.number(lsn))).isEqualTo("00000003000000010000002A");
    assertThat(segments.number("00000003000000010000002A")).isEqualTo(segments.number(lsn));
    assertThat(Lsn.parse("FFFFFFFF/0")).isGreaterThan(lsn);
  }

  private static int shell(String command, Path file) throws Exception {
    String filled =
        command
            .replace("%%", "\0")
            .replace("%f", SEGMENT)
            .replace("%p", file.toString())
            .replace("\0", "%");
    return new ProcessBuilder("sh", "-c", filled)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
