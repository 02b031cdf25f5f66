package lakebase.auth;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where the browser comes back to: one address on loopback, while a sign-in is under way. Only a
 * request that brings the sign-in's own state counts; whatever else is asked there, by another page
 * or program, changes nothing.
 */
final class Callback implements AutoCloseable {

  /** Those that the vendor's command-line tool uses, in its order (contract §9.4). */
  private static final int FIRST_PORT = 8020;

  private static final int LAST_PORT = 8040;

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html><head><meta charset="utf-8"><title>Lakebase Console</title>
      <style>:root { color-scheme: light dark; }
      body { font: 17px/1.5 system-ui, sans-serif; margin: 20vh auto; max-width: 28rem; }</style>
      </head><body><h1>Lakebase Console</h1><p>${text}</p></body></html>
      """;

  private final HttpServer server;
  private final String state;
  private final Function<Boolean, String> farewell;
  private final BlockingQueue<Map<String, String>> answers = new ArrayBlockingQueue<>(1);

  private Callback(HttpServer server, String state, Function<Boolean, String> farewell) {
    this.server = server;
    this.state = state;
    this.farewell = farewell;
  }

  /**
   * Starts listening.
   *
   * @param state what the answer must bring
   * @param farewell what the browser says in the end, as text
   * @throws IOException when no port can be listened on
   */
  static Callback open(String state, Function<Boolean, String> farewell) throws IOException {
    Callback callback = new Callback(listen(), state, farewell);
    callback.server.createContext("/", callback::handle);
    callback.server.setExecutor(Thread::startVirtualThread);
    callback.server.start();
    return callback;
  }

  private static HttpServer listen() throws IOException {
    for (int port = FIRST_PORT; port <= LAST_PORT; port++) {
      try {
        return listen(port);
      } catch (BindException taken) {
        // The next one, then.
      }
    }
    return listen(0);
  }

  private static HttpServer listen(int port) throws IOException {
    return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
  }

  /** Where the browser is to be sent back to. */
  String address() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** The parameters that it came back with; empty when it did not in that time. */
  Optional<Map<String, String>> await(Duration patience) throws InterruptedException {
    return Optional.ofNullable(answers.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Map<String, String> answer = parameters(exchange.getRequestURI().getRawQuery());
      boolean ours =
          "GET".equals(exchange.getRequestMethod())
              && exchange.getRequestURI().getPath().equals("/")
              && state.equals(answer.get("state"));
      String text = ours ? farewell.apply(answer.containsKey("code")) : "?";
      byte[] page = PAGE.replace("${text}", escape(text)).getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
      exchange.getResponseHeaders().set("Connection", "close");
      exchange.sendResponseHeaders(ours ? 200 : 404, page.length);
      exchange.getResponseBody().write(page);
      exchange.getResponseBody().close();
      if (ours) {
        answers.offer(answer);
      }
    }
  }

  private static Map<String, String> parameters(@Nullable String query) {
    Map<String, String> found = new HashMap<>();
    for (String pair : (query == null ? "" : query).split("&", -1)) {
      String[] parts = pair.split("=", 2);
      found.put(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
    }
    return found;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      return "";
    }
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** Stops listening; the page that was just answered is still sent. */
  @Override
  public void close() {
    server.stop(0);
  }
}
