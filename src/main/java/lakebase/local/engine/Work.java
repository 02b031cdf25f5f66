package lakebase.local.engine;

import java.util.Optional;

/**
 * What the data plane does before an operation can be finished. It is worked out from the state,
 * runs apart from the ledger, and is done anew from the start when a process was killed over it.
 */
@FunctionalInterface
interface Work {

  /** Nothing: the operation can be finished as it is. */
  Work NONE = _ -> Optional.empty();

  /**
   * Does it; blocks.
   *
   * @return for a branch that was made, where its source was taken
   * @throws DataPlaneException fails the operation
   * @throws InterruptedException the workspace closes; the operation goes on at the next start
   */
  Optional<Point> run(DataPlane plane) throws InterruptedException;
}
