package lakebase.api;

import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import lakebase.model.ApiFailure;
import lakebase.model.ServiceError;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP clients of the application, each made when it is first needed: one for this machine, and
 * one for the others for each file of authorities. Any thread.
 */
final class HttpClients implements AutoCloseable {

  static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);

  private final Proxies proxies;
  private final Map<Optional<Certificates>, Late> secure = new ConcurrentHashMap<>();
  private @Nullable HttpClient plain;
  private volatile boolean closed;

  private record Secure(HttpClient client, SSLContext context) {}

  /** By a lock of its own: a file on a drive that hangs must hold up nobody else. */
  private final class Late {

    private final @Nullable Certificates certificates;
    private volatile @Nullable Secure made;

    Late(@Nullable Certificates certificates) {
      this.certificates = certificates;
    }

    synchronized Secure get() {
      Secure known = made;
      if (known == null) {
        SSLContext context = contextOf(certificates);
        HttpClient client =
            builder()
                .sslContext(context)
                .proxy(proxies)
                .authenticator(proxies.authenticator())
                .build();
        known = new Secure(client, context);
        made = known;
        endIfClosed(client);
      }
      return known;
    }

    /** Does not wait for one that is being made, which ends by itself then. */
    void close() {
      Secure known = made;
      if (known != null) {
        known.client().shutdownNow();
      }
    }
  }

  /** In that environment, which may name a proxy. */
  HttpClients(Map<String, String> environment) {
    // Both are read once, by the first proxy that is looked for and the first client.
    setUnlessSet("java.net.useSystemProxies", "true");
    setUnlessSet("jdk.http.auth.tunneling.disabledSchemes", "");
    this.proxies = new Proxies(environment, ProxySelector::getDefault);
  }

  private static void setUnlessSet(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  Proxies proxies() {
    return proxies;
  }

  /**
   * The client that reaches that address.
   *
   * @throws ApiException when the file of authorities cannot be read; it is tried again next time
   */
  HttpClient reaching(URI address, @Nullable Certificates certificates) {
    return "http".equals(address.getScheme()) ? plain() : secure(certificates).client();
  }

  private synchronized HttpClient plain() {
    if (plain == null) {
      plain = builder().build();
      endIfClosed(plain);
    }
    return plain;
  }

  /** The certificates that are trusted. */
  SSLContext context(@Nullable Certificates certificates) {
    return secure(certificates).context();
  }

  private Secure secure(@Nullable Certificates certificates) {
    return secure
        .computeIfAbsent(Optional.ofNullable(certificates), _ -> new Late(certificates))
        .get();
  }

  private static SSLContext contextOf(@Nullable Certificates certificates) {
    try {
      return Trust.context(certificates);
    } catch (IOException unreadable) {
      String message =
          (certificates == null ? "the system" : certificates.file())
              + ": "
              + unreadable.getMessage();
      throw new ApiException(
          new ApiFailure.Network(
              new ApiFailure.Details(
                  0, new ServiceError("CA_FILE", message, List.of(), null), "TLS")),
          unreadable);
    }
  }

  private void endIfClosed(HttpClient client) {
    if (closed) {
      client.shutdownNow();
    }
  }

  static HttpClient.Builder builder() {
    // On virtual threads: those of the default pool are as many as there are requests, and on a
    // small machine they crowd out the thread that the window is drawn by.
    return HttpClient.newBuilder()
        .connectTimeout(CONNECT_LIMIT)
        .followRedirects(HttpClient.Redirect.NEVER)
        .executor(Thread::startVirtualThread);
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (plain != null) {
      plain.shutdownNow();
    }
    secure.values().forEach(Late::close);
  }
}
