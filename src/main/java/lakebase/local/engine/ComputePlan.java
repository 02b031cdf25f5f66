package lakebase.local.engine;

import lakebase.model.EndpointHosts;
import lakebase.model.EndpointName;
import lakebase.model.EndpointSpec;
import lakebase.model.EndpointType;

/**
 * What the data plane has to know of an endpoint.
 *
 * @param name its name
 * @param uid names its servers for as long as it exists
 * @param branch where its data is
 * @param type whether it takes writes
 * @param spec size, suspension, group and settings as they shall be
 * @param hosts where it takes connections
 */
public record ComputePlan(
    EndpointName name,
    String uid,
    BranchPlan branch,
    EndpointType type,
    EndpointSpec spec,
    EndpointHosts hosts) {}
