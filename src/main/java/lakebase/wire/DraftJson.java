package lakebase.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import lakebase.model.BranchDraft;
import lakebase.model.BranchPoint;
import lakebase.model.ComputeDefaults;
import lakebase.model.DatabaseDraft;
import lakebase.model.Draft;
import lakebase.model.EndpointDraft;
import lakebase.model.Lsn;
import lakebase.model.ProjectDraft;
import lakebase.model.RoleAttributes;
import lakebase.model.RoleDraft;

/**
 * The bodies of creations: the bare resource in its spec form (contract §1.1). What a draft leaves
 * to the service's defaults is left out; a draft that replaces says everything it knows, because
 * absence would keep the old value.
 */
public final class DraftJson {

  private DraftJson() {}

  /** The body that asks for the resource. */
  public static ObjectNode write(Draft draft) {
    ObjectNode top = Json.object();
    ObjectNode spec = top.putObject("spec");
    switch (draft) {
      case ProjectDraft project -> write(project, top, spec);
      case BranchDraft branch -> write(branch, spec);
      case EndpointDraft endpoint -> write(endpoint, spec);
      case RoleDraft role -> write(role, spec);
      case DatabaseDraft database -> {
        spec.put("postgres_database", database.spec().postgresDatabase());
        Writing.putText(spec, "role", database.spec().owner());
      }
    }
    return top;
  }

  private static void write(ProjectDraft draft, ObjectNode top, ObjectNode spec) {
    Writing.putText(spec, "display_name", draft.displayName());
    Writing.put(spec, "pg_version", draft.pgVersion());
    Writing.put(spec, "history_retention_duration", draft.historyRetention());
    if (draft.computeDefaults() != null) {
      spec.set("default_endpoint_settings", ComputeJson.writeDefaults(draft.computeDefaults()));
    }
    if (!draft.customTags().isEmpty()) {
      spec.set("custom_tags", Writing.tags(draft.customTags()));
    }
    ComputeDefaults first = draft.firstCompute();
    if (first != null) {
      // initial_endpoint_spec has no field for Postgres settings (contract §2.1).
      ObjectNode initial = top.putObject("initial_endpoint_spec");
      ComputeJson.writeSize(initial, first.size());
      ComputeJson.writeSuspension(initial, first.suspension());
    }
  }

  private static void write(BranchDraft draft, ObjectNode spec) {
    Writing.putText(spec, "source_branch", draft.source());
    switch (draft.point()) {
      case BranchPoint.Now _ -> {}
      case BranchPoint.AtTime(Instant time) -> Writing.put(spec, "source_branch_time", time);
      case BranchPoint.AtLsn(Lsn lsn) -> Writing.putText(spec, "source_branch_lsn", lsn);
    }
    MaskedJson.writeExpiration(spec, draft.expiration());
    if (draft.isProtected() || draft.replaceExisting()) {
      spec.put("is_protected", draft.isProtected());
    }
  }

  private static void write(EndpointDraft draft, ObjectNode spec) {
    Writing.putEnum(spec, "endpoint_type", draft.type());
    ComputeJson.writeSize(spec, draft.size());
    ComputeJson.writeSuspension(spec, draft.suspension());
    if (draft.disabled() || draft.replaceExisting()) {
      spec.put("disabled", draft.disabled());
    }
    if (draft.group() != null) {
      spec.set("group", EndpointJson.writeGroup(draft.group()));
    }
    if (!draft.pgSettings().isEmpty()) {
      spec.putObject("settings").set("pg_settings", Writing.texts(draft.pgSettings()));
    }
  }

  private static void write(RoleDraft draft, ObjectNode spec) {
    spec.put("postgres_role", draft.postgresRole());
    Writing.putEnum(spec, "identity_type", draft.identityType());
    Writing.putEnum(spec, "auth_method", draft.authMethod());
    if (!draft.spec().membershipRoles().isEmpty()) {
      spec.set("membership_roles", Writing.texts(draft.spec().membershipRoles()));
    }
    if (draft.replaceExisting() || !draft.spec().attributes().equals(RoleAttributes.NONE)) {
      spec.set("attributes", RoleJson.writeAttributes(draft.spec().attributes()));
    }
  }
}
