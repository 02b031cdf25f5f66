package lakebase.local.identity;

import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * A program asks to act for the person (OAuth authorization code with PKCE, contract §9.4).
 *
 * @param clientId which program
 * @param redirectUri where the code goes; on this machine
 * @param state given back as it came
 * @param codeChallenge the S256 challenge
 * @param offline whether a refresh token is wanted
 */
public record AuthorizationRequest(
    String clientId, String redirectUri, String state, String codeChallenge, boolean offline) {

  private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");

  /** Whether codes may be sent there: to this machine only. */
  public static boolean isLoopback(String redirectUri) {
    try {
      URI uri = URI.create(redirectUri);
      String host = uri.getHost();
      return "http".equalsIgnoreCase(uri.getScheme())
          && host != null
          && uri.getUserInfo() == null
          && uri.getFragment() == null
          && LOOPBACK.contains(host.toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException notAUri) {
      return false;
    }
  }
}
