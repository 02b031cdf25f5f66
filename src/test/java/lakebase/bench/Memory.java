package lakebase.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** What processes take of the memory, where the system tells it (Linux). */
final class Memory {

  private static final String SHARE = "Pss:";

  private Memory() {}

  /** The proportional set size of a process and all below it, in MiB; empty: not told. */
  static Optional<Double> of(ProcessHandle process) throws IOException {
    double sum = 0;
    for (ProcessHandle each : Stream.concat(Stream.of(process), process.descendants()).toList()) {
      Path told = Path.of("/proc", Long.toString(each.pid()), "smaps_rollup");
      if (!Files.isReadable(told)) {
        return Optional.empty();
      }
      sum += kilobytes(told) / 1024.0;
    }
    return Optional.of(sum);
  }

  private static long kilobytes(Path told) throws IOException {
    return Files.readAllLines(told).stream()
        .filter(line -> line.startsWith(SHARE))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .sum();
  }
}
