package lakebase.api;

import java.net.http.HttpHeaders;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A response, with as much of its body as is read. */
record Answer(int status, HttpHeaders headers, CappedBody.Content body) {

  private static final List<String> TRACE_HEADERS =
      List.of("x-request-id", "x-databricks-request-id", "x-trace-id");

  boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  @Nullable String header(String name) {
    return headers.firstValue(name).orElse(null);
  }

  /** The id that the service gave the exchange in a header. */
  @Nullable String traceId() {
    return TRACE_HEADERS.stream()
        .map(this::header)
        .filter(id -> id != null && !id.isBlank())
        .findFirst()
        .orElse(null);
  }
}
