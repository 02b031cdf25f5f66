package lakebase.api;

import java.time.Duration;
import lakebase.model.ApiFailure;
import org.jspecify.annotations.Nullable;

/** What came of one attempt. */
sealed interface Result {

  /** The service answered as asked. */
  record Answered(Answer answer) implements Result {}

  /**
   * It did not.
   *
   * @param repeat whether it may be tried again
   * @param retryAfter how long the service asked to wait
   * @param body what came, secrets included; absent when nothing did
   */
  record Failed(
      ApiFailure failure, Repeat repeat, @Nullable Duration retryAfter, @Nullable String body)
      implements Result {

    /** Without an answer. */
    static Failed of(ApiFailure failure, Repeat repeat) {
      return new Failed(failure, repeat, null, null);
    }

    // The body may hold a secret.
    @Override
    public String toString() {
      return "Failed[" + failure + ", " + repeat + "]";
    }
  }
}
