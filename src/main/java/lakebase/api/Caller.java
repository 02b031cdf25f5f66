package lakebase.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import lakebase.model.ApiFailure;
import lakebase.model.Secret;
import org.jspecify.annotations.Nullable;

/** Makes a request until it is answered or {@link RetryPolicy} ends it; journals each attempt. */
final class Caller {

  private final Transport transport;
  private final TokenSource tokens;
  private final RequestJournal journal;
  private final Pacing pacing;

  Caller(Transport transport, TokenSource tokens, RequestJournal journal, Pacing pacing) {
    this.transport = transport;
    this.tokens = tokens;
    this.journal = journal;
    this.pacing = pacing;
  }

  /** The good answer to the request. */
  Answer call(ApiRequest request) throws InterruptedException {
    boolean renewed = false;
    for (int attempt = 1; ; attempt++) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      Secret token = request.needsToken() ? tokens.token() : null;
      switch (attempt(request, token)) {
        case Result.Answered(Answer answer) -> {
          return answer;
        }
        case Result.Failed failed -> {
          if (!renewed && isWorthAnotherToken(failed, token)) {
            renewed = true;
            continue;
          }
          Optional<Duration> delay =
              pacing
                  .retries()
                  .delay(
                      attempt,
                      failed.repeat(),
                      request.isHarmless(),
                      failed.retryAfter(),
                      pacing.random());
          if (delay.isEmpty()) {
            throw new ApiException(failed.failure());
          }
          pacing.sleeper().sleep(delay.get());
        }
      }
    }
  }

  private boolean isWorthAnotherToken(Result.Failed failed, @Nullable Secret token) {
    return failed.failure() instanceof ApiFailure.Unauthorized
        && token != null
        && tokens.refused(token);
  }

  private Result attempt(ApiRequest request, @Nullable Secret token) throws InterruptedException {
    Instant start = pacing.clock().instant();
    long from = System.nanoTime();
    FailureReader failures = new FailureReader(start, request, token);
    try {
      Result result = transport.attempt(request, token, failures);
      journal.add(noted(request, result, start, millisSince(from)), token);
      return result;
    } catch (InterruptedException ended) {
      Result result =
          Result.Failed.of(failures.network("INTERRUPTED", "ended by the caller"), Repeat.NEVER);
      journal.add(noted(request, result, start, millisSince(from)), token);
      throw ended;
    }
  }

  private static long millisSince(long nanoTime) {
    return Duration.ofNanos(System.nanoTime() - nanoTime).toMillis();
  }

  private static RequestJournal.Attempt noted(
      ApiRequest request, Result result, Instant start, long millis) {
    return switch (result) {
      case Result.Answered(Answer answer) ->
          new RequestJournal.Attempt(
              start,
              request,
              answer.status(),
              millis,
              answer.traceId(),
              answer.body().text(),
              null);
      case Result.Failed failed -> {
        ApiFailure.Details details = failed.failure().details();
        yield new RequestJournal.Attempt(
            start,
            request,
            details.status(),
            millis,
            details.error().traceId(),
            failed.body(),
            details.error().errorCode() + ": " + details.error().message());
      }
    };
  }
}
