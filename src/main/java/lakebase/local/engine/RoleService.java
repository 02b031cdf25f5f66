package lakebase.local.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import lakebase.model.BranchName;
import lakebase.model.Database;
import lakebase.model.DatabaseSpec;
import lakebase.model.IdentityType;
import lakebase.model.Metadata;
import lakebase.model.ResourceKind;
import lakebase.model.Role;
import lakebase.model.RoleName;
import lakebase.model.UnknownFields;
import lakebase.wire.RoleJson;
import org.jspecify.annotations.Nullable;

/** Postgres roles: creation, update, deletion (contract §2.4, §3). */
public final class RoleService implements Finisher {

  private final Core core;

  RoleService(Core core) {
    this.core = core;
  }

  /** Makes a role, or with {@code replaceExisting} replaces the values of the one there is. */
  public ObjectNode create(BranchName branch, String roleId, boolean replaceExisting, Body body) {
    if (!body.hasAny()) {
      throw Refusals.emptyMessage("role");
    }
    return core.change(editor -> {
      editor.requireLive(branch);
      Body spec = body.object("spec");
      String postgresRole = RolePatch.postgresRole(spec);
      String id =
          NewId.orMade("role_id", roleId, postgresRole, made -> editor.exists(branch.role(made)));
      RoleName name = branch.role(id);
      if (replaceExisting && editor.exists(name)) {
        Conflicts.check(editor, Verb.UPDATE, name);
        Role after = editor.role(name).withSpec(RolePatch.whole(spec));
        return accept(editor, RunningOperation.update(name, RoleJson.write(after)));
      }
      refuseDuplicate(editor, name, postgresRole);
      Conflicts.check(editor, Verb.CREATE, name);
      Limits.check(
          editor.count(branch, ResourceKind.ROLE), core.limits().roles(), "roles of a branch");
      make(editor, name, spec);
      return accept(editor, RunningOperation.of(Verb.CREATE, name));
    });
  }

  /** Changes the masked fields. */
  public ObjectNode update(RoleName name, String updateMask, Body body) {
    Mask mask = Mask.read(MaskSchema.ROLE, updateMask, body);
    return core.change(editor -> {
      editor.requireLive(name);
      Conflicts.check(editor, Verb.UPDATE, name);
      Role role = editor.role(name);
      Role after = role.withSpec(RolePatch.apply(role.spec(), body, mask));
      return accept(editor, RunningOperation.update(name, RoleJson.write(after)));
    });
  }

  /** Deletes a role, after what it owns has gone to another where one is named. */
  public ObjectNode delete(RoleName name, String reassignOwnedTo) {
    RoleName heir = reassignOwnedTo.isEmpty() ? null : Names.role(reassignOwnedTo);
    return core.change(editor -> {
      editor.requireLive(name);
      Conflicts.check(editor, Verb.DELETE, name);
      refuseOwner(editor, name, heir);
      return accept(editor, RunningOperation.delete(name, false, heir));
    });
  }

  /** The role that a new project's database belongs to, where the request says which. */
  Role initial(ResourceEditor editor, BranchName branch, Body spec) {
    String postgresRole = RolePatch.postgresRole(spec);
    IdentityType identity = RolePatch.identity(spec);
    String id =
        identity.equals(IdentityType.UNSPECIFIED)
            ? NewId.orMade("role_id", "", postgresRole, _ -> false)
            : new Caller(postgresRole, identity).ownerRoleId();
    return make(editor, branch.role(id), spec);
  }

  @Override
  public Work work(Resources resources, RunningOperation operation) {
    RoleName name = (RoleName) operation.target();
    Role role = resources.role(name);
    RoleName heir = operation.reassignOwnedTo();
    CatalogChange change =
        switch (operation.verb()) {
          case CREATE -> new CatalogChange.PutRole(inPostgres(role));
          case UPDATE ->
              new CatalogChange.PutRole(
                  inPostgres(role.withSpec(RoleJson.read(operation.requireAfter()).spec())));
          case DELETE, UNDELETE ->
              new CatalogChange.DropRole(
                  role.postgresRole(), heir == null ? null : resources.role(heir).postgresRole());
        };
    return Works.change(Plans.branch(resources, name.branch()), List.of(change));
  }

  static Catalog.PgRole inPostgres(Role role) {
    return new Catalog.PgRole(
        role.postgresRole(), role.identityType(), role.authMethod(), role.spec());
  }

  @Override
  public ObjectNode finish(
      ResourceEditor editor, RunningOperation operation, @Nullable Point taken) {
    RoleName name = (RoleName) operation.target();
    return switch (operation.verb()) {
      case CREATE -> RoleJson.write(editor.role(name));
      case UPDATE -> {
        Role role = editor.role(name);
        Role after = role.withSpec(RoleJson.read(operation.requireAfter()).spec());
        yield editor.put(after.withMetadata(role.metadata().updated(editor.now())));
      }
      case DELETE, UNDELETE -> {
        RoleName heir = operation.reassignOwnedTo();
        refuseOwner(editor, name, heir);
        for (Database owned : owned(editor, name)) {
          editor.put(owned.withSpec(new DatabaseSpec(owned.spec().postgresDatabase(), heir)));
        }
        editor.removeTree(name);
        yield Operations.empty();
      }
    };
  }

  @Override
  public void undo(ResourceEditor editor, RunningOperation operation) {
    if (operation.verb() == Verb.CREATE) {
      editor.removeTree(operation.target());
    }
  }

  private static Role make(ResourceEditor editor, RoleName name, Body spec) {
    IdentityType identity = RolePatch.identity(spec);
    Role role =
        new Role(
            name,
            Metadata.created(null, editor.now()),
            RolePatch.postgresRole(spec),
            identity,
            RolePatch.method(spec, identity),
            RolePatch.whole(spec),
            UnknownFields.NONE);
    editor.put(role);
    return role;
  }

  private static void refuseDuplicate(ResourceEditor editor, RoleName name, String postgresRole) {
    boolean sameName =
        editor.roles(name.branch()).stream()
            .anyMatch(role -> role.postgresRole().equals(postgresRole));
    if (sameName || editor.exists(name)) {
      throw Refusals.exists(ResourceKind.ROLE);
    }
  }

  private static void refuseOwner(ResourceEditor editor, RoleName name, @Nullable RoleName heir) {
    if (heir == null && !owned(editor, name).isEmpty()) {
      throw Refusals.badRequest(
          "role cannot be deleted because it owns objects; use reassign_owned_to");
    }
    if (heir != null
        && (!heir.branch().equals(name.branch()) || heir.equals(name) || !editor.exists(heir))) {
      throw Refusals.roleNotFound(heir.id().value());
    }
  }

  private static List<Database> owned(ResourceEditor editor, RoleName name) {
    return editor.databases(name.branch()).stream()
        .filter(database -> name.equals(database.spec().owner()))
        .toList();
  }

  private ObjectNode accept(ResourceEditor editor, RunningOperation operation) {
    return Operations.accept(core, editor, operation, this);
  }
}
