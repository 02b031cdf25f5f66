package lakebase.task;

import lakebase.api.PostgresApi;
import lakebase.state.WorkspaceId;

/** The clients of the workspaces that this console has. */
@FunctionalInterface
public interface Workspaces {

  /** The error code of a call to a workspace that cannot be asked now; no request was made. */
  String NOT_CONNECTED = "NOT_CONNECTED";

  /**
   * The client of that workspace; from any thread. While the workspace cannot be asked, its calls
   * fail with {@link lakebase.model.ApiFailure.Network} and the code {@value #NOT_CONNECTED}.
   */
  PostgresApi api(WorkspaceId workspace);
}
