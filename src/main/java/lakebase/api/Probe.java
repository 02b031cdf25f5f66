package lakebase.api;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import lakebase.model.ApiFailure;
import org.jspecify.annotations.Nullable;

/**
 * Goes the way to a host one step at a time, so that the step that fails can be named. Every method
 * blocks, answers an interrupt, and fails with {@link ApiException}. Any thread.
 */
public final class Probe {

  private static final int LONGEST_HEAD = 16 * 1024;

  private final HttpClients clients;
  private final @Nullable Certificates certificates;

  Probe(HttpClients clients, @Nullable Certificates certificates) {
    this.clients = clients;
    this.certificates = certificates;
  }

  /** The proxy that is used to that host, for example {@code proxy.corp:3128}. */
  public Optional<String> proxy(URI host) {
    return clients.proxies().to(host).map(Probe::text);
  }

  /** The addresses of the host's name; of the proxy's, where one is used. */
  public String resolve(URI host) throws InterruptedException {
    return step(
        host,
        "DNS",
        () ->
            Arrays.stream(InetAddress.getAllByName(target(host).getHostString()))
                .map(InetAddress::getHostAddress)
                .collect(Collectors.joining(", ")));
  }

  /** Connects; says to where. */
  public String connect(URI host) throws InterruptedException {
    return step(
        host,
        "TCP",
        () -> {
          InetSocketAddress target = target(host);
          try (Socket socket = new Socket(Proxy.NO_PROXY)) {
            socket.connect(
                new InetSocketAddress(target.getHostString(), target.getPort()), limit());
            return String.valueOf(socket.getRemoteSocketAddress()).replaceFirst("^.*/", "");
          }
        });
  }

  /** Agrees on TLS; says on which version, and who vouches for the host. */
  public String handshake(URI host) throws InterruptedException {
    return step(host, "TLS", () -> handshakeNow(host));
  }

  private String handshakeNow(URI host) throws IOException {
    try (Socket way = open(host);
        SSLSocket tls =
            (SSLSocket)
                clients
                    .context(certificates)
                    .getSocketFactory()
                    .createSocket(way, host.getHost(), port(host), true)) {
      SSLParameters parameters = tls.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      tls.setSSLParameters(parameters);
      tls.setSoTimeout(limit());
      tls.startHandshake();
      X509Certificate shown = (X509Certificate) tls.getSession().getPeerCertificates()[0];
      return tls.getSession().getProtocol() + ", " + shown.getIssuerX500Principal().getName();
    }
  }

  /** Through the proxy, where one is used. */
  private Socket open(URI host) throws IOException {
    InetSocketAddress target = target(host);
    Socket socket = new Socket(Proxy.NO_PROXY);
    try {
      socket.setSoTimeout(limit());
      socket.connect(new InetSocketAddress(target.getHostString(), target.getPort()), limit());
      if (clients.proxies().to(host).isPresent()) {
        tunnel(socket, host);
      }
      return socket;
    } catch (IOException | RuntimeException failed) {
      socket.close();
      throw failed;
    }
  }

  private void tunnel(Socket socket, URI host) throws IOException {
    String to = host.getHost() + ":" + port(host);
    String signIn =
        clients
            .proxies()
            .signIn()
            .map(basic -> "Proxy-Authorization: Basic " + basic + "\r\n")
            .orElse("");
    socket
        .getOutputStream()
        .write(
            ("CONNECT " + to + " HTTP/1.1\r\nHost: " + to + "\r\n" + signIn + "\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    String answer = head(socket.getInputStream());
    if (answer.matches("(?s)HTTP/1\\.\\d 407.*")) {
      throw new ApiException(
          failures(host, "TLS").network("PROXY_SIGN_IN", "the proxy asks for a sign-in"));
    }
    if (!answer.matches("(?s)HTTP/1\\.\\d 2.*")) {
      throw new ApiException(
          failures(host, "TLS")
              .network(
                  "PROXY",
                  "the proxy "
                      + text(target(host))
                      + ": "
                      + answer.lines().findFirst().orElse("")));
    }
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0 || head.length() > LONGEST_HEAD) {
        throw new IOException("not the answer of a proxy");
      }
      head.append((char) next);
    }
    return head.toString();
  }

  private InetSocketAddress target(URI host) {
    return clients
        .proxies()
        .to(host)
        .orElseGet(() -> InetSocketAddress.createUnresolved(bare(host), port(host)));
  }

  private static String bare(URI host) {
    return host.getHost().replaceAll("[\\[\\]]", "");
  }

  private static int port(URI host) {
    int usual = "http".equals(host.getScheme()) ? 80 : 443;
    return host.getPort() < 0 ? usual : host.getPort();
  }

  private static int limit() {
    return Math.toIntExact(HttpClients.CONNECT_LIMIT.toMillis());
  }

  private static String text(InetSocketAddress address) {
    return address.getHostString() + ":" + address.getPort();
  }

  /** On a thread of its own, because a look-up of a name does not answer an interrupt. */
  private <T> T step(URI host, String kind, Callable<T> action) throws InterruptedException {
    CompletableFuture<T> result = new CompletableFuture<>();
    Thread thread =
        Thread.startVirtualThread(() -> {
          try {
            result.complete(action.call());
          } catch (Exception failed) {
            result.completeExceptionally(failed);
          }
        });
    try {
      return result.get();
    } catch (InterruptedException ended) {
      thread.interrupt();
      throw ended;
    } catch (ExecutionException failed) {
      throw failure(host, kind, failed.getCause());
    }
  }

  private ApiException failure(URI host, String kind, @Nullable Throwable cause) {
    if (cause instanceof ApiException already) {
      return already;
    }
    FailureReader failures = failures(host, kind);
    Optional<String> proxy = proxy(host);
    ApiFailure failure =
        switch (cause) {
          case UnknownHostException _ when proxy.isEmpty() ->
              failures.network("UNKNOWN_HOST", "the host's name is not known");
          case SocketTimeoutException _ ->
              failures.network("CONNECT_TIMEOUT", "no connection within the time limit");
          case javax.net.ssl.SSLException tls -> Breakage.tls(tls, failures);
          case null, default -> {
            String why = cause == null ? "" : String.valueOf(cause.getMessage());
            yield proxy.isPresent() && !kind.equals("TLS")
                ? failures.network("PROXY", "the proxy " + proxy.get() + ": " + why)
                : failures.network(kind.equals("TLS") ? "TLS" : "NO_CONNECTION", why);
          }
        };
    return new ApiException(failure);
  }

  private static FailureReader failures(URI host, String kind) {
    return new FailureReader(
        Instant.now(),
        new ApiRequest(ApiRequest.Method.GET, kind + " " + host.getAuthority(), Map.of(), null),
        null);
  }
}
