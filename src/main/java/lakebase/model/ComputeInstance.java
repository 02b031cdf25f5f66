package lakebase.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One server of an endpoint (contract §2.3).
 *
 * @param id its id, unique in the endpoint
 * @param state the current state
 * @param role what it does for the endpoint
 * @param startTime since when it runs
 * @param processId its process on this machine; told by the local workspace only
 * @param lagBytes how much of the primary's log it has not replayed yet; told by the local
 *     workspace only, and of replicas only
 */
public record ComputeInstance(
    String id,
    EndpointState state,
    ComputeRole role,
    @Nullable Instant startTime,
    @Nullable Long processId,
    @Nullable Long lagBytes) {}
