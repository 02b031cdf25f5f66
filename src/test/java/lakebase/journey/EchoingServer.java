package lakebase.journey;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Refuses every request, and quotes its Authorization header wherever an answer has a place. */
final class EchoingServer implements AutoCloseable {

  private final HttpServer server;

  EchoingServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", EchoingServer::answer);
    server.start();
  }

  private static void answer(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    String header =
        Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Authorization"), "");
    byte[] body =
        """
        {"error_code": "PERMISSION_DENIED",
         "message": "Refused: Authorization: %1$s; the token %2$s is not permitted",
         "details": [{"@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": "%2$s",
                      "domain": "%1$s", "metadata": {"header": "%1$s", "value": "%2$s"}}]}
        """
            .formatted(header, header.replace("Bearer ", ""))
            .getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.getResponseHeaders().set("x-request-id", header);
    exchange.sendResponseHeaders(403, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
