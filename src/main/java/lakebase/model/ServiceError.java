package lakebase.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The service's account of a failure, in an HTTP error body or in an operation (contract §2.7,
 * §3.4).
 *
 * @param errorCode for example {@code INVALID_PARAMETER_VALUE}; {@code UNKNOWN} when none was given
 * @param message the service's words, without the trace id at their end
 * @param details each a JSON object's text
 * @param traceId the id to quote to support; absent when none was given
 */
public record ServiceError(
    String errorCode, String message, List<String> details, @Nullable String traceId) {

  public ServiceError {
    details = List.copyOf(details);
  }
}
