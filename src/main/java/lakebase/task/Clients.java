package lakebase.task;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import lakebase.api.ApiException;
import lakebase.api.PostgresApi;
import lakebase.api.ReadOnlyApi;
import lakebase.model.ApiFailure;
import lakebase.model.ServiceError;
import lakebase.state.WorkspaceId;

/** The clients of the workspaces that can be asked now, each behind its lock. Any thread. */
public final class Clients implements Workspaces {

  private final Map<WorkspaceId, PostgresApi> apis = new ConcurrentHashMap<>();
  private final Predicate<WorkspaceId> locked;

  /** None yet; the predicate says which workspaces are locked against changes, from any thread. */
  public Clients(Predicate<WorkspaceId> locked) {
    this.locked = locked;
  }

  /** That workspace is asked by this client from now on, by those who have its client, too. */
  public void put(WorkspaceId workspace, PostgresApi api) {
    apis.put(workspace, api);
  }

  /** That workspace cannot be asked from now on. */
  public void remove(WorkspaceId workspace) {
    apis.remove(workspace);
  }

  @Override
  public PostgresApi api(WorkspaceId workspace) {
    return new ReadOnlyApi(() -> now(workspace), () -> locked.test(workspace));
  }

  private PostgresApi now(WorkspaceId workspace) {
    PostgresApi api = apis.get(workspace);
    if (api == null) {
      ServiceError error =
          new ServiceError(NOT_CONNECTED, "the workspace cannot be asked now", List.of(), null);
      throw new ApiException(new ApiFailure.Network(new ApiFailure.Details(0, error, "")));
    }
    return api;
  }
}
