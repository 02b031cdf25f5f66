package lakebase.api;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import lakebase.model.ApiFailure;
import org.jspecify.annotations.Nullable;

/** Says what became of an exchange that broke. */
final class Breakage {

  private Breakage() {}

  /**
   * What went wrong.
   *
   * @param status the status, when it had come; else 0
   */
  static Result.Failed read(
      @Nullable Throwable cause, int status, FailureReader failures, HttpClient client, URI uri) {
    if (cause instanceof HttpConnectTimeoutException) {
      return unreached(failures, "CONNECT_TIMEOUT", "no connection within the time limit");
    }
    if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
      return notConnected(cause, failures, client, uri);
    }
    if (cause instanceof SSLException) {
      return Result.Failed.of(tls(cause, failures), Repeat.NEVER);
    }
    if (cause instanceof IOException) {
      String message = String.valueOf(cause.getMessage());
      ApiFailure failure =
          status == 0
              ? failures.network("CONNECTION_LOST", message)
              : failures.protocol(status, "CUT_OFF", message, null);
      return Result.Failed.of(failure, Repeat.IF_HARMLESS);
    }
    throw new IllegalStateException("the HTTP client failed", cause);
  }

  /** Why TLS did not come about: the certificate that is not trusted, where that is it. */
  static ApiFailure tls(Throwable broken, FailureReader failures) {
    for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
      if (cause instanceof Trust.UntrustedException untrusted) {
        return failures.network("CERTIFICATE", String.valueOf(untrusted.getMessage()));
      }
    }
    return failures.network("TLS", String.valueOf(broken.getMessage()));
  }

  private static Result.Failed notConnected(
      Throwable cause, FailureReader failures, HttpClient client, URI uri) {
    boolean unknown = cause.getCause() instanceof UnresolvedAddressException;
    Optional<InetSocketAddress> proxy =
        client.proxy().flatMap(found -> found instanceof Proxies known ? known.to(uri) : none());
    if (proxy.isPresent()) {
      String name = proxy.get().getHostString() + ":" + proxy.get().getPort();
      return unreached(
          failures,
          "PROXY",
          "the proxy " + name + (unknown ? " is not known" : " does not take connections"));
    }
    return unknown
        ? unreached(failures, "UNKNOWN_HOST", "the host's name is not known")
        : unreached(failures, "NO_CONNECTION", "the host does not take connections");
  }

  private static Optional<InetSocketAddress> none() {
    return Optional.empty();
  }

  private static Result.Failed unreached(FailureReader failures, String code, String message) {
    return Result.Failed.of(failures.network(code, message), Repeat.ALWAYS);
  }
}
