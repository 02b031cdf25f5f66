package lakebase.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpClientsTest {

  private static final URI HOST = URI.create("https://prod.example.com");

  @TempDir private Path directory;
  private final HttpClients clients = new HttpClients(Map.of());

  @Test
  void aFileOfAuthoritiesThatHangsHoldsUpNobodyElse() throws Exception {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    Path pipe = directory.resolve("ca.pem");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    CompletableFuture<HttpClient> stuck = client(HOST, new Certificates(pipe));
    // Open as soon as somebody reads, who then waits for what nobody writes.
    try (OutputStream _ = Files.newOutputStream(pipe)) {
      assertThat(client(HOST, null).get(10, TimeUnit.SECONDS)).isNotNull();
      assertThat(client(URI.create("http://127.0.0.1:1"), null).get(10, TimeUnit.SECONDS))
          .isNotNull();
      CompletableFuture.runAsync(clients::close).get(10, TimeUnit.SECONDS);
      assertThat(stuck).isNotDone();
    }
    assertThat(stuck).failsWithin(10, TimeUnit.SECONDS);
  }

  private CompletableFuture<HttpClient> client(URI address, @Nullable Certificates certificates) {
    return CompletableFuture.supplyAsync(
        () -> clients.reaching(address, certificates),
        action -> Thread.ofPlatform().daemon().start(action));
  }
}
