package lakebase.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an endpoint does at the moment it is asked.
 *
 * @param instances its servers, in the service's order; empty while it sleeps
 * @param connections clients connected now; told by the local workspace only
 * @param wakeUps how often a connection woke it; told by the local workspace only
 */
public record ComputeActivity(
    List<ComputeInstance> instances, @Nullable Integer connections, @Nullable Long wakeUps) {

  public ComputeActivity {
    instances = List.copyOf(instances);
  }
}
