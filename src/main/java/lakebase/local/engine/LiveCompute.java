package lakebase.local.engine;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an endpoint is doing now.
 *
 * @param connections clients connected through its hosts
 * @param wakeUps how often a connection has started it since the workspace started
 * @param lastActive when it was last connected to or used
 * @param instances its running servers, the primary first; none while it sleeps
 */
public record LiveCompute(
    int connections, long wakeUps, @Nullable Instant lastActive, List<Instance> instances) {

  /** What a server is in its endpoint. */
  public enum Part {
    /** Takes writes. */
    READ_WRITE,
    /** The server of a read-only endpoint. */
    READ_ONLY,
    /** A secondary of a group. */
    HOT_STANDBY
  }

  /**
   * A running server.
   *
   * @param id names it within its endpoint
   * @param part what it is there
   * @param pid its process
   * @param started since when it runs
   * @param lagBytes how much of the primary's log it has not replayed; null on a primary
   */
  public record Instance(
      String id, Part part, long pid, Instant started, @Nullable Long lagBytes) {}

  public LiveCompute {
    instances = List.copyOf(instances);
  }
}
