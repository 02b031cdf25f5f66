package lakebase.api;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import lakebase.model.ApiFailure;
import lakebase.model.Secret;
import org.jspecify.annotations.Nullable;

/** Makes one attempt at one request: sends it, reads the answer, says what went wrong. */
final class Transport {

  private static final Pattern HEADER_SAFE = Pattern.compile("[\\x21-\\x7e]+");

  private final Supplier<HttpClient> clients;
  private final URI base;
  private final Duration limit;

  /**
   * To that address.
   *
   * @param clients asked at each attempt; may fail with {@link ApiException}
   */
  Transport(Supplier<HttpClient> clients, URI base, Duration limit) {
    this.clients = clients;
    this.base = base;
    this.limit = limit;
  }

  /** Returns after the limit at the latest; an interrupt ends the exchange. */
  Result attempt(ApiRequest request, @Nullable Secret token, FailureReader failures)
      throws InterruptedException {
    if (token != null && !HEADER_SAFE.matcher(token.reveal()).matches()) {
      // HttpRequest would quote the token in its complaint.
      return Result.Failed.of(
          new ApiFailure.Unauthorized(
              failures.details(
                  0, FailureReader.ours("BAD_TOKEN", "the token cannot be sent", null))),
          Repeat.NEVER);
    }
    HttpClient client = clients.get();
    AtomicInteger status = new AtomicInteger();
    CompletableFuture<HttpResponse<CappedBody.Content>> exchange =
        client.sendAsync(
            toHttp(request, token),
            info -> {
              status.set(info.statusCode());
              return new CappedBody(
                  info.statusCode() < 300 ? CappedBody.SUCCESS_LIMIT : CappedBody.ERROR_LIMIT);
            });
    try {
      return read(exchange.get(limit.toMillis(), TimeUnit.MILLISECONDS), failures);
    } catch (TimeoutException tooSlow) {
      return Result.Failed.of(
          failures.network("TIMEOUT", "no whole answer within " + limit.toSeconds() + " s"),
          Repeat.NEVER);
    } catch (ExecutionException failed) {
      return Breakage.read(failed.getCause(), status.get(), failures, client, base);
    } finally {
      exchange.cancel(true);
    }
  }

  private HttpRequest toHttp(ApiRequest request, @Nullable Secret token) {
    String body = request.body();
    HttpRequest.Builder http =
        HttpRequest.newBuilder(request.uri(base))
            .method(
                request.method().name(),
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body))
            .header("Accept", "application/json")
            .header("User-Agent", Product.userAgent());
    if (body != null) {
      http.header("Content-Type", "application/json");
    }
    if (token != null) {
      http.header("Authorization", "Bearer " + token.reveal());
    }
    // Without TLS nothing negotiates HTTP/2 but an upgrade, which servers answer variously.
    return "http".equals(base.getScheme())
        ? http.version(HttpClient.Version.HTTP_1_1).build()
        : http.build();
  }

  private static Result read(HttpResponse<CappedBody.Content> response, FailureReader failures) {
    Answer answer = new Answer(response.statusCode(), response.headers(), response.body());
    if (!answer.isSuccess()) {
      return failures.read(answer);
    }
    if (answer.body().isCut()) {
      return Result.Failed.of(
          failures.protocol(
              answer.status(), "TOO_LARGE", "the answer is too large", answer.traceId()),
          Repeat.NEVER);
    }
    return new Result.Answered(answer);
  }
}
