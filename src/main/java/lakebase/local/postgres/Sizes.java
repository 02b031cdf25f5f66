package lakebase.local.postgres;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * How large branches are. Asking never waits: it gives what was measured last, and has it measured
 * anew in the background when that is too long ago. Any thread.
 */
final class Sizes {

  /**
   * The size of a branch.
   *
   * @param logical the bytes of its databases
   * @param stored the bytes of all its files: every member, the archive, the backups. Content that
   *     the file system shares counts each time
   */
  record Size(long logical, long stored) {}

  private record Measured(Size size, Instant time) {}

  private static final Logger LOG = Logger.getLogger(Sizes.class.getName());

  private final InstantSource clock;
  private final Duration age;
  private final ConcurrentMap<BranchStorage, Measured> known = new ConcurrentHashMap<>();
  private final Set<BranchStorage> running = ConcurrentHashMap.newKeySet();

  /** Sizes that are measured anew when they are older than that. */
  Sizes(InstantSource clock, Duration age) {
    this.clock = clock;
    this.age = age;
  }

  /** What was measured last; empty at first. */
  Optional<Size> of(BranchStorage branch) {
    Measured last = known.get(branch);
    boolean isOld = last == null || last.time().plus(age).isBefore(clock.instant());
    if (isOld && running.add(branch)) {
      Thread.ofVirtual().name("sizes").start(() -> measureAgain(branch));
    }
    return Optional.ofNullable(last).map(Measured::size);
  }

  /** Forgets a branch that is gone. */
  void forget(BranchStorage branch) {
    known.remove(branch);
  }

  private void measureAgain(BranchStorage branch) {
    try {
      if (branch.exists()) {
        known.put(branch, new Measured(measure(branch), clock.instant()));
      }
    } catch (IOException e) {
      LOG.log(Level.FINE, "a branch cannot be measured", e);
    } finally {
      running.remove(branch);
    }
  }

  /** Measures a branch now. What vanishes meanwhile counts or not. */
  static Size measure(BranchStorage branch) throws IOException {
    return new Size(bytes(branch.primaryData().resolve("base")), bytes(branch.directory()));
  }

  private static long bytes(Path directory) throws IOException {
    var sum =
        new SimpleFileVisitor<Path>() {
          private long bytes;

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            bytes += attributes.size();
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException e) {
            return FileVisitResult.CONTINUE;
          }
        };
    Files.walkFileTree(directory, sum);
    return sum.bytes;
  }
}
