package lakebase.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class SizesTest {

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);

  @Test
  @Timeout(20)
  void sizesAreMeasuredInTheBackgroundAndAgainWhenOld(@TempDir Path root) throws Exception {
    BranchStorage branch = BranchStorage.of(root, "br");
    branch.create();
    Path data = Files.createDirectories(branch.data("1"));
    Files.createDirectories(data.resolve("base/5"));
    Files.createDirectories(data.resolve("pg_wal"));
    Files.write(data.resolve("base/5/1"), new byte[1000]);
    Files.write(data.resolve("pg_wal/1"), new byte[500]);
    Files.write(branch.archive().resolve("1"), new byte[70]);
    branch.setPrimary("1");
    Sizes sizes = new Sizes(now::get, Duration.ofSeconds(10));
    assertThat(sizes.of(branch)).isEmpty();
    Sizes.Size first = measured(sizes, branch, new Sizes.Size(0, 0));
    assertThat(first.logical()).isEqualTo(1000);
    assertThat(first.stored()).isEqualTo(1570 + 2);
    Files.write(data.resolve("base/5/2"), new byte[30]);
    assertThat(sizes.of(branch)).contains(first);
    now.set(Instant.EPOCH.plusSeconds(11));
    assertThat(sizes.of(branch)).contains(first);
    assertThat(measured(sizes, branch, first).logical()).isEqualTo(1030);
  }

  private static Sizes.Size measured(Sizes sizes, BranchStorage branch, Sizes.Size other) {
    while (true) {
      Optional<Sizes.Size> size = sizes.of(branch);
      if (size.isPresent() && !size.get().equals(other)) {
        return size.get();
      }
      Thread.onSpinWait();
    }
  }
}
