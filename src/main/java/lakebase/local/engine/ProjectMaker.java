package lakebase.local.engine;

import java.util.List;
import java.util.Set;
import lakebase.local.store.Shelf;
import lakebase.model.AccessEntry;
import lakebase.model.BranchName;
import lakebase.model.BranchSpec;
import lakebase.model.ComputeDefaults;
import lakebase.model.Database;
import lakebase.model.DatabaseSpec;
import lakebase.model.EndpointSpec;
import lakebase.model.Expiration;
import lakebase.model.Metadata;
import lakebase.model.ProjectName;
import lakebase.model.ProjectSpec;
import lakebase.model.Role;
import lakebase.model.UnknownFields;
import lakebase.wire.Json;
import lakebase.wire.PermissionsJson;

/** Makes projects with all that every project has from the start (contract §3.1). */
final class ProjectMaker {

  private static final Set<Integer> PG_VERSIONS = Set.of(16, 17, 18);

  private final BranchMaker branches;
  private final RoleService roles;

  ProjectMaker(BranchMaker branches, RoleService roles) {
    this.branches = branches;
    this.roles = roles;
  }

  void create(ResourceEditor editor, ProjectName name, Caller caller, Body body) {
    BranchName branch = name.branch(Defaults.BRANCH_ID);
    ProjectSpec spec =
        ProjectPatch.apply(name, Defaults.project(name.id().value()), body, Mask.EVERYTHING)
            .withDefaultBranch(branch);
    editor.put(ProjectService.newProject(name, caller, spec, pgVersion(body), editor.now()));
    Role owner =
        body.has("initial_role_spec")
            ? roles.initial(editor, branch, body.object("initial_role_spec"))
            : BranchMaker.ownerRole(editor, branch, caller);
    database(editor, branch, owner, body.object("initial_database_spec"));
    boolean isProtected = body.object("initial_branch_spec").flag("is_protected");
    // Last, because it opens an address, which nobody closes if something else is refused.
    branches.create(
        editor,
        branch,
        new BranchSpec(isProtected, Expiration.never()),
        null,
        primary(spec.computeDefaults(), body.object("initial_endpoint_spec")));
    grantOwner(editor, name, caller);
  }

  private static void database(ResourceEditor editor, BranchName branch, Role owner, Body spec) {
    String asked = spec.textOrEmpty("postgres_database");
    String postgresName = asked.isEmpty() ? Defaults.DATABASE : asked;
    DatabaseService.checkPostgresName(postgresName);
    String id = NewId.orMade("database_id", "", postgresName, _ -> false);
    editor.put(
        new Database(
            branch.database(id),
            Metadata.created(null, editor.now()),
            new DatabaseSpec(postgresName, owner.name()),
            UnknownFields.NONE));
  }

  private static EndpointSpec primary(ComputeDefaults defaults, Body asked) {
    EndpointSpec spec =
        Computes.specOf(defaults)
            .withSize(ComputeBody.sizeOfNew(defaults.size(), asked))
            .withSuspension(ComputeBody.suspension(asked, defaults.suspension()));
    EndpointSpec grouped =
        spec.withGroup(ComputeBody.group(Computes.groupOf(spec), asked.object("group")));
    EndpointPatch.check(grouped);
    return grouped;
  }

  /** Makes the data of the project's first branch, with its role and database. */
  Work work(Resources resources, ProjectName name) {
    BranchName branch = name.branch(Defaults.BRANCH_ID);
    List<CatalogChange> databases =
        resources.databases(branch).stream()
            .map(database -> DatabaseService.put(resources, database.spec()))
            .toList();
    return branches.make(resources, branch, null, databases);
  }

  static int pgVersion(Body body) {
    Integer asked = body.object("spec").integer("pg_version");
    int version = asked == null ? Defaults.PG_VERSION : asked;
    if (!PG_VERSIONS.contains(version)) {
      throw Refusals.invalid("Field 'spec.pg_version' must be 16, 17 or 18.");
    }
    return version;
  }

  private static void grantOwner(ResourceEditor editor, ProjectName name, Caller caller) {
    AccessEntry owner = AccessService.owner(caller);
    editor
        .writing()
        .put(Shelf.ACCESS, name.toString(), Json.text(PermissionsJson.write(name, List.of(owner))));
  }
}
