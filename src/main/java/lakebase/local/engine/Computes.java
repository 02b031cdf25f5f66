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
    Endpoint endpoint =
        new Endpoint(
            name,
            Metadata.created(Uids.endpoint(), editor.now()),
            spec,
            new Endpoint.Facts(
                type, EndpointState.INIT, EndpointState.ACTIVE, EndpointHosts.NONE, null),
            UnknownFields.NONE);
    editor.put(endpoint);
    return endpoint;
  }

  /** Where the endpoint is going while it is being changed. */
  static @Nullable EndpointState pendingOf(EndpointSpec after) {
    return after.disabled() ? EndpointState.IDLE : EndpointState.ACTIVE;
  }

  /** Brings an endpoint that was made or changed to the state that its values ask for. */
  Endpoint settleInto(ResourceEditor editor, Endpoint endpoint) {
    boolean runs = !endpoint.spec().disabled() && mayRun(editor, endpoint);
    EndpointState state = runs ? EndpointState.ACTIVE : EndpointState.IDLE;
    boolean lingers = !core.pace().settling().isZero();
    String uid = String.valueOf(endpoint.metadata().uid());
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
    String name = endpoint.name().toString();
    if (lingers) {
      Instant due = editor.now().plus(core.pace().settling());
      Agenda.add(editor.writing(), due, Chore.SETTLE, name);
    }
    if (runs && endpoint.spec().suspension() instanceof Suspension.After(Duration timeout)) {
      Agenda.add(editor.writing(), editor.now().plus(timeout), Chore.SUSPEND, name);
    }
    return settled;
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
  private boolean mayRun(ResourceEditor editor, Endpoint endpoint) {
    if (endpoint.facts().state().equals(EndpointState.ACTIVE)) {
      return true;
    }
    BranchName branch = endpoint.name().branch();
    if (editor.branch(branch).facts().isDefault()) {
      return true;
    }
    String unlimited = String.valueOf(editor.project(branch.project()).spec().defaultBranch());
    int[] running = {0};
    editor
        .reading()
        .scan(
            Shelf.ENDPOINTS,
            branch.project() + "/",
            "",
            entry -> {
              boolean counts = !entry.getKey().startsWith(unlimited + "/");
              Endpoint other = EndpointJson.read(Json.parse(entry.getValue()));
              boolean runs = other.facts().state().equals(EndpointState.ACTIVE);
              running[0] += counts && runs ? 1 : 0;
              return running[0] < core.limits().activeComputes();
            });
    return running[0] < core.limits().activeComputes();
  }

  /** The endpoint, also of a soft-deleted branch. */
  private static Endpoint stored(Resources resources, EndpointName name) {
    String json = resources.reading().get(Shelf.ENDPOINTS, name.toString());
    return EndpointJson.read(Json.parse(String.valueOf(json)));
  }
}
