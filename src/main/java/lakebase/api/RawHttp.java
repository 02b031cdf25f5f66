package lakebase.api;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import lakebase.model.ApiFailure;
import org.jspecify.annotations.Nullable;

/**
 * Sends the requests of sign-in: once each, within the time limit, journaled without bodies where
 * these may hold a secret. Any thread.
 */
public final class RawHttp {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final int MOST_REDIRECTS = 5;

  /** What HTTP sets itself, and the product's name, which is always ours. */
  private static final Set<String> OWN =
      Set.of("content-length", "host", "connection", "expect", "upgrade", "user-agent");

  private final HttpClients clients;
  private final @Nullable Certificates certificates;
  private final RequestJournal journal;
  private final Pacing pacing;

  RawHttp(
      HttpClients clients,
      @Nullable Certificates certificates,
      RequestJournal journal,
      Pacing pacing) {
    this.clients = clients;
    this.certificates = certificates;
    this.journal = journal;
    this.pacing = pacing;
  }

  /**
   * The answer, whatever its status.
   *
   * @throws ApiException with {@link ApiFailure.Network} when there was none, or it sends to an
   *     address that is none
   */
  public RawAnswer send(RawRequest request) throws InterruptedException {
    RawRequest next = request;
    for (int hop = 0; ; hop++) {
      RawAnswer answer = once(next);
      List<String> location = answer.headers().getOrDefault("location", List.of());
      boolean redirected = answer.status() / 100 == 3 && !location.isEmpty();
      if (!redirected || !request.followRedirects() || hop == MOST_REDIRECTS) {
        return answer;
      }
      next = next.to(elsewhere(next, location.getFirst()));
    }
  }

  private URI elsewhere(RawRequest from, String location) {
    try {
      return from.uri().resolve(location);
    } catch (IllegalArgumentException none) {
      FailureReader failures = new FailureReader(pacing.clock().instant(), shown(from), null);
      throw new ApiException(
          failures.network("BAD_ADDRESS", "it redirects to an address that is none"));
    }
  }

  private RawAnswer once(RawRequest request) throws InterruptedException {
    Instant start = pacing.clock().instant();
    long from = System.nanoTime();
    ApiRequest shown = shown(request);
    FailureReader failures = new FailureReader(start, shown, null);
    try {
      RawAnswer answer = exchange(request, failures);
      String body = request.isConfidential() ? Redactor.MARK : answer.body();
      note(shown, answer.status(), start, from, body, null);
      return answer;
    } catch (ApiException failed) {
      note(shown, 0, start, from, null, failed.failure().details().error().message());
      throw failed;
    } catch (InterruptedException ended) {
      note(shown, 0, start, from, null, "INTERRUPTED: ended by the caller");
      throw ended;
    }
  }

  private RawAnswer exchange(RawRequest request, FailureReader failures)
      throws InterruptedException {
    HttpRequest http = toHttp(request, failures);
    HttpClient client = clients.reaching(request.uri(), certificates);
    CompletableFuture<HttpResponse<CappedBody.Content>> exchange =
        client.sendAsync(http, _ -> new CappedBody(CappedBody.SUCCESS_LIMIT));
    try {
      Duration limit = pacing.limit().compareTo(LIMIT) < 0 ? pacing.limit() : LIMIT;
      HttpResponse<CappedBody.Content> answer =
          exchange.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      if (answer.statusCode() == 407) {
        throw new ApiException(failures.network("PROXY_SIGN_IN", "the proxy asks for a sign-in"));
      }
      return new RawAnswer(
          request.uri(), answer.statusCode(), answer.headers().map(), answer.body().text());
    } catch (TimeoutException tooSlow) {
      throw new ApiException(failures.network("TIMEOUT", "no whole answer in time"));
    } catch (ExecutionException failed) {
      throw new ApiException(
          Breakage.read(failed.getCause(), 0, failures, client, request.uri()).failure());
    } finally {
      exchange.cancel(true);
    }
  }

  private static HttpRequest toHttp(RawRequest request, FailureReader failures) {
    try {
      BaseUri.checked(request.uri());
      HttpRequest.Builder http =
          HttpRequest.newBuilder(request.uri())
              .method(
                  request.method(),
                  request.body() == null
                      ? HttpRequest.BodyPublishers.noBody()
                      : HttpRequest.BodyPublishers.ofString(request.body()));
      request.headers().entrySet().stream()
          .filter(header -> !OWN.contains(header.getKey().toLowerCase(Locale.ROOT)))
          .forEach(header -> http.header(header.getKey(), header.getValue()));
      http.header("User-Agent", Product.userAgent());
      if ("http".equals(request.uri().getScheme())) {
        http.version(HttpClient.Version.HTTP_1_1);
      }
      return http.build();
    } catch (IllegalArgumentException unfit) {
      // Its own text may quote a header, and so a secret.
      throw new ApiException(
          failures.network("BAD_ADDRESS", "sign-in was sent to an address that is not safe"));
    }
  }

  private static ApiRequest shown(RawRequest request) {
    ApiRequest.Method method =
        request.method().equals("POST") ? ApiRequest.Method.POST : ApiRequest.Method.GET;
    return new ApiRequest(
        method, request.place(), Map.of(), request.body() == null ? null : Redactor.MARK);
  }

  private void note(
      ApiRequest shown,
      int status,
      Instant start,
      long from,
      @Nullable String body,
      @Nullable String failure) {
    long millis = Duration.ofNanos(System.nanoTime() - from).toMillis();
    journal.add(
        new RequestJournal.Attempt(start, shown, status, millis, null, body, failure), null);
  }
}
