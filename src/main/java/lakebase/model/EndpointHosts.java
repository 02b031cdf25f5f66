package lakebase.model;

import org.jspecify.annotations.Nullable;

/**
 * Where an endpoint takes connections (contract §2.3).
 *
 * @param host the endpoint itself
 * @param readOnlyHost its readable secondaries, or a read-only endpoint itself
 * @param readWritePooledHost the pooler before the primary
 * @param readOnlyPooledHost the pooler before what can be read
 */
public record EndpointHosts(
    @Nullable String host,
    @Nullable String readOnlyHost,
    @Nullable String readWritePooledHost,
    @Nullable String readOnlyPooledHost) {

  /** No host known. */
  public static final EndpointHosts NONE = new EndpointHosts(null, null, null, null);
}
