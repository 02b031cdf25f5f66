package lakebase.local.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinBindException;
import io.javalin.util.JavalinException;
import java.io.InterruptedIOException;
import java.net.BindException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import lakebase.local.engine.Refusal;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.handler.GracefulHandler;

/**
 * The HTTP server of one workspace, on loopback only. Requests run on virtual threads; closing lets
 * those that are under way end; connections that only wait for another request are not waited for.
 */
public final class LocalServer implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(LocalServer.class.getName());

  /** Javalin's own; what it says when it cannot start is thrown, too, and said by the catcher. */
  private static final Logger JAVALIN = Logger.getLogger("io.javalin.Javalin");

  private static final String HOST = "127.0.0.1";
  private static final Duration GRACE = Duration.ofSeconds(5);
  private static final Duration IDLE_GRACE = Duration.ofMillis(20);
  private static final int LARGEST_HEADER = 16 << 10;

  private final Javalin javalin;

  private LocalServer(Javalin javalin) {
    this.javalin = javalin;
  }

  /**
   * Starts serving.
   *
   * @param port 0: any free one
   * @param latency added to every answer
   * @param routes what is served; may be called before the server has a port
   * @throws BindException when the port is taken
   * @throws InterruptedIOException when the thread is interrupted; nothing is served then
   */
  public static LocalServer start(int port, Duration latency, Consumer<JavalinConfig> routes)
      throws BindException, InterruptedIOException {
    JAVALIN.setFilter(line -> !"Failed to start Javalin".equals(line.getMessage()));
    Javalin javalin =
        Javalin.create(config -> {
          configure(config);
          config.jetty.host = HOST;
          config.jetty.port = port;
          if (!latency.isZero()) {
            config.routes.before(_ -> Thread.sleep(latency));
          }
          routes.accept(config);
          errors(config);
        });
    try {
      javalin.start();
    } catch (JavalinBindException e) {
      BindException taken = new BindException("Port " + port + " cannot be listened on.");
      taken.initCause(e);
      throw taken;
    } catch (JavalinException e) {
      javalin.stop();
      if (e.getCause() instanceof InterruptedException) {
        Thread.currentThread().interrupt();
        InterruptedIOException interrupted = new InterruptedIOException("The start was cancelled.");
        interrupted.initCause(e);
        throw interrupted;
      }
      throw e;
    }
    return new LocalServer(javalin);
  }

  /** The port that it listens on. */
  public int port() {
    return javalin.port();
  }

  @Override
  public void close() {
    for (Connector connector : javalin.jettyServer().server().getConnectors()) {
      if (connector instanceof AbstractConnector kept) {
        kept.setShutdownIdleTimeout(IDLE_GRACE.toMillis());
      }
    }
    javalin.stop();
  }

  private static void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = true;
    config.http.prefer405over404 = true;
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.http.defaultContentType = Answers.JSON;
    config.jetty.modifyHttpConfiguration(http -> {
      http.setSendServerVersion(false);
      http.setRequestHeaderSize(LARGEST_HEADER);
    });
    config.jetty.modifyServer(server -> {
      server.setErrorHandler(new ErrorPages());
      server.setHandler(new GracefulHandler());
      server.setStopTimeout(GRACE.toMillis());
    });
  }

  private static void errors(JavalinConfig config) {
    config.routes.exception(Refusal.class, (refusal, c) -> Answers.refuse(c, refusal));
    config.routes.exception(
        HttpResponseException.class,
        (e, c) ->
            Answers.refuse(
                c,
                switch (e.getStatus()) {
                  case 404 ->
                      Refusal.of(
                          404, "ENDPOINT_NOT_FOUND", "No API found for this method and path.");
                  case 405 ->
                      Refusal.of(405, "METHOD_NOT_ALLOWED", "This path has no such method.");
                  default -> Refusal.of(e.getStatus(), "BAD_REQUEST", "The request was refused.");
                }));
    config.routes.exception(
        Exception.class,
        (e, c) -> {
          LOG.log(Level.SEVERE, "a request failed", e);
          Answers.refuse(c, Refusal.of(500, "INTERNAL_ERROR", "The local workspace failed."));
        });
  }
}
