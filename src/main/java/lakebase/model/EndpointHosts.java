package lakebase.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where an endpoint takes connections (contract §2.3).
 *
 * @param host the endpoint itself
 * @param readOnlyHost its readable secondaries, or a read-only endpoint itself
 * @param readWritePooledHost the pooler before the primary
 * @param readOnlyPooledHost the pooler before what can be read
 * @param port the port of {@code host}, where it is not {@value #STANDARD_PORT} (the local
 *     workspace's, where it has no address of its own for each endpoint)
 * @param readOnlyPort likewise of {@code readOnlyHost}
 */
public record EndpointHosts(
    @Nullable String host,
    @Nullable String readOnlyHost,
    @Nullable String readWritePooledHost,
    @Nullable String readOnlyPooledHost,
    @Nullable Integer port,
    @Nullable Integer readOnlyPort) {

  /** Where PostgreSQL listens when nothing else is said. */
  public static final int STANDARD_PORT = 5432;

  /** No host known. */
  public static final EndpointHosts NONE = new EndpointHosts(null, null, null, null);

  /** Hosts on the standard port. */
  public EndpointHosts(
      @Nullable String host,
      @Nullable String readOnlyHost,
      @Nullable String readWritePooledHost,
      @Nullable String readOnlyPooledHost) {
    this(host, readOnlyHost, readWritePooledHost, readOnlyPooledHost, null, null);
  }

  /** {@link #host}, with its port where that is not the standard one. */
  public Optional<String> address() {
    return Optional.ofNullable(host).map(name -> withPort(name, port));
  }

  /** {@link #readOnlyHost}, with its port where that is not the standard one. */
  public Optional<String> readOnlyAddress() {
    return Optional.ofNullable(readOnlyHost).map(name -> withPort(name, readOnlyPort));
  }

  /** The address that clients of this endpoint use first; empty when it has none yet. */
  public Optional<String> mainAddress() {
    return address().or(this::readOnlyAddress);
  }

  private static String withPort(String name, @Nullable Integer port) {
    return port == null ? name : name + ":" + port;
  }

  /** The port of {@link #host}. */
  public int portOrStandard() {
    return port == null ? STANDARD_PORT : port;
  }

  /** The port of {@link #readOnlyHost}. */
  public int readOnlyPortOrStandard() {
    return readOnlyPort == null ? STANDARD_PORT : readOnlyPort;
  }
}
