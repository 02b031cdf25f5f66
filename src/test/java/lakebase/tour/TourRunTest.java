package lakebase.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TourRunTest {

  @TempDir private Path home;

  /** A server's files vanish while they are looked for: the tour had failed then at its end. */
  @Test
  void whatSomebodyElseRemovesIsRemovedAsWell() throws Exception {
    Path directory = Files.createDirectories(home.resolve("tour"));
    for (int number = 0; number < 500; number++) {
      Files.createFile(directory.resolve("file-" + number));
    }
    AtomicBoolean removes = new AtomicBoolean(true);
    Thread other =
        Thread.startVirtualThread(() -> {
          for (int number = 499; removes.get() && number >= 0; number--) {
            remove(directory.resolve("file-" + number));
          }
        });
    assertThat(TourRun.delete(directory)).isTrue();
    removes.set(false);
    other.join();
    assertThat(directory).doesNotExist();
    assertThat(TourRun.delete(directory)).isTrue();
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aFailureSaysWhatHappened() {
    IOException missing = new NoSuchFileException("/no/such");
    assertThat(TourRun.reason(new UncheckedIOException(missing)))
        .isEqualTo("NoSuchFileException: /no/such");
    assertThat(TourRun.reason(new AssertionError("waited"))).isEqualTo("waited");
    assertThat(TourRun.reason(new IllegalStateException())).isEqualTo("IllegalStateException");
  }
}
