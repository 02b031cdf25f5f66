package lakebase.api;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import lakebase.model.ApiFailure;
import lakebase.model.Secret;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A client that never really waits, with a planted token. */
final class ClientFixture implements AutoCloseable {

  static final String TOKEN = "dapi0123456789abcdef0123456789abcdef";
  static final Instant NOW = Instant.parse("2026-01-29T18:00:00Z");

  final List<Duration> sleeps = new ArrayList<>();
  final RequestJournal journal = new RequestJournal();
  final HttpClient http = HttpPostgresApi.newClient();
  final HttpPostgresApi api;

  ClientFixture(URI base) {
    this(base, Duration.ofSeconds(20));
  }

  ClientFixture(URI base, Duration limit) {
    api =
        new HttpPostgresApi(
            http,
            base,
            () -> new Secret(TOKEN),
            journal,
            new Pacing(
                InstantSource.fixed(NOW), sleeps::add, new Random(1), limit, RetryPolicy.STANDARD));
  }

  /** The failure that the call ends in. */
  static ApiFailure failure(ThrowingCallable call) {
    return catchThrowableOfType(ApiException.class, call).failure();
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
