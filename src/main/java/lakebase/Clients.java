package lakebase;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import lakebase.api.PostgresApi;
import lakebase.state.WorkspaceId;
import lakebase.task.Workspaces;

/** The clients of the workspaces that can be asked now. Any thread. */
final class Clients implements Workspaces {

  private final Map<WorkspaceId, PostgresApi> apis = new ConcurrentHashMap<>();

  /** That workspace is asked by this client from now on. */
  void put(WorkspaceId workspace, PostgresApi api) {
    apis.put(workspace, api);
  }

  /** Whether that workspace can be asked. */
  boolean has(WorkspaceId workspace) {
    return apis.containsKey(workspace);
  }

  @Override
  public PostgresApi api(WorkspaceId workspace) {
    PostgresApi api = apis.get(workspace);
    if (api == null) {
      throw new IllegalArgumentException("no client for the workspace " + workspace);
    }
    return api;
  }
}
