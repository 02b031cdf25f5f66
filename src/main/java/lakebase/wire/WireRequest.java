package lakebase.wire;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request to the service before it has a host and headers (contract §1.1).
 *
 * @param method the HTTP method
 * @param path from the host's root, needs no escaping
 * @param query unescaped, in the order in which it is sent
 * @param body JSON text; absent where none is sent
 */
public record WireRequest(
    String method, String path, Map<String, String> query, @Nullable String body) {

  /** What the paths of the Postgres API start with. */
  public static final String POSTGRES = "/api/2.0/postgres/";

  /** What the paths of a project's permissions start with. */
  public static final String PERMISSIONS = "/api/2.0/permissions/database-projects/";

  /** The path of the caller's own account. */
  public static final String ME = "/api/2.0/preview/scim/v2/Me";

  public WireRequest {
    query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
  }
}
