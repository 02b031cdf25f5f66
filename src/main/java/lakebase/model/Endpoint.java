package lakebase.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint, which people call a compute, as the service reports it (contract §2.3).
 *
 * @param name its name
 * @param metadata identity and times
 * @param spec the changeable values, as the service says they are now
 * @param facts what only the service sets
 * @param unknown what this model has no word for
 */
public record Endpoint(
    EndpointName name, Metadata metadata, EndpointSpec spec, Facts facts, UnknownFields unknown)
    implements Resource {

  /**
   * What only the service sets.
   *
   * @param type whether it takes writes
   * @param state the current state
   * @param pendingState the state it is moving to, absent when settled
   * @param hosts where it takes connections
   * @param lastActiveTime when it was last used
   */
  public record Facts(
      EndpointType type,
      EndpointState state,
      @Nullable EndpointState pendingState,
      EndpointHosts hosts,
      @Nullable Instant lastActiveTime) {

    /** The same in another state, on the way to a third (null: settled). */
    public Facts withState(EndpointState now, @Nullable EndpointState pending) {
      return new Facts(type, now, pending, hosts, lastActiveTime);
    }
  }

  /** Whether it takes writes. */
  public boolean isReadWrite() {
    return facts.type.equals(EndpointType.READ_WRITE);
  }

  /** Whether the service is not at work on it. */
  public boolean isSettled() {
    return facts.pendingState == null;
  }

  /** The same with other changeable values. */
  public Endpoint withSpec(EndpointSpec newSpec) {
    return new Endpoint(name, metadata, newSpec, facts, unknown);
  }

  /** The same with other metadata. */
  public Endpoint withMetadata(Metadata newMetadata) {
    return new Endpoint(name, newMetadata, spec, facts, unknown);
  }

  /** The same with other facts. */
  public Endpoint withFacts(Facts newFacts) {
    return new Endpoint(name, metadata, spec, newFacts, unknown);
  }
}
