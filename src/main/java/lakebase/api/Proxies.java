package lakebase.api;

import java.io.IOException;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The proxy to a host: of the environment ({@code HTTPS_PROXY}, {@code NO_PROXY}), else the
 * system's. This machine is reached without one.
 */
final class Proxies extends ProxySelector {

  private static final List<Proxy> DIRECT = List.of(Proxy.NO_PROXY);

  private final @Nullable URI named;
  private final List<String> without;
  private final Supplier<@Nullable ProxySelector> ofSystem;

  Proxies(Map<String, String> environment, Supplier<@Nullable ProxySelector> ofSystem) {
    this.named = address(value(environment, "HTTPS_PROXY"));
    this.without =
        Arrays.stream(value(environment, "NO_PROXY").split("[,\\s]+", -1))
            .map(host -> host.toLowerCase(Locale.ROOT).replaceFirst("^\\*?\\.", ""))
            .filter(host -> !host.isEmpty())
            .toList();
    this.ofSystem = ofSystem;
  }

  @Override
  public List<Proxy> select(URI uri) {
    String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
    if (host.isEmpty() || BaseUri.isLoopback(host)) {
      return DIRECT;
    }
    if (named != null) {
      return isExcepted(host)
          ? DIRECT
          : List.of(
              new Proxy(
                  Proxy.Type.HTTP,
                  InetSocketAddress.createUnresolved(named.getHost(), port(named))));
    }
    ProxySelector system = ofSystem.get();
    return system == null ? DIRECT : system.select(uri);
  }

  /** The proxy to that host, for example {@code proxy.corp:3128}; empty without one. */
  Optional<InetSocketAddress> to(URI uri) {
    return select(uri).stream()
        .filter(proxy -> proxy.type() == Proxy.Type.HTTP)
        .map(Proxy::address)
        .filter(InetSocketAddress.class::isInstance)
        .map(InetSocketAddress.class::cast)
        .findFirst();
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException failure) {
    ProxySelector system = named == null ? ofSystem.get() : null;
    if (system != null) {
      system.connectFailed(uri, address, failure);
    }
  }

  /** Signs in to the proxy as the environment's address of it says. */
  Authenticator authenticator() {
    return new Authenticator() {
      @Override
      protected @Nullable PasswordAuthentication getPasswordAuthentication() {
        URI proxy = named;
        String user = proxy == null ? null : proxy.getRawUserInfo();
        if (proxy == null
            || user == null
            || getRequestorType() != RequestorType.PROXY
            || !proxy.getHost().equalsIgnoreCase(getRequestingHost())) {
          return null;
        }
        String[] parts = user.split(":", 2);
        String password = parts.length == 2 ? decoded(parts[1]) : "";
        return new PasswordAuthentication(decoded(parts[0]), password.toCharArray());
      }
    };
  }

  /** The same, as the value of a header; empty where the environment names no user. */
  Optional<String> signIn() {
    String user = named == null ? null : named.getRawUserInfo();
    return Optional.ofNullable(user)
        .map(raw -> decoded(raw).getBytes(StandardCharsets.UTF_8))
        .map(Base64.getEncoder()::encodeToString);
  }

  private boolean isExcepted(String host) {
    return without.stream()
        .anyMatch(no -> no.equals("*") || host.equals(no) || host.endsWith("." + no));
  }

  private static int port(URI proxy) {
    int fallback = "https".equalsIgnoreCase(proxy.getScheme()) ? 443 : 80;
    return proxy.getPort() < 0 ? fallback : proxy.getPort();
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static @Nullable URI address(String text) {
    try {
      URI uri = URI.create(text.contains("://") ? text : "http://" + text);
      return uri.getHost() == null ? null : uri;
    } catch (IllegalArgumentException none) {
      return null;
    }
  }

  private static String value(Map<String, String> environment, String name) {
    String upper = environment.getOrDefault(name, "");
    return upper.isEmpty() ? environment.getOrDefault(name.toLowerCase(Locale.ROOT), "") : upper;
  }
}
