package lakebase.api;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lakebase.model.Change;
import lakebase.wire.ChangeRequests;
import lakebase.wire.Requests;
import lakebase.wire.WireRequest;
import org.jspecify.annotations.Nullable;

/**
 * One request as it is sent, but for its headers: the same value is shown to a person before and
 * put on the wire after. Holds no secret.
 *
 * @param method the HTTP method
 * @param path from the host's root, needs no escaping
 * @param query unescaped, in the order in which it is sent
 * @param body JSON text; absent where none is sent
 */
public record ApiRequest(
    Method method, String path, Map<String, String> query, @Nullable String body) {

  static final String POSTGRES = WireRequest.POSTGRES;
  static final String PERMISSIONS = WireRequest.PERMISSIONS;
  private static final String CREDENTIALS = POSTGRES + "credentials";
  private static final String WELL_KNOWN = "/.well-known/";

  /** The HTTP methods of the API. */
  public enum Method {
    GET,
    POST,
    PUT,
    PATCH,
    DELETE
  }

  public ApiRequest {
    query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
  }

  /** The request that asks for a change (contract §1.2). */
  public static ApiRequest of(Change change) {
    WireRequest request = ChangeRequests.of(change);
    return new ApiRequest(
        Method.valueOf(request.method()), request.path(), request.query(), request.body());
  }

  static ApiRequest get(String path, Map<String, String> query) {
    return new ApiRequest(Method.GET, path, query, null);
  }

  static ApiRequest post(String path, Map<String, String> query, String body) {
    return new ApiRequest(Method.POST, path, query, body);
  }

  /** Where it goes on that host. */
  public URI uri(URI base) {
    return URI.create(base.getScheme() + "://" + base.getRawAuthority() + pathAndQuery());
  }

  /** Path and escaped query. */
  public String pathAndQuery() {
    if (query.isEmpty()) {
      return path;
    }
    return query.entrySet().stream()
        .map(entry -> escape(entry.getKey()) + "=" + escape(entry.getValue()))
        .collect(Collectors.joining("&", path + "?", ""));
  }

  /** The body indented for people; empty where none is sent. */
  public Optional<String> prettyBody() {
    return Optional.ofNullable(body).map(Requests::pretty);
  }

  /** Method and path without the API's prefix, for example {@code GET projects/shop}. */
  public String summary() {
    return method + " " + (path.startsWith(POSTGRES) ? path.substring(POSTGRES.length()) : path);
  }

  /** Whether carrying it out twice does no harm; see {@link RetryPolicy}. */
  boolean isHarmless() {
    return method == Method.GET || path.equals(CREDENTIALS);
  }

  /** Whether it is sent with the bearer token; metadata of the host is asked for without. */
  boolean needsToken() {
    return !path.startsWith(WELL_KNOWN);
  }

  // Commas and slashes may stand in a query, and masks and names are read by people.
  private static String escape(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("%2C", ",")
        .replace("%2F", "/");
  }
}
