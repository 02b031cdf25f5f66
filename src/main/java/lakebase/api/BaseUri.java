package lakebase.api;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The address of a workspace. */
public final class BaseUri {

  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1\\]|\\[(0:){7}1\\]");

  private BaseUri() {}

  /**
   * The address that a person typed: scheme and host, {@code https} where they left it out; empty
   * when it is none that a token may be sent to.
   */
  public static Optional<URI> typed(String text) {
    String stripped = text.strip();
    try {
      return stripped.isEmpty() || stripped.matches(".*\\s.*")
          ? Optional.empty()
          : Optional.of(
              checked(URI.create(stripped.contains("://") ? stripped : "https://" + stripped)));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  /**
   * Scheme and authority of the address.
   *
   * @throws IllegalArgumentException when a token must not be sent there
   */
  static URI checked(URI address) {
    String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
    String host = address.getHost();
    if (host == null || !(scheme.equals("https") || scheme.equals("http"))) {
      throw new IllegalArgumentException("a workspace's address is https://HOST");
    }
    if (address.getUserInfo() != null) {
      throw new IllegalArgumentException("a workspace's address holds no user and no password");
    }
    if (scheme.equals("http") && !isLoopback(host)) {
      throw new IllegalArgumentException(
          "http:// is for this machine only; write https://" + host + " instead");
    }
    String port = address.getPort() < 0 ? "" : ":" + address.getPort();
    return URI.create(scheme + "://" + host + port);
  }

  static boolean isLoopback(String host) {
    return LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches();
  }
}
