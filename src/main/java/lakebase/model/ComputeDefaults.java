package lakebase.model;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The settings that a project gives to new computes (contract §2.1, {@code
 * ProjectDefaultEndpointSettings}).
 *
 * @param size the size range; absent when the service gave none
 * @param suspension when new computes scale to zero
 * @param pgSettings Postgres settings by name, sorted
 */
public record ComputeDefaults(
    @Nullable SizeRange size, Suspension suspension, Map<String, String> pgSettings) {

  public ComputeDefaults {
    pgSettings = Collections.unmodifiableMap(new TreeMap<>(pgSettings));
  }

  /** The same with another size. */
  public ComputeDefaults withSize(@Nullable SizeRange newSize) {
    return new ComputeDefaults(newSize, suspension, pgSettings);
  }

  /** The same with another suspension. */
  public ComputeDefaults withSuspension(Suspension newSuspension) {
    return new ComputeDefaults(size, newSuspension, pgSettings);
  }

  /** The same with other Postgres settings. */
  public ComputeDefaults withPgSettings(Map<String, String> newSettings) {
    return new ComputeDefaults(size, suspension, newSettings);
  }
}
