package lakebase.local.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import lakebase.local.engine.Refusal;
import lakebase.wire.Json;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * The bodies of errors that the HTTP server finds before any of our code is asked, such as a
 * request line that is none: the same envelope, no page, no stack trace.
 */
final class ErrorPages extends ErrorHandler {

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int code,
      @Nullable String message,
      @Nullable Throwable cause,
      Callback callback) {
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Answers.JSON);
    response.write(true, envelope(code), callback);
  }

  private static ByteBuffer envelope(int status) {
    String code = status < 500 ? "BAD_REQUEST" : "INTERNAL_ERROR";
    Refusal refusal = Refusal.of(status, code, "The request cannot be read.");
    return ByteBuffer.wrap(Json.text(refusal.envelope()).getBytes(StandardCharsets.UTF_8));
  }
}
