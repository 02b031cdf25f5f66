package lakebase.model;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint to be created (contract §2.3). What is absent is left to the project's defaults.
 *
 * @param name the name it will have; its id is held to the pattern of new ids
 * @param type whether it takes writes
 * @param size between which sizes it scales
 * @param suspension when it scales to zero
 * @param group how many computes serve it
 * @param pgSettings Postgres settings by name
 * @param disabled whether it starts suspended
 * @param replaceExisting whether an existing endpoint of that name is changed to this draft
 */
public record EndpointDraft(
    EndpointName name,
    EndpointType type,
    @Nullable SizeRange size,
    @Nullable Suspension suspension,
    @Nullable EndpointGroup group,
    Map<String, String> pgSettings,
    boolean disabled,
    boolean replaceExisting)
    implements Draft {

  public EndpointDraft {
    ResourceId.forCreation(name.id().value());
    pgSettings = java.util.Collections.unmodifiableMap(new TreeMap<>(pgSettings));
  }

  /** A read-only compute with the project's defaults. */
  public static EndpointDraft readOnly(EndpointName name) {
    return new EndpointDraft(
        name, EndpointType.READ_ONLY, null, null, null, Map.of(), false, false);
  }

  @Override
  public ResourceKind kind() {
    return ResourceKind.ENDPOINT;
  }

  @Override
  public ResourceName subject() {
    return name;
  }
}
