package lakebase.local.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Counts what connections may leave behind. */
final class Leaks {

  private static final Path HANDLES = Path.of("/proc/self/fd");
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private Leaks() {}

  /** Waits until that is so. */
  static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("time is up").isLessThan(end);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    }
  }

  /** The threads that serve connections. */
  static long threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name ->
            name.startsWith("front-door-connection") || name.startsWith("front-door-answers"))
        .count();
  }

  /** The sockets of this process; 0 where the system does not tell. */
  static long sockets() {
    if (!Files.isDirectory(HANDLES)) {
      return 0;
    }
    try (Stream<Path> handles = Files.list(HANDLES)) {
      return handles.filter(Leaks::isSocket).count();
    } catch (IOException e) {
      return 0;
    }
  }

  private static boolean isSocket(Path handle) {
    try {
      return Files.readSymbolicLink(handle).toString().startsWith("socket:");
    } catch (IOException closed) {
      return false;
    }
  }
}
