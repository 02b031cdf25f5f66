package lakebase.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lakebase.model.Secret;

/**
 * A {@link BenchServer} that is running, in a temporary directory. Both are gone after {@link
 * #close}, which this process's end brings about if nothing else did.
 */
final class ServerProcess implements AutoCloseable {

  private final Path directory;
  private final Process process;
  private final URI address;
  private final Secret token;

  private ServerProcess(Path directory, Process process) throws IOException {
    this.directory = directory;
    this.process = process;
    BufferedReader out = process.inputReader();
    this.address = URI.create(line(out));
    this.token = new Secret(line(out));
  }

  /** Starts the server; returns when it serves. */
  static ServerProcess start() throws IOException {
    Path directory = Files.createTempDirectory("lakebase-bench");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                BenchServer.class.getName(),
                directory.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform().name("bench-clean").unstarted(() -> end(process, directory)));
    return new ServerProcess(directory, process);
  }

  /** Where temporary files may be put. */
  Path directory() {
    return directory;
  }

  URI address() {
    return address;
  }

  Secret token() {
    return token;
  }

  @Override
  public void close() {
    end(process, directory);
  }

  private static void end(Process process, Path directory) {
    process.destroyForcibly().onExit().join();
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> found = Files.walk(directory)) {
      List<Path> deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      System.err.println(directory + " is left over: " + e.getMessage());
    }
  }

  private static String line(BufferedReader out) throws IOException {
    return Optional.ofNullable(out.readLine())
        .orElseThrow(() -> new IOException("the server did not start"));
  }
}
