package lakebase.local.engine;

import java.time.Duration;
import java.time.Instant;
import lakebase.local.store.Shelf;
import lakebase.model.BranchName;
import lakebase.model.ComputeDefaults;
import lakebase.model.Endpoint;
import lakebase.model.EndpointGroup;
import lakebase.model.EndpointHosts;
import lakebase.model.EndpointName;
import lakebase.model.EndpointSpec;
import lakebase.model.EndpointState;
import lakebase.model.EndpointType;
import lakebase.model.Metadata;
import lakebase.model.Suspension;
import lakebase.model.UnknownFields;
import lakebase.wire.EndpointJson;
import lakebase.wire.Json;
import org.jspecify.annotations.Nullable;

/** How endpoints come to be and move between their states (contract §7). */
final class Computes {

  private final Core core;

  Computes(Core core) {
    this.core = core;
  }

  /** The values of an endpoint that takes everything from the project's defaults. */
  static EndpointSpec specOf(ComputeDefaults defaults) {
    return new EndpointSpec(
        defaults.size(), defaults.suspension(), false, EndpointGroup.SINGLE, defaults.pgSettings());
  }

  static EndpointGroup groupOf(EndpointSpec spec) {
    return spec.group() == null ? EndpointGroup.SINGLE : spec.group();
  }

  /** Makes an endpoint that is still starting. */
  Endpoint create(ResourceEditor editor, EndpointName name, EndpointType type, EndpointSpec spec) {
    String uid = Uids.endpoint();
    EndpointHosts hosts = core.dataPlane().hosts(uid, type, groupOf(spec));
    Endpoint endpoint =
        new Endpoint(
            name,
            Metadata.created(uid, editor.now()),
            spec,
            new Endpoint.Facts(type, EndpointState.INIT, EndpointState.ACTIVE, hosts, null),
            UnknownFields.NONE);
    editor.put(endpoint);
    return endpoint;
  }

  /** The endpoint with the hosts that it has now: its former ones may have been taken meanwhile. */
  Endpoint atItsHosts(Endpoint endpoint) {
    Endpoint.Facts facts = endpoint.facts();
    EndpointGroup group = groupOf(endpoint.spec());
    return endpoint.withFacts(
        new Endpoint.Facts(
            facts.type(),
            facts.state(),
            facts.pendingState(),
            core.dataPlane().hosts(Plans.uid(endpoint), facts.type(), group),
            facts.lastActiveTime()));
  }

  /** Where the endpoint is going while it is being changed. */
  static @Nullable EndpointState pendingOf(EndpointSpec after) {
    return after.disabled() ? EndpointState.IDLE : EndpointState.ACTIVE;
  }

  /** Brings an endpoint that was made or changed to the state that its values ask for. */
  Endpoint settleInto(ResourceEditor editor, Endpoint endpoint) {
    boolean runs = runs(editor, endpoint);
    EndpointState state = runs ? EndpointState.ACTIVE : EndpointState.IDLE;
    boolean lingers = !core.pace().settling().isZero();
    String uid = Plans.uid(endpoint);
    EndpointType type = endpoint.facts().type();
    Endpoint settled =
        endpoint.withFacts(
            new Endpoint.Facts(
                type,
                state,
                lingers ? state : null,
                core.dataPlane().hosts(uid, type, groupOf(endpoint.spec())),
                runs ? editor.now() : endpoint.facts().lastActiveTime()));
    editor.put(settled);
    if (lingers) {
      Instant due = editor.now().plus(core.pace().settling());
      Agenda.add(editor.writing(), due, Chore.SETTLE, endpoint.name().toString());
    }
    if (runs) {
      suspendLater(editor, endpoint, editor.now());
    }
    return settled;
  }

  /** Whether the endpoint runs: a fact where it is real, else what its values ask for. */
  private boolean runs(ResourceEditor editor, Endpoint endpoint) {
    return core.dataPlane().isReal() ? hasServers(endpoint) : isToRun(editor, endpoint);
  }

  private boolean hasServers(Endpoint endpoint) {
    return core.dataPlane()
        .live(Plans.uid(endpoint))
        .map(live -> !live.instances().isEmpty())
        .orElse(false);
  }

  /** The state of an endpoint that could not be changed: a fact where it is real. */
  EndpointState stateOf(Endpoint endpoint) {
    if (!core.dataPlane().isReal()) {
      return endpoint.facts().state();
    }
    return hasServers(endpoint) ? EndpointState.ACTIVE : EndpointState.IDLE;
  }

  /** Whether an endpoint that is made or changed is started. */
  boolean isToRun(Resources resources, Endpoint endpoint) {
    return !endpoint.spec().disabled() && mayRun(resources, endpoint);
  }

  /** Looks whether it can be suspended once its timeout has passed since it was last used. */
  static void suspendLater(ResourceEditor editor, Endpoint endpoint, Instant lastUse) {
    if (endpoint.spec().suspension() instanceof Suspension.After(Duration timeout)) {
      Instant due = lastUse.plus(timeout);
      Agenda.add(editor.writing(), due, Chore.SUSPEND, endpoint.name().toString());
    }
  }

  /** Takes the pending state off, unless another operation has begun meanwhile. */
  static void settle(ResourceEditor editor, EndpointName name) {
    if (editor.exists(name) && !editor.isBusy(name)) {
      Endpoint endpoint = stored(editor, name);
      editor.put(endpoint.withFacts(endpoint.facts().withState(endpoint.facts().state(), null)));
    }
  }

  /** Scales an endpoint to zero that has not been used for as long as its values say. */
  static void suspendIfUnused(ResourceEditor editor, EndpointName name) {
    if (!editor.exists(name) || editor.isBusy(name)) {
      return;
    }
    Endpoint endpoint = stored(editor, name);
    Endpoint.Facts facts = endpoint.facts();
    if (facts.state().equals(EndpointState.ACTIVE)
        && facts.lastActiveTime() != null
        && endpoint.spec().suspension() instanceof Suspension.After(Duration timeout)
        && !facts.lastActiveTime().plus(timeout).isAfter(editor.now())) {
      editor.put(endpoint.withFacts(facts.withState(EndpointState.IDLE, facts.pendingState())));
    }
  }

  /** Whether another compute may run in the project (contract §8.1): the excess stays suspended. */
  boolean mayRun(Resources resources, Endpoint endpoint) {
    if (endpoint.facts().state().equals(EndpointState.ACTIVE)) {
      return true;
    }
    BranchName branch = endpoint.name().branch();
    if (resources.branch(branch).facts().isDefault()) {
      return true;
    }
    String unlimited = String.valueOf(resources.project(branch.project()).spec().defaultBranch());
    int[] running = {0};
    resources
        .reading()
        .scan(
            Shelf.ENDPOINTS,
            branch.project() + "/",
            "",
            entry -> {
              boolean counts =
                  !entry.getKey().startsWith(unlimited + "/")
                      && !entry.getKey().equals(endpoint.name().toString());
              Endpoint other = EndpointJson.read(Json.parse(entry.getValue()));
              running[0] += counts && runsOrWakes(other) ? 1 : 0;
              return running[0] < core.limits().activeComputes();
            });
    return running[0] < core.limits().activeComputes();
  }

  private static boolean runsOrWakes(Endpoint endpoint) {
    return endpoint.facts().state().equals(EndpointState.ACTIVE)
        || (endpoint.facts().state().equals(EndpointState.IDLE)
            && EndpointState.ACTIVE.equals(endpoint.facts().pendingState()));
  }

  /** Whether an operation is at work on the endpoint, or on what it lies in. */
  static boolean isOperatedOn(Resources resources, EndpointName name) {
    return resources.running(name.project()).stream()
        .anyMatch(operation ->
            operation.target().equals(name)
                || (name.isWithin(operation.target()) && operation.verb() != Verb.UPDATE));
  }

  /** The endpoint, also of a soft-deleted branch. */
  static Endpoint stored(Resources resources, EndpointName name) {
    String json = resources.reading().get(Shelf.ENDPOINTS, name.toString());
    return EndpointJson.read(Json.parse(String.valueOf(json)));
  }
}
