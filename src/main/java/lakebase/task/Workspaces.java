package lakebase.task;

import lakebase.api.PostgresApi;
import lakebase.state.WorkspaceId;

/** The clients of the workspaces that this console has. */
@FunctionalInterface
public interface Workspaces {

  /**
   * The client of that workspace; from any thread.
   *
   * @throws IllegalArgumentException when this console does not have it
   */
  PostgresApi api(WorkspaceId workspace);
}
