package lakebase.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lakebase.model.ApiFailure;
import lakebase.model.Secret;
import lakebase.model.ServiceError;
import lakebase.wire.Responses;
import org.jspecify.annotations.Nullable;

/** Makes failures of answers that are not what was asked for, without secrets. */
final class FailureReader {

  private static final Pattern HTML_TEXT =
      Pattern.compile("<(pre|title)[^>]*+>([^<]{1,500})", Pattern.CASE_INSENSITIVE);
  private static final int LONGEST_MESSAGE = 4_000;

  private final Instant now;
  private final ApiRequest request;
  private final @Nullable Secret token;

  /**
   * Reads answers to one request.
   *
   * @param now what dates in headers are compared with
   * @param token the token that the request was made with
   */
  FailureReader(Instant now, ApiRequest request, @Nullable Secret token) {
    this.now = now;
    this.request = request;
    this.token = token;
  }

  /** The failed attempt that the answer is; never called for a success. */
  Result.Failed read(Answer answer) {
    Optional<ServiceError> error = envelope(answer);
    @Nullable Duration retryAfter = RetryAfter.parse(answer.header("retry-after"), now);
    ApiFailure failure =
        error
            .map(e -> FailureKinds.of(details(answer.status(), e), retryAfter))
            .orElseGet(() -> foreign(answer, retryAfter));
    return new Result.Failed(
        failure, repeat(answer, error, retryAfter), retryAfter, answer.body().text());
  }

  /** A failure of ours to understand what came. */
  ApiFailure protocol(int status, String code, String message, @Nullable String traceId) {
    return new ApiFailure.Protocol(details(status, ours(code, message, traceId)));
  }

  /** A failure to get any answer. */
  ApiFailure network(String code, String message) {
    return new ApiFailure.Network(details(0, ours(code, message, null)));
  }

  /** What is known, secrets taken out. */
  ApiFailure.Details details(int status, ServiceError error) {
    ServiceError clean =
        new ServiceError(
            clean(error.errorCode()),
            clean(error.message()),
            error.details().stream().map(this::clean).toList(),
            error.traceId() == null ? null : clean(error.traceId()));
    return new ApiFailure.Details(status, clean, request.summary());
  }

  static ServiceError ours(String code, String message, @Nullable String traceId) {
    return new ServiceError(code, message, List.of(), traceId);
  }

  /**
   * The service's own refusals were not carried out. A gateway's 503 says nothing about what became
   * of the request behind it, unless it asks to come back.
   */
  private static Repeat repeat(
      Answer answer, Optional<ServiceError> error, @Nullable Duration retryAfter) {
    return switch (answer.status()) {
      case 429 -> Repeat.ALWAYS;
      case 503 -> error.isPresent() || retryAfter != null ? Repeat.ALWAYS : Repeat.IF_HARMLESS;
      default -> Repeat.NEVER;
    };
  }

  private static Optional<ServiceError> envelope(Answer answer) {
    return answer.body().isCut()
        ? Optional.empty()
        : Responses.error(answer.body().bytes()).map(error -> withTrace(error, answer));
  }

  private static ServiceError withTrace(ServiceError error, Answer answer) {
    return error.traceId() != null
        ? error
        : new ServiceError(error.errorCode(), error.message(), error.details(), answer.traceId());
  }

  /** An answer of somebody else than the service: a gateway, a proxy, another server. */
  private ApiFailure foreign(Answer answer, @Nullable Duration retryAfter) {
    int status = answer.status();
    if (status >= 300 && status < 400) {
      return protocol(status, "REDIRECT", "redirected, which is not followed", answer.traceId());
    }
    if (status == 407) {
      return network("PROXY_SIGN_IN", "the proxy asks for a sign-in");
    }
    ServiceError error = ours("HTTP_" + status, describe(answer), answer.traceId());
    // Without the service's word for it, "not found" does not mean that a resource is gone.
    boolean telling = status == 401 || status == 403 || status == 429 || status >= 500;
    return telling
        ? FailureKinds.of(details(status, error), retryAfter)
        : new ApiFailure.Protocol(details(status, error));
  }

  private static String describe(Answer answer) {
    Matcher html = HTML_TEXT.matcher(answer.body().text());
    String found = html.find() ? Objects.requireNonNull(html.group(2)).strip() : "";
    String type = Objects.requireNonNullElse(answer.header("content-type"), "no content type");
    String what = "not an answer of the API (" + type + ", HTTP " + answer.status() + ")";
    return found.isEmpty() ? what : what + ": " + found;
  }

  private String clean(String text) {
    String cut = text.length() > LONGEST_MESSAGE ? text.substring(0, LONGEST_MESSAGE) + "…" : text;
    return Redactor.redact(cut, token);
  }
}
