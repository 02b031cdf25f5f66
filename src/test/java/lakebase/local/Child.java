package lakebase.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A {@link KilledServer} that is running. */
record Child(Process process, ChildHttp http, String user) implements AutoCloseable {

  static Child start(Path directory) throws IOException {
    return start(directory, List.of());
  }

  /** With PostgreSQL under it. */
  static Child startReal(Path directory) throws IOException {
    return start(directory, List.of("real"));
  }

  /** The same by a command that begins with these words. */
  static Child startReal(List<String> before, Path directory) throws IOException {
    return start(before, directory, List.of("real"));
  }

  private static Child start(Path directory, List<String> more) throws IOException {
    return start(List.of(), directory, more);
  }

  private static Child start(List<String> before, Path directory, List<String> more)
      throws IOException {
    List<String> command = new ArrayList<>(before);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx128m",
            "-cp",
            System.getProperty("java.class.path"),
            KilledServer.class.getName(),
            directory.toString()));
    command.addAll(more);
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    BufferedReader out = process.inputReader();
    String uri = Optional.ofNullable(out.readLine()).orElseThrow();
    String token = Optional.ofNullable(out.readLine()).orElseThrow();
    String user = Optional.ofNullable(out.readLine()).orElseThrow();
    HttpClient client = HttpClient.newHttpClient();
    return new Child(process, new ChildHttp(URI.create(uri), token, client), user);
  }

  /** Like {@code kill -9}. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    kill();
    http.client().shutdownNow();
  }
}
