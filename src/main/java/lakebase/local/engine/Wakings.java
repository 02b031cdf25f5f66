package lakebase.local.engine;

import lakebase.model.Endpoint;
import lakebase.model.EndpointName;
import lakebase.model.EndpointState;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what computes do by themselves: being woken by a connection, and falling asleep. What
 * an operation is at work on is left to the operation.
 */
final class Wakings implements DataPlane.Observer {

  private final Core core;
  private final Computes computes;

  Wakings(Core core, Computes computes) {
    this.core = core;
    this.computes = computes;
  }

  @Override
  public void waking(EndpointName name) {
    core.change(editor -> {
      if (!isServed(editor, name)) {
        throw DataPlaneException.invalid("The compute does not exist any more.");
      }
      if (Computes.isOperatedOn(editor, name)) {
        return true;
      }
      Endpoint endpoint = editor.endpoint(name);
      if (endpoint.spec().disabled()) {
        throw DataPlaneException.invalid(
            "The compute is disabled, so connections do not wake it. Enable it first.");
      }
      if (!computes.mayRun(editor, endpoint)) {
        throw DataPlaneException.invalid(
            "The project has its maximum of active computes (%d), so this one stays suspended."
                .formatted(core.limits().activeComputes()));
      }
      put(editor, endpoint, endpoint.facts().state(), EndpointState.ACTIVE);
      return true;
    });
  }

  @Override
  public void active(EndpointName name) {
    became(name, EndpointState.ACTIVE);
  }

  @Override
  public void idle(EndpointName name) {
    became(name, EndpointState.IDLE);
  }

  private void became(EndpointName name, EndpointState state) {
    core.change(editor -> {
      if (isServed(editor, name) && !Computes.isOperatedOn(editor, name)) {
        Endpoint endpoint = editor.endpoint(name);
        put(editor, endpoint, state, null);
        if (state.equals(EndpointState.ACTIVE)) {
          Computes.suspendLater(editor, endpoint, editor.now());
        }
      }
      return true;
    });
  }

  private static void put(
      ResourceEditor editor,
      Endpoint endpoint,
      EndpointState state,
      @Nullable EndpointState pending) {
    Endpoint.Facts facts = endpoint.facts();
    editor.put(
        endpoint.withFacts(
            new Endpoint.Facts(
                facts.type(),
                state,
                pending,
                facts.hosts(),
                state.equals(EndpointState.ACTIVE) ? editor.now() : facts.lastActiveTime())));
  }

  private static boolean isServed(Resources resources, EndpointName name) {
    return resources.exists(name)
        && !resources.isDeleted(name.branch())
        && !resources.isDeleted(name.project());
  }
}
