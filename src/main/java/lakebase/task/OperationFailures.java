package lakebase.task;

import java.util.List;
import lakebase.model.ApiFailure;
import lakebase.model.OperationName;
import lakebase.model.ServiceError;

/** The failures of a change that are not an HTTP response's. */
public final class OperationFailures {

  /** The error code of a second change to what is being changed; no request was made. */
  public static final String BUSY = "CHANGE_IN_PROGRESS";

  /**
   * The error code of a change whose operation the service does not know any more, and whose
   * outcome cannot be read off the resource.
   */
  public static final String OUTCOME_UNKNOWN = "OUTCOME_UNKNOWN";

  private OperationFailures() {}

  /** Refused by the console itself, because a change of the same target is under way. */
  static ApiFailure busy(String title) {
    return new ApiFailure.Conflict(details(0, BUSY, title, ""));
  }

  /** It is not known whether the change was made. */
  static ApiFailure outcomeUnknown(OperationName name) {
    return new ApiFailure.Unavailable(
        details(404, OUTCOME_UNKNOWN, "operation not found", "GET " + name));
  }

  private static ApiFailure.Details details(
      int status, String code, String message, String request) {
    return new ApiFailure.Details(
        status, new ServiceError(code, message, List.of(), null), request);
  }
}
