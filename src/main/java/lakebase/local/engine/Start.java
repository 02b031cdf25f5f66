package lakebase.local.engine;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import lakebase.local.store.Shelf;
import lakebase.model.Endpoint;
import lakebase.model.EndpointHosts;
import lakebase.model.EndpointName;
import lakebase.model.EndpointState;
import lakebase.model.Suspension;

/** Makes control and data plane agree when the workspace starts: at first nothing runs. */
final class Start {

  private static final Logger LOG = Logger.getLogger(Start.class.getName());

  private static final String PROVIDED = "branches_have_data";

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
      provideOnce(branches);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the start was interrupted");
    }
    core.change(editor -> {
      for (EndpointName name : endpoints(editor)) {
        Endpoint endpoint = Computes.stored(editor, name);
        Endpoint now = asleep(endpoint, moved, Computes.isOperatedOn(editor, name));
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
        workers.run("start of " + compute.name(), () -> start(compute));
      }
    }
  }

  private void start(ComputePlan compute) throws InterruptedException {
    wakings.waking(compute.name());
    try {
      core.dataPlane().start(compute.uid());
      wakings.active(compute.name());
    } catch (DataPlaneException e) {
      wakings.idle(compute.name());
      throw e;
    }
  }

  /**
   * At the first start with a data plane, branches that were made without one begin with an empty
   * database. Never later: whose data is missing then has lost it, and must not look as if not.
   */
  private void provideOnce(List<BranchPlan> branches) throws InterruptedException {
    if (core.read(resources -> resources.reading().has(Shelf.META, PROVIDED))) {
      return;
    }
    boolean all = true;
    for (BranchPlan branch : branches) {
      all &= core.dataPlane().hasData(branch.uid()) || provide(branch);
    }
    if (all) {
      core.change(editor -> {
        editor.writing().put(Shelf.META, PROVIDED, "yes");
        return true;
      });
    }
  }

  /** One that cannot have it stays without, and its computes let nobody in. */
  private boolean provide(BranchPlan branch) throws InterruptedException {
    if (core.read(resources -> Plans.isBeingMade(resources, branch.name()))) {
      return true;
    }
    DataPlane plane = core.dataPlane();
    try {
      plane.provide(branch, core.read(resources -> Plans.catalog(resources, branch.name())));
      for (ComputePlan compute : core.read(Plans::computes)) {
        if (compute.branch().uid().equals(branch.uid())) {
          plane.apply(compute);
        }
      }
      return true;
    } catch (DataPlaneException e) {
      LOG.log(Level.WARNING, e, () -> "branch " + branch.name() + " has no data");
      return false;
    }
  }

  /** Nothing runs, and what is pending is so only by an operation that goes on. */
  private static Endpoint asleep(
      Endpoint endpoint, Map<String, EndpointHosts> moved, boolean isOperatedOn) {
    Endpoint.Facts facts = endpoint.facts();
    boolean ran = facts.state().equals(EndpointState.ACTIVE);
    return endpoint.withFacts(
        new Endpoint.Facts(
            facts.type(),
            ran ? EndpointState.IDLE : facts.state(),
            isOperatedOn ? facts.pendingState() : null,
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
