package lakebase.local.postgres;

import lakebase.local.engine.ComputePlan;
import lakebase.local.proxy.Refused;
import lakebase.model.EndpointGroup;

/** Why an endpoint lets nobody in. */
final class Refusal {

  /** PostgreSQL's code for a server that takes no connections at the moment. */
  static final String CANNOT_CONNECT_NOW = "57P03";

  private Refusal() {}

  /** Refuses when the plan says that nobody is served. */
  static void ifNotServed(ComputePlan plan, boolean secondary) throws Refused {
    if (plan.spec().disabled()) {
      throw new Refused(
          CANNOT_CONNECT_NOW,
          "endpoint " + plan.name() + " is disabled; enable it to connect to it");
    }
    EndpointGroup group = plan.spec().group();
    boolean readable = group != null && group.isHighlyAvailable() && group.readableSecondaries();
    if (secondary && !readable) {
      throw new Refused(
          CANNOT_CONNECT_NOW, "endpoint " + plan.name() + " has no readable secondaries");
    }
  }

  static Refused noServer(ComputePlan plan) {
    return Refused.forNow(
        CANNOT_CONNECT_NOW, "endpoint " + plan.name() + " has no server for this just now");
  }

  static Refused notReachable() {
    return Refused.forNow(CANNOT_CONNECT_NOW, "the compute's server has just ended; try again");
  }
}
