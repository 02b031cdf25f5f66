package lakebase.code;

import java.util.List;
import lakebase.model.AuthMethod;
import lakebase.model.BranchName;
import lakebase.model.DatabaseDraft;
import lakebase.model.DatabaseName;
import lakebase.model.DatabaseSpec;
import lakebase.model.IdentityType;
import lakebase.model.MaskTable;
import lakebase.model.ProjectName;
import lakebase.model.ResourceId;
import lakebase.model.RoleAttributes;
import lakebase.model.RoleDraft;
import lakebase.model.RoleName;
import lakebase.model.RoleSpec;

/** Every action on roles and databases with every field that it can have. */
class PeopleExamples extends ExampleList {

  static final BranchName PRODUCTION = new ProjectName(new ResourceId("shop")).branch("production");
  static final RoleName OWNER = new RoleName(PRODUCTION, new ResourceId("owner"));

  final void roles() {
    create(
        "role that logs in with a password", RoleDraft.plain(PRODUCTION, "owner", "own\"er's $1"));
    create(
        "role of a person, with everything",
        new RoleDraft(
            PRODUCTION,
            new ResourceId("jane"),
            "jane.doe@example.com",
            IdentityType.USER,
            AuthMethod.OAUTH,
            new RoleSpec(List.of("DATABRICKS_SUPERUSER"), new RoleAttributes(true, false, true)),
            false));
    create(
        "role of a group without an id",
        new RoleDraft(
            PRODUCTION,
            null,
            "data team",
            IdentityType.GROUP,
            AuthMethod.NO_LOGIN,
            new RoleSpec(List.of(), RoleAttributes.NONE),
            false));
    create(
        "role that exists, of a service principal",
        new RoleDraft(
            PRODUCTION,
            new ResourceId("sp"),
            "11111111-2222-3333-4444-555555555555",
            IdentityType.SERVICE_PRINCIPAL,
            null,
            new RoleSpec(List.of(), RoleAttributes.NONE),
            true));
  }

  final void roleUpdates() {
    RoleSpec plain = new RoleSpec(List.of(), RoleAttributes.NONE);
    RoleSpec full =
        new RoleSpec(List.of("DATABRICKS_SUPERUSER"), new RoleAttributes(true, true, true));
    update("role, every field", MaskTable.ROLE, OWNER, plain, full);
    update("role, nothing left", MaskTable.ROLE, OWNER, full, plain);
    update(
        "role, one attribute taken",
        MaskTable.ROLE,
        new RoleName(PRODUCTION, new ResourceId("jane")),
        full,
        new RoleSpec(full.membershipRoles(), new RoleAttributes(false, true, true)));
  }

  final void databases() {
    DatabaseName app = new DatabaseName(PRODUCTION, new ResourceId("app"));
    create(
        "database", new DatabaseDraft(PRODUCTION, app.id(), new DatabaseSpec("app", OWNER), false));
    create(
        "database that exists",
        new DatabaseDraft(PRODUCTION, app.id(), new DatabaseSpec("app_1", OWNER), true));
    create(
        "database without an id",
        new DatabaseDraft(PRODUCTION, null, new DatabaseSpec("other", OWNER), false));
    update(
        "database, every field",
        MaskTable.DATABASE,
        app,
        new DatabaseSpec("app_1", OWNER),
        new DatabaseSpec("app 2's \"$x\"", new RoleName(PRODUCTION, new ResourceId("jane"))));
  }
}
