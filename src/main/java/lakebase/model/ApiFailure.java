package lakebase.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Why a call did not succeed, in the kinds that a person can act on (contract §3.4). */
public sealed interface ApiFailure {

  /** What is known of the exchange. */
  Details details();

  /**
   * What is known of a failed exchange; holds no secret.
   *
   * @param status the HTTP status; 0 when no response came
   * @param error the service's account; for failures without one, ours
   * @param request method and path, for example {@code GET projects/shop}
   */
  record Details(int status, ServiceError error, String request) {}

  /** 401: no, wrong or expired sign-in. */
  record Unauthorized(Details details) implements ApiFailure {}

  /** 403: signed in, but not permitted. */
  record Forbidden(Details details) implements ApiFailure {}

  /** 404: does not exist, or not any more. */
  record NotFound(Details details) implements ApiFailure {}

  /** 409, or {@code ABORTED}: exists already, or the service is busy with it. */
  record Conflict(Details details) implements ApiFailure {}

  /**
   * 400 and its kin: the request was refused.
   *
   * @param field the field or mask path that the message names; absent when it names none
   */
  record Invalid(Details details, @Nullable String field) implements ApiFailure {}

  /**
   * 429 after all retries, or a quota.
   *
   * @param retryAfter how long the service asked to wait; absent when it did not say
   */
  record RateLimited(Details details, @Nullable Duration retryAfter) implements ApiFailure {}

  /** 5xx: the service failed; whether the change was made is unknown for calls that change. */
  record Unavailable(Details details) implements ApiFailure {}

  /** No response: refused, reset, timed out, unknown host, bad certificate. */
  record Network(Details details) implements ApiFailure {}

  /** A response that is not of this API: malformed, cut off, not JSON. */
  record Protocol(Details details) implements ApiFailure {}
}
