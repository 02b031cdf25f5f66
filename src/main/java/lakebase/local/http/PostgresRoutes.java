package lakebase.local.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import lakebase.local.engine.Engine;
import lakebase.local.engine.Names;
import lakebase.local.engine.Refusals;
import lakebase.model.BranchName;
import lakebase.model.DatabaseName;
import lakebase.model.EndpointName;
import lakebase.model.ProjectName;
import lakebase.model.ResourceKind;
import lakebase.model.ResourceName;
import lakebase.model.RoleName;

/** Contract §1.2: projects, branches, endpoints, roles, databases, operations, credentials. */
final class PostgresRoutes {

  static final String BASE = "/api/2.0/postgres/";
  private static final String PROJECT = BASE + "projects/{p}";
  private static final String BRANCH = PROJECT + "/branches/{b}";

  private final Engine engine;

  PostgresRoutes(Engine engine) {
    this.engine = engine;
  }

  void register(RoutesConfig routes) {
    projects(routes);
    branches(routes);
    endpoints(routes);
    roles(routes);
    databases(routes);
    routes.post(
        BASE + "credentials",
        c -> Answers.json(c, engine.credentials().create(Requests.caller(c), Requests.body(c))));
    routes.get(BASE + "<rest>", this::read);
  }

  private void projects(RoutesConfig routes) {
    routes.get(
        BASE + "projects",
        c ->
            Answers.json(
                c,
                engine
                    .reader()
                    .projects(
                        Requests.query(c, "page_size"),
                        Requests.query(c, "page_token"),
                        Requests.flag(c, "show_deleted"))));
    routes.post(
        BASE + "projects",
        c ->
            Answers.json(
                c,
                engine
                    .projects()
                    .create(
                        Requests.caller(c), Requests.query(c, "project_id"), Requests.body(c))));
    routes.patch(
        PROJECT,
        c -> Answers.json(c, engine.projects().update(project(c), mask(c), Requests.body(c))));
    routes.delete(
        PROJECT,
        c -> Answers.json(c, engine.projects().delete(project(c), Requests.flag(c, "purge"))));
    routes.post(
        PROJECT + "/undelete", c -> Answers.json(c, engine.projects().undelete(project(c))));
  }

  private void branches(RoutesConfig routes) {
    list(routes, PROJECT, ResourceKind.BRANCH);
    routes.post(
        PROJECT + "/branches",
        c ->
            Answers.json(
                c,
                engine
                    .branches()
                    .create(
                        Requests.caller(c),
                        project(c),
                        Requests.query(c, "branch_id"),
                        replace(c),
                        Requests.body(c))));
    routes.patch(
        BRANCH,
        c -> Answers.json(c, engine.branches().update(branch(c), mask(c), Requests.body(c))));
    routes.delete(
        BRANCH,
        c ->
            Answers.json(
                c,
                engine
                    .branches()
                    .delete(
                        branch(c), Requests.flag(c, "purge"), Requests.flag(c, "allow_missing"))));
    routes.post(BRANCH + "/undelete", c -> Answers.json(c, engine.branches().undelete(branch(c))));
  }

  private void endpoints(RoutesConfig routes) {
    list(routes, BRANCH, ResourceKind.ENDPOINT);
    routes.post(
        BRANCH + "/endpoints",
        c ->
            Answers.json(
                c,
                engine
                    .endpoints()
                    .create(
                        branch(c),
                        Requests.query(c, "endpoint_id"),
                        replace(c),
                        Requests.body(c))));
    routes.patch(
        BRANCH + "/endpoints/{e}",
        c -> Answers.json(c, engine.endpoints().update(endpoint(c), mask(c), Requests.body(c))));
    routes.get(
        BRANCH + "/endpoints/{e}/compute-instances",
        c -> Answers.json(c, engine.reader().instances(endpoint(c))));
    routes.delete(
        BRANCH + "/endpoints/{e}", c -> Answers.json(c, engine.endpoints().delete(endpoint(c))));
  }

  private void roles(RoutesConfig routes) {
    list(routes, BRANCH, ResourceKind.ROLE);
    routes.post(
        BRANCH + "/roles",
        c ->
            Answers.json(
                c,
                engine
                    .roles()
                    .create(
                        branch(c), Requests.query(c, "role_id"), replace(c), Requests.body(c))));
    routes.patch(
        BRANCH + "/roles/{e}",
        c -> Answers.json(c, engine.roles().update(role(c), mask(c), Requests.body(c))));
    routes.delete(
        BRANCH + "/roles/{e}",
        c ->
            Answers.json(
                c, engine.roles().delete(role(c), Requests.query(c, "reassign_owned_to"))));
  }

  private void databases(RoutesConfig routes) {
    list(routes, BRANCH, ResourceKind.DATABASE);
    routes.post(
        BRANCH + "/databases",
        c ->
            Answers.json(
                c,
                engine
                    .databases()
                    .create(
                        branch(c),
                        Requests.query(c, "database_id"),
                        replace(c),
                        Requests.body(c))));
    routes.patch(
        BRANCH + "/databases/{e}",
        c -> Answers.json(c, engine.databases().update(database(c), mask(c), Requests.body(c))));
    routes.delete(
        BRANCH + "/databases/{e}", c -> Answers.json(c, engine.databases().delete(database(c))));
  }

  private void list(RoutesConfig routes, String parent, ResourceKind kind) {
    routes.get(
        parent + "/" + kind.collection(),
        c ->
            Answers.json(
                c,
                engine
                    .reader()
                    .children(
                        kind == ResourceKind.BRANCH ? project(c) : branch(c),
                        kind,
                        Requests.query(c, "page_size"),
                        Requests.query(c, "page_token"),
                        kind == ResourceKind.BRANCH && Requests.flag(c, "show_deleted"))));
  }

  /** One resource of any kind, or an operation on one. */
  private void read(Context c) {
    String name = c.pathParam("rest");
    Answers.json(
        c,
        name.contains("/operations/")
            ? engine.reader().operation(name)
            : engine.reader().get(Names.inPath(name)));
  }

  private static ProjectName project(Context c) {
    return (ProjectName) Names.inPath("projects/" + c.pathParam("p"));
  }

  private static BranchName branch(Context c) {
    return (BranchName) Names.inPath(project(c) + "/branches/" + c.pathParam("b"));
  }

  private static EndpointName endpoint(Context c) {
    return (EndpointName) child(c, ResourceKind.ENDPOINT);
  }

  private static RoleName role(Context c) {
    return (RoleName) child(c, ResourceKind.ROLE);
  }

  private static DatabaseName database(Context c) {
    return (DatabaseName) child(c, ResourceKind.DATABASE);
  }

  private static ResourceName child(Context c, ResourceKind kind) {
    String id = c.pathParam("e");
    if (id.contains("/")) {
      throw Refusals.notAResource();
    }
    return Names.inPath(branch(c) + "/" + kind.collection() + "/" + id);
  }

  private static String mask(Context c) {
    return Requests.query(c, "update_mask");
  }

  private static boolean replace(Context c) {
    return Requests.flag(c, "replace_existing");
  }
}
