package lakebase.task;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.util.List;
import java.util.regex.Pattern;
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

  /** The error code of a change that a person took back before it was sent. */
  public static final String WITHDRAWN = "CHANGE_WITHDRAWN";

  private static final Pattern IN_PROGRESS =
      Pattern.compile("conflicting operations? in progress|reconciliation", CASE_INSENSITIVE);

  private OperationFailures() {}

  /**
   * Whether the service refused a change before it did anything, because it is busy with another
   * one: then sending it again does no harm. Of the conflicts that is the one that is not about a
   * name (contract §3.4: the documented sentence; the code is not documented).
   */
  static boolean isBusy(ApiFailure failure) {
    ServiceError error = failure.details().error();
    return failure instanceof ApiFailure.Conflict
        && failure.details().status() == 409
        && (error.errorCode().equals("ABORTED") || IN_PROGRESS.matcher(error.message()).find());
  }

  /** Taken back by a person; no request was carried out. */
  static ApiFailure withdrawn(String title) {
    return new ApiFailure.Conflict(details(0, WITHDRAWN, title, ""));
  }

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
