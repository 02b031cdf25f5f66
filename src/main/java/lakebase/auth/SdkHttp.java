package lakebase.auth;

import com.databricks.sdk.core.http.HttpClient;
import com.databricks.sdk.core.http.Request;
import com.databricks.sdk.core.http.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import lakebase.api.ApiException;
import lakebase.api.RawAnswer;
import lakebase.api.RawHttp;
import lakebase.api.RawRequest;
import lakebase.model.ApiFailure;
import org.jspecify.annotations.Nullable;

/**
 * The vendor's HTTP over ours, for one try at a token. It remembers what went wrong, because what
 * the library makes of it is a text.
 */
final class SdkHttp implements HttpClient {

  private final RawHttp http;
  private @Nullable ApiFailure lost;
  private @Nullable RawAnswer refusal;

  SdkHttp(RawHttp http) {
    this.http = http;
  }

  @Override
  public Response execute(Request request) throws IOException {
    try {
      URI uri = URI.create(request.getUri().toString());
      RawAnswer answer =
          http.send(
              new RawRequest(
                  request.getMethod(),
                  uri,
                  request.getHeaders(),
                  body(request),
                  request.getRedirectionBehavior().orElse(true)));
      if (answer.status() >= 400 && "POST".equals(request.getMethod())) {
        refusal = answer;
      }
      return new Response(
          request,
          answer.uri().toURL(),
          answer.status(),
          "HTTP " + answer.status(),
          answer.headers(),
          answer.body());
    } catch (ApiException failed) {
      lost = failed.failure();
      throw new IOException(failed.getMessage(), failed);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      InterruptedIOException seen = new InterruptedIOException("ended by the caller");
      seen.initCause(ended);
      throw seen;
    }
  }

  /** The last request that got no answer. */
  Optional<ApiFailure> lost() {
    return Optional.ofNullable(lost);
  }

  /** The last answer that refused a token. */
  Optional<RawAnswer> refusal() {
    return Optional.ofNullable(refusal);
  }

  private static @Nullable String body(Request request) throws IOException {
    if (request.isBodyStreaming()) {
      try (InputStream stream = request.getBodyStream()) {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      }
    }
    return request.isBodyString() ? request.getBodyString() : null;
  }
}
