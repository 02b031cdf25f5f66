package lakebase.local.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import lakebase.local.engine.Caller;
import lakebase.local.engine.Engine;
import lakebase.local.engine.Names;
import lakebase.model.CurrentUser;
import lakebase.model.ProjectName;
import lakebase.wire.CurrentUserJson;
import lakebase.wire.Json;

/** Contract §1.4: the calls beside the Postgres API that clients make. */
final class WorkspaceRoutes {

  private static final String PERMISSIONS = "/api/2.0/permissions/database-projects/{p}";

  private final Engine engine;
  private final String workspaceId;

  WorkspaceRoutes(Engine engine, String workspaceId) {
    this.engine = engine;
    this.workspaceId = workspaceId;
  }

  void register(RoutesConfig routes) {
    routes.get("/api/2.0/preview/scim/v2/Me", this::me);
    routes.get(PERMISSIONS, c -> Answers.json(c, engine.access().get(project(c))));
    routes.put(
        PERMISSIONS,
        c ->
            Answers.json(
                c, engine.access().replace(Requests.caller(c), project(c), Requests.body(c))));
    routes.patch(
        PERMISSIONS,
        c ->
            Answers.json(
                c, engine.access().merge(Requests.caller(c), project(c), Requests.body(c))));
    routes.get("/api/2.0/tokens/introspect", this::introspect);
    routes.post(
        "/telemetry-ext",
        c -> {
          ObjectNode answer = Json.object();
          answer.putArray("errors");
          Answers.json(c, answer.put("numProtoSuccess", 1));
        });
  }

  private void me(Context c) {
    Caller caller = Requests.caller(c);
    c.header(CurrentUserJson.WORKSPACE_HEADER, workspaceId);
    Answers.json(
        c, CurrentUserJson.write(new CurrentUser(caller.name(), caller.name(), workspaceId)));
  }

  private void introspect(Context c) {
    ObjectNode answer = Json.object();
    answer
        .putObject("principal_context")
        .putObject("authentication_scope")
        .put("account_id", "local")
        .put("workspace_id", Long.parseLong(workspaceId));
    Answers.json(c, answer);
  }

  private static ProjectName project(Context c) {
    return (ProjectName) Names.inPath("projects/" + c.pathParam("p"));
  }
}
