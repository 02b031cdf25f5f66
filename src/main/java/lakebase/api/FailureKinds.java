package lakebase.api;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lakebase.model.ApiFailure;
import lakebase.model.ServiceError;
import org.jspecify.annotations.Nullable;

/**
 * Sorts failures into the kinds that a person can act on: the error code first, then the status, as
 * the vendor's clients do it (contract §3.4).
 */
public final class FailureKinds {

  private static final List<Pattern> FIELDS =
      List.of(
          Pattern.compile("update_mask: '([^']+)'"),
          Pattern.compile("\\bField '([^']+)'"),
          Pattern.compile("\\bField ([a-z][\\w.]*) must\\b"));
  private static final Pattern KIND_PREFIX =
      Pattern.compile("^(?:project|branch|endpoint|role|database)\\.(?=spec\\.)");

  private FailureKinds() {}

  /** The failure of an operation, which has an error code and no status. */
  public static ApiFailure ofOperation(ServiceError error, String operation) {
    return of(new ApiFailure.Details(0, error, operation), null);
  }

  /**
   * The failure that the service answered with.
   *
   * @param retryAfter how long it asked to wait
   */
  static ApiFailure of(ApiFailure.Details details, @Nullable Duration retryAfter) {
    ApiFailure byCode = byCode(details, retryAfter);
    return byCode == null ? byStatus(details, retryAfter) : byCode;
  }

  private static @Nullable ApiFailure byCode(
      ApiFailure.Details details, @Nullable Duration retryAfter) {
    return switch (details.error().errorCode()) {
      case "INVALID_PARAMETER_VALUE", "INVALID_STATE" -> invalid(details);
      case "NOT_FOUND", "RESOURCE_DOES_NOT_EXIST" -> new ApiFailure.NotFound(details);
      case "ABORTED", "ALREADY_EXISTS", "RESOURCE_ALREADY_EXISTS", "RESOURCE_CONFLICT" ->
          new ApiFailure.Conflict(details);
      case "RESOURCE_EXHAUSTED",
          "REQUEST_LIMIT_EXCEEDED",
          "QUOTA_EXCEEDED",
          "RESOURCE_LIMIT_EXCEEDED" ->
          new ApiFailure.RateLimited(details, retryAfter);
      case "UNAUTHENTICATED" -> new ApiFailure.Unauthorized(details);
      case "PERMISSION_DENIED" -> new ApiFailure.Forbidden(details);
      default -> null;
    };
  }

  private static ApiFailure byStatus(ApiFailure.Details details, @Nullable Duration retryAfter) {
    int status = details.status();
    return switch (status) {
      case 401 -> new ApiFailure.Unauthorized(details);
      case 403 -> new ApiFailure.Forbidden(details);
      case 404 -> new ApiFailure.NotFound(details);
      case 409 -> new ApiFailure.Conflict(details);
      case 429 -> new ApiFailure.RateLimited(details, retryAfter);
      case 408, 499 -> new ApiFailure.Unavailable(details);
      default ->
          (status >= 400 && status < 500) || details.error().errorCode().equals("BAD_REQUEST")
              ? invalid(details)
              : new ApiFailure.Unavailable(details);
    };
  }

  private static ApiFailure invalid(ApiFailure.Details details) {
    return new ApiFailure.Invalid(details, field(details.error().message()));
  }

  /** The field that the message names, as a mask path where it is one. */
  private static @Nullable String field(String message) {
    return FIELDS.stream()
        .map(pattern -> pattern.matcher(message))
        .flatMap(matcher -> matcher.find() ? Stream.of(matcher) : Stream.<Matcher>empty())
        .map(matcher -> Objects.requireNonNull(matcher.group(1)))
        .map(name -> KIND_PREFIX.matcher(name).replaceFirst(""))
        .findFirst()
        .orElse(null);
  }
}
