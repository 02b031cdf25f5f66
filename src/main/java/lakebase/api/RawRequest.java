package lakebase.api;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that is not one of the Postgres API: sign-in speaks to the workspace's OAuth endpoints,
 * and to those of others. It may hold secrets; its {@code toString} shows none.
 *
 * @param method the HTTP method
 * @param uri where it goes; {@code https}, or {@code http} on this machine
 * @param headers by name; those that HTTP itself sets are left out when it is sent
 * @param body absent where none is sent
 * @param followRedirects whether a redirection is followed, without credentials
 */
public record RawRequest(
    String method,
    URI uri,
    Map<String, String> headers,
    @Nullable String body,
    boolean followRedirects) {

  public RawRequest {
    headers = Map.copyOf(headers);
  }

  /** A request without a body or headers, redirections followed. */
  public static RawRequest get(URI uri) {
    return new RawRequest("GET", uri, Map.of(), null, true);
  }

  /** A form, as OAuth wants it. */
  public static RawRequest form(URI uri, String encoded) {
    return new RawRequest(
        "POST", uri, Map.of("Content-Type", "application/x-www-form-urlencoded"), encoded, false);
  }

  /** Whether it or its answer may carry a secret: everything but plain questions. */
  boolean isConfidential() {
    return body != null
        || headers.keySet().stream().anyMatch(name -> name.equalsIgnoreCase("Authorization"));
  }

  RawRequest to(URI elsewhere) {
    return new RawRequest("GET", elsewhere, Map.of(), null, followRedirects);
  }

  /** Where it goes, without the query. */
  String place() {
    return uri.getScheme() + "://" + uri.getRawAuthority() + uri.getRawPath();
  }

  @Override
  public String toString() {
    return method + " " + place();
  }
}
