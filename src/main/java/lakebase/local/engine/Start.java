package lakebase.local.engine;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lakebase.local.store.Shelf;
import lakebase.model.Endpoint;
import lakebase.model.EndpointHosts;
import lakebase.model.EndpointName;
import lakebase.model.EndpointState;
import lakebase.model.Suspension;

/** Makes control and data plane agree when the workspace starts: at first nothing runs. */
final class Start {

  private final Core core;
  private final Workers workers;
  private final Wakings wakings;

  Start(Core core, Workers workers, Wakings wakings) {
    this.core = core;
    this.workers = workers;
    this.wakings = wakings;
  }

  /** Has the data plane take up what the ledger holds, and says so of every endpoint. */
  void takeUp() throws IOException {
    if (!core.dataPlane().isReal()) {
      return;
    }
    List<BranchPlan> branches = core.read(Plans::branches);
    List<ComputePlan> computes = core.read(Plans::computes);
    Map<String, EndpointHosts> moved;
    try {
      moved = core.dataPlane().open(branches, computes, wakings);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the start was interrupted");
    }
    core.change(editor -> {
      for (EndpointName name : endpoints(editor)) {
        Endpoint endpoint = Computes.stored(editor, name);
        Endpoint now = asleep(endpoint, moved);
        if (!now.equals(endpoint)) {
          editor.put(now);
        }
      }
      return true;
    });
  }

  /** Starts what never sleeps; each in its own time. */
  void startUnsuspended() {
    if (!core.dataPlane().isReal()) {
      return;
    }
    for (ComputePlan compute : core.read(Plans::computes)) {
      if (compute.spec().suspension() instanceof Suspension.Never && !compute.spec().disabled()) {
        workers.run(
            "start of " + compute.name(),
            () -> {
              wakings.waking(compute.name());
              core.dataPlane().start(compute.uid());
              wakings.active(compute.name());
            });
      }
    }
  }

  private static Endpoint asleep(Endpoint endpoint, Map<String, EndpointHosts> moved) {
    Endpoint.Facts facts = endpoint.facts();
    boolean ran = facts.state().equals(EndpointState.ACTIVE);
    return endpoint.withFacts(
        new Endpoint.Facts(
            facts.type(),
            ran ? EndpointState.IDLE : facts.state(),
            ran ? null : facts.pendingState(),
            moved.getOrDefault(Plans.uid(endpoint), facts.hosts()),
            facts.lastActiveTime()));
  }

  private static List<EndpointName> endpoints(Resources resources) {
    List<EndpointName> names = new ArrayList<>();
    resources
        .reading()
        .scan(Shelf.ENDPOINTS, "", "", entry -> names.add(EndpointName.parse(entry.getKey())));
    return names;
  }
}
