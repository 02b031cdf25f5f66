package lakebase.local.engine;

import lakebase.model.EndpointSpec;
import lakebase.model.Suspension;

/** Applies the masked fields of an endpoint's body (contract §2.3, §2.8). */
final class EndpointPatch {

  private static final String GROUP = "spec.group";

  private EndpointPatch() {}

  /** The values after the update, checked. */
  static EndpointSpec apply(EndpointSpec old, Body body, Mask mask) {
    Body spec = body.object("spec");
    EndpointSpec next =
        old.withSize(
            ComputeBody.size(
                old.size(),
                spec,
                mask.takes(body, "spec." + ComputeBody.MIN),
                mask.takes(body, "spec." + ComputeBody.MAX)));
    next = next.withSuspension(suspension(old, body, mask));
    if (mask.takes(body, "spec.disabled")) {
      next = next.withDisabled(spec.flag("disabled"));
    }
    Body group = spec.object("group");
    if (mask.takes(body, GROUP)) {
      next = next.withGroup(ComputeBody.group(Computes.groupOf(old), group));
    } else {
      next = next.withGroup(ComputeBody.group(Computes.groupOf(old), named(body, mask)));
    }
    if (mask.takes(body, "spec.settings") || mask.takes(body, "spec.settings.pg_settings")) {
      next = next.withPgSettings(spec.object("settings").textMap("pg_settings"));
    }
    check(next);
    return next;
  }

  static void check(EndpointSpec spec) {
    if (spec.size() != null) {
      ComputeBody.check(spec.size());
    }
    ComputeBody.check(Computes.groupOf(spec), spec.suspension());
  }

  private static Suspension suspension(EndpointSpec old, Body body, Mask mask) {
    boolean given =
        mask.takesAny(
            body, "spec.suspension", "spec." + ComputeBody.TIMEOUT, "spec." + ComputeBody.NEVER);
    if (given) {
      return ComputeBody.suspension(body.object("spec"), old.suspension());
    }
    return mask.isPatch() ? Defaults.SUSPENSION : old.suspension();
  }

  /** Only those fields of the group that the mask names one by one. */
  private static Body named(Body body, Mask mask) {
    var fields = lakebase.wire.Json.object();
    Body group = body.object("spec").object("group");
    if (mask.takes(body, GROUP + ".min")) {
      fields.put("min", group.integer("min"));
    }
    if (mask.takes(body, GROUP + ".max")) {
      fields.put("max", group.integer("max"));
    }
    if (mask.takes(body, GROUP + ".enable_readable_secondaries")) {
      fields.put("enable_readable_secondaries", group.flag("enable_readable_secondaries"));
    }
    return Body.of(fields);
  }
}
