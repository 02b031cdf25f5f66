package lakebase.local.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import lakebase.local.engine.Caller;

/**
 * Sign-ins in the browser that are under way (OAuth authorization code with PKCE). Held in memory:
 * whoever is asked when the workspace stops asks again. Any thread.
 *
 * <p>Being on this machine is not enough to approve: other people may be on it as well. Approving
 * needs the workspace's token, once for each browser session.
 */
public final class Approvals {

  private static final Duration TO_DECIDE = Duration.ofMinutes(10);
  private static final Duration TO_REDEEM = Duration.ofMinutes(1);
  private static final int MOST = 1_000;

  private final InstantSource clock;
  private final Map<String, Waiting<AuthorizationRequest>> asked = new ConcurrentHashMap<>();
  private final Map<String, Waiting<Approved>> approved = new ConcurrentHashMap<>();
  private final Set<String> browsers = ConcurrentHashMap.newKeySet();

  private record Waiting<T>(T what, Instant until) {}

  private record Approved(AuthorizationRequest request, Caller caller) {}

  /** Nothing is under way yet. */
  public Approvals(InstantSource clock) {
    this.clock = clock;
  }

  /** Notes a request; gives the number that only the page shown for it knows. */
  public String ask(AuthorizationRequest request) {
    return put(asked, request, TO_DECIDE);
  }

  /** Takes the request of that number: it can be decided once. */
  public Optional<AuthorizationRequest> take(String nonce) {
    return Optional.ofNullable(asked.remove(nonce)).filter(this::isLive).map(Waiting::what);
  }

  /** The code to send back for an approved request. */
  public String approve(AuthorizationRequest request, Caller caller) {
    return put(approved, new Approved(request, caller), TO_REDEEM);
  }

  /** Trades a code for whom it speaks for; a code can be tried once. */
  public Optional<Redeemed> redeem(
      String code, String clientId, String redirectUri, String codeVerifier) {
    return Optional.ofNullable(approved.remove(code))
        .filter(this::isLive)
        .map(Waiting::what)
        .filter(known -> known.request().clientId().equals(clientId))
        .filter(known -> known.request().redirectUri().equals(redirectUri))
        .filter(known ->
            Hashes.same(known.request().codeChallenge(), Hashes.sha256Base64Url(codeVerifier)))
        .map(known -> new Redeemed(known.caller(), known.request().offline()));
  }

  /**
   * What a code is worth.
   *
   * @param caller whom the tokens speak for
   * @param refreshable whether a refresh token was asked for
   */
  public record Redeemed(Caller caller, boolean refreshable) {}

  /** Remembers a browser whose person has shown the token; gives its cookie. */
  public String rememberBrowser() {
    String cookie = Hashes.random();
    browsers.add(Hashes.sha256Hex(cookie));
    return cookie;
  }

  /** Whether that cookie is a remembered browser's. */
  public boolean knowsBrowser(String cookie) {
    return browsers.contains(Hashes.sha256Hex(cookie));
  }

  private <T> String put(Map<String, Waiting<T>> map, T what, Duration life) {
    map.values().removeIf(waiting -> !isLive(waiting));
    if (map.size() >= MOST) {
      // Somebody asks without end; the oldest requests make room.
      map.keySet().removeAll(new HashSet<>(map.keySet().stream().limit(MOST / 2).toList()));
    }
    String key = Hashes.random();
    map.put(key, new Waiting<>(what, clock.instant().plus(life)));
    return key;
  }

  private boolean isLive(Waiting<?> waiting) {
    return waiting.until().isAfter(clock.instant());
  }
}
