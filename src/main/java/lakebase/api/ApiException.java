package lakebase.api;

import java.io.Serial;
import lakebase.model.ApiFailure;

/** Carries an {@link ApiFailure} out of a blocking call. Its message holds no secret. */
public final class ApiException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  private final transient ApiFailure failure;

  /** Wraps the failure; the cause may be null. */
  public ApiException(ApiFailure failure) {
    super(text(failure));
    this.failure = failure;
  }

  /** Wraps the failure and what led to it. */
  public ApiException(ApiFailure failure, Throwable cause) {
    super(text(failure), cause);
    this.failure = failure;
  }

  /** Why the call did not succeed. */
  public ApiFailure failure() {
    return failure;
  }

  private static String text(ApiFailure failure) {
    ApiFailure.Details details = failure.details();
    return details.request()
        + ": "
        + details.status()
        + " "
        + details.error().errorCode()
        + " "
        + details.error().message();
  }
}
