package lakebase.local.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Carries out the second half of an operation, when its time has come. */
interface Finisher {

  /**
   * Brings the target to its final state; gives the operation's response.
   *
   * @throws RuntimeException fails the operation; nothing of this call is kept
   */
  ObjectNode finish(ResourceEditor editor, RunningOperation operation);

  /** Takes back what was visible of an operation that has failed. */
  void undo(ResourceEditor editor, RunningOperation operation);
}
