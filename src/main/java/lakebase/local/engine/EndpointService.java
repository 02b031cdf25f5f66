package lakebase.local.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import lakebase.model.BranchName;
import lakebase.model.Endpoint;
import lakebase.model.EndpointName;
import lakebase.model.EndpointSpec;
import lakebase.model.EndpointState;
import lakebase.model.EndpointType;
import lakebase.model.ResourceKind;
import lakebase.wire.EndpointJson;
import org.jspecify.annotations.Nullable;

/** Endpoints: creation, update, deletion (contract §2.3, §3, §7). */
public final class EndpointService implements Finisher {

  private static final int SHORTEST_ID = 3;

  private final Core core;
  private final Computes computes;

  EndpointService(Core core, Computes computes) {
    this.core = core;
    this.computes = computes;
  }

  /** Makes an endpoint, or with {@code replaceExisting} changes the one there is. */
  public ObjectNode create(
      BranchName branch, String endpointId, boolean replaceExisting, Body body) {
    EndpointName name = branch.endpoint(NewId.required("endpoint_id", endpointId, SHORTEST_ID));
    checkSettings(branch, body);
    return core.change(editor -> {
      editor.requireLive(branch);
      EndpointType type = type(body);
      if (!editor.exists(name)) {
        createNew(editor, name, type, body);
        return accept(editor, RunningOperation.of(Verb.CREATE, name));
      }
      if (!replaceExisting) {
        throw Refusals.exists(ResourceKind.ENDPOINT);
      }
      if (!editor.endpoint(name).facts().type().equals(type)) {
        throw Refusals.invalid("Field 'endpoint.spec.endpoint_type' cannot be changed.");
      }
      return change(editor, name, body, Mask.EVERYTHING);
    });
  }

  /** Changes the masked fields. */
  public ObjectNode update(EndpointName name, String updateMask, Body body) {
    Mask mask = Mask.read(MaskSchema.ENDPOINT, updateMask, body);
    checkSettings(name.branch(), body);
    return core.change(editor -> {
      editor.requireLive(name);
      return change(editor, name, body, mask);
    });
  }

  /** Deletes a read-only endpoint. */
  public ObjectNode delete(EndpointName name) {
    return core.change(editor -> {
      editor.requireLive(name);
      Endpoint endpoint = editor.endpoint(name);
      if (endpoint.isReadWrite()) {
        throw Refusals.readWriteEndpoint(name);
      }
      if (editor.branch(name.branch()).spec().isProtected()) {
        throw Refusals.badRequest("cannot delete endpoint of protected branch");
      }
      if (!endpoint.isSettled()) {
        throw Refusals.reconciling();
      }
      Conflicts.check(editor, Verb.DELETE, name);
      return accept(editor, RunningOperation.delete(name, false, null));
    });
  }

  @Override
  public Work work(Resources resources, RunningOperation operation) {
    EndpointName name = (EndpointName) operation.target();
    if (operation.verb() == Verb.DELETE) {
      Plans.Rest rest = Plans.rest(resources, name.project(), name, true);
      return Works.retain(name.project(), rest);
    }
    Endpoint stored = Computes.stored(resources, name);
    ComputePlan now = Plans.compute(resources, stored);
    if (operation.verb() != Verb.UPDATE) {
      return Works.serve(now, computes.isToRun(resources, stored));
    }
    Endpoint after = stored.withSpec(EndpointJson.read(operation.requireAfter()).spec());
    boolean run = computes.isToRun(resources, after);
    return Works.change(now, Plans.compute(resources, after), run);
  }

  @Override
  public ObjectNode finish(
      ResourceEditor editor, RunningOperation operation, @Nullable Point taken) {
    EndpointName name = (EndpointName) operation.target();
    return switch (operation.verb()) {
      case CREATE -> EndpointJson.write(computes.settleInto(editor, editor.endpoint(name)));
      case UPDATE -> {
        Endpoint old = editor.endpoint(name);
        EndpointSpec spec = EndpointJson.read(operation.requireAfter()).spec();
        yield EndpointJson.write(
            computes.settleInto(
                editor, old.withSpec(spec).withMetadata(old.metadata().updated(editor.now()))));
      }
      case DELETE, UNDELETE -> {
        editor.removeTree(name);
        yield Operations.empty();
      }
    };
  }

  @Override
  public void undo(ResourceEditor editor, RunningOperation operation) {
    EndpointName name = (EndpointName) operation.target();
    if (operation.verb() == Verb.CREATE) {
      editor.removeTree(name);
    } else if (editor.exists(name)) {
      Endpoint endpoint = editor.endpoint(name);
      EndpointState state = computes.stateOf(endpoint);
      editor.put(endpoint.withFacts(endpoint.facts().withState(state, null)));
    }
  }

  /** PostgreSQL itself says which settings it takes; what does not exist is refused later. */
  private void checkSettings(BranchName branch, Body body) {
    Map<String, String> settings = body.object("spec").object("settings").textMap("pg_settings");
    if (settings.isEmpty() || !core.dataPlane().isReal()) {
      return;
    }
    BranchPlan plan =
        core.read(resources -> {
          resources.requireLive(branch);
          return Plans.branch(resources, branch);
        });
    core.checkSettings(plan.pgVersion(), settings);
  }

  private void createNew(ResourceEditor editor, EndpointName name, EndpointType type, Body body) {
    BranchName branch = name.branch();
    if (type.equals(EndpointType.READ_WRITE)
        && editor.endpoints(branch).stream().anyMatch(Endpoint::isReadWrite)) {
      throw Refusals.badRequest("read_write endpoint already exists");
    }
    Conflicts.check(editor, Verb.CREATE, name);
    int replicas = editor.count(branch, ResourceKind.ENDPOINT) - 1;
    Limits.check(replicas, core.limits().readReplicas(), "read-only endpoints of a branch");
    EndpointSpec defaults =
        Computes.specOf(editor.project(branch.project()).spec().computeDefaults());
    Body spec = body.object("spec");
    EndpointSpec sized =
        defaults
            .withSize(ComputeBody.sizeOfNew(defaults.size(), spec))
            .withSuspension(ComputeBody.suspension(spec, defaults.suspension()));
    Mask rest = new Mask(java.util.Set.of("spec.disabled", "spec.group", "spec.settings"));
    computes.create(editor, name, type, EndpointPatch.apply(sized, body, rest));
  }

  private ObjectNode change(ResourceEditor editor, EndpointName name, Body body, Mask mask) {
    Conflicts.check(editor, Verb.UPDATE, name);
    Endpoint old = editor.endpoint(name);
    EndpointSpec next = EndpointPatch.apply(old.spec(), body, mask);
    editor.put(old.withFacts(old.facts().withState(old.facts().state(), Computes.pendingOf(next))));
    return accept(editor, RunningOperation.update(name, EndpointJson.write(old.withSpec(next))));
  }

  private static EndpointType type(Body body) {
    String text = body.object("spec").textOrEmpty("endpoint_type");
    if (text.isEmpty() || text.equals("ENDPOINT_TYPE_UNSPECIFIED")) {
      throw Refusals.required("endpoint.spec.endpoint_type");
    }
    EndpointType type = new EndpointType(text);
    if (!type.equals(EndpointType.READ_WRITE) && !type.equals(EndpointType.READ_ONLY)) {
      throw Refusals.invalid("Field 'endpoint.spec.endpoint_type' has an unknown value.");
    }
    return type;
  }

  private ObjectNode accept(ResourceEditor editor, RunningOperation operation) {
    return Operations.accept(core, editor, operation, this);
  }
}
