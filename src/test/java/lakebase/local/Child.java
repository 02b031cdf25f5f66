package lakebase.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.Optional;

/** A {@link KilledServer} that is running. */
record Child(Process process, ChildHttp http) implements AutoCloseable {

  static Child start(Path directory) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                KilledServer.class.getName(),
                directory.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader out = process.inputReader();
    String uri = Optional.ofNullable(out.readLine()).orElseThrow();
    String token = Optional.ofNullable(out.readLine()).orElseThrow();
    return new Child(process, new ChildHttp(URI.create(uri), token, HttpClient.newHttpClient()));
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
