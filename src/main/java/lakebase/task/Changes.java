package lakebase.task;

import java.util.function.Consumer;
import lakebase.model.Change;
import lakebase.model.Operation;
import lakebase.state.WorkspaceId;

/**
 * The one way to change something at the service. Each change is a row of the background tasks from
 * the moment it is asked for, followed to its end, and read back before it counts as done. Methods
 * are called on the FX thread.
 */
public interface Changes {

  /**
   * Asks for the change. The outcome says whether the service accepted it, and comes on the FX
   * thread; what happens afterwards is told by the task alone. A change that has to wait for
   * another one of the same branch, or is refused because the service is busy, is sent when it can
   * be, and the outcome comes then.
   *
   * @param title what people call the target, for the task's row
   */
  void submit(
      WorkspaceId workspace, Change change, String title, Consumer<Outcome<Operation>> accepted);

  /**
   * Takes that task back while it waits to be sent: nothing is changed, and whoever asked is told
   * so as a failure. Does nothing once it is on its way.
   */
  void withdraw(long taskId);

  /** Stops watching that task; its operation goes on at the service. */
  void stopWatching(long taskId);

  /** Takes all ended tasks off the list. */
  void clearEnded();
}
