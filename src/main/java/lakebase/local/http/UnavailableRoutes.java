package lakebase.local.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import java.util.List;
import lakebase.local.engine.Refusal;

/** Contract §1.3: what the API has and one machine cannot have says so. */
final class UnavailableRoutes {

  private static final List<HandlerType> METHODS =
      List.of(HandlerType.GET, HandlerType.POST, HandlerType.PATCH, HandlerType.DELETE);
  private static final String CATALOG = "not in a local workspace, which has no Unity Catalog";
  private static final String LATER = "not in a local workspace";
  private static final String PROJECT = PostgresRoutes.BASE + "projects/{p}/";
  private static final String BRANCH = PROJECT + "branches/{b}/";
  private static final String DATABASE = BRANCH + "databases/{d}/";

  private UnavailableRoutes() {}

  static void register(RoutesConfig routes) {
    unavailable(routes, PostgresRoutes.BASE + "catalogs", "Catalogs", CATALOG);
    unavailable(routes, PostgresRoutes.BASE + "synced_tables", "Synced tables", CATALOG);
    unavailable(routes, PostgresRoutes.BASE + "tables", "Tables", CATALOG);
    unavailable(routes, DATABASE + "cdf-configs", "Change data feeds", CATALOG);
    unavailable(routes, DATABASE + "data-api", "The Data API", LATER);
    unavailable(routes, PROJECT + "snapshots", "Snapshots", LATER);
    unavailable(routes, BRANCH + "snapshot-schedule", "Snapshot schedules", LATER);
    unavailable(routes, PROJECT + "preview/replication-groups", "Replication groups", LATER);
    unavailable(routes, PROJECT + "preview/recovery-branches", "Recovery branches", LATER);
    unavailable(routes, BRANCH + "forward-etl", "Forward ETL", CATALOG);
  }

  private static void unavailable(RoutesConfig routes, String path, String what, String why) {
    Handler handler =
        _ -> {
          throw Refusal.of(501, "NOT_IMPLEMENTED", what + ": " + why + ".");
        };
    for (HandlerType method : METHODS) {
      routes.addEndpoint(new Endpoint(method, path, handler));
      routes.addEndpoint(new Endpoint(method, path + "/<rest>", handler));
    }
  }
}
