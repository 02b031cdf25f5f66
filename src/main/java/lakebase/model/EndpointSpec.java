package lakebase.model;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What can be changed of an endpoint (contract §2.3, §2.8).
 *
 * @param size between which sizes it scales; absent when the service gave none
 * @param suspension when it scales to zero
 * @param disabled whether it is suspended and not woken by connections
 * @param group how many computes serve it; absent when the service gave none
 * @param pgSettings Postgres settings by name, sorted
 */
public record EndpointSpec(
    @Nullable SizeRange size,
    Suspension suspension,
    boolean disabled,
    @Nullable EndpointGroup group,
    Map<String, String> pgSettings)
    implements Spec {

  public EndpointSpec {
    pgSettings = Collections.unmodifiableMap(new TreeMap<>(pgSettings));
  }

  /** The same with another size. */
  public EndpointSpec withSize(@Nullable SizeRange value) {
    return new EndpointSpec(value, suspension, disabled, group, pgSettings);
  }

  /** The same with another suspension. */
  public EndpointSpec withSuspension(Suspension value) {
    return new EndpointSpec(size, value, disabled, group, pgSettings);
  }

  /** The same, disabled or not. */
  public EndpointSpec withDisabled(boolean value) {
    return new EndpointSpec(size, suspension, value, group, pgSettings);
  }

  /** The same with another number of computes. */
  public EndpointSpec withGroup(@Nullable EndpointGroup value) {
    return new EndpointSpec(size, suspension, disabled, value, pgSettings);
  }

  /** The same with other Postgres settings. */
  public EndpointSpec withPgSettings(Map<String, String> value) {
    return new EndpointSpec(size, suspension, disabled, group, value);
  }
}
