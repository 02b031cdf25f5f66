package lakebase.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a database credential (contract §6.1).
 *
 * @param endpoint the compute that it is for
 * @param ttl how long it is accepted, 5–60 minutes; absent: an hour
 * @param group the group whose role it is for, by its name in Postgres; absent: the caller's own
 */
public record CredentialRequest(
    EndpointName endpoint, @Nullable Duration ttl, @Nullable String group) {

  /** The shortest life that the service accepts. */
  public static final Duration SHORTEST = Duration.ofMinutes(5);

  /** The longest life that the service accepts, and the default. */
  public static final Duration LONGEST = Duration.ofHours(1);

  /** For the caller's own role. */
  public CredentialRequest(EndpointName endpoint, @Nullable Duration ttl) {
    this(endpoint, ttl, null);
  }
}
