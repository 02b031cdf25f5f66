package lakebase.api;

import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private final Map<Optional<Certificates>, Secure> secure = new HashMap<>();
  private @Nullable HttpClient plain;
  private boolean closed;

  private record Secure(HttpClient client, SSLContext context) {}

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
  synchronized HttpClient reaching(URI address, @Nullable Certificates certificates) {
    if ("http".equals(address.getScheme())) {
      if (plain == null) {
        plain = builder().build();
        endIfClosed(plain);
      }
      return plain;
    }
    return secure(certificates).client();
  }

  /** The certificates that are trusted. */
  synchronized SSLContext context(@Nullable Certificates certificates) {
    return secure(certificates).context();
  }

  private Secure secure(@Nullable Certificates certificates) {
    Optional<Certificates> key = Optional.ofNullable(certificates);
    Secure known = secure.get(key);
    if (known == null) {
      SSLContext context = contextOf(certificates);
      HttpClient client =
          builder()
              .sslContext(context)
              .proxy(proxies)
              .authenticator(proxies.authenticator())
              .build();
      known = new Secure(client, context);
      secure.put(key, known);
      endIfClosed(client);
    }
    return known;
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
    secure.values().forEach(one -> one.client().shutdownNow());
  }
}
