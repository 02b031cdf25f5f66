package lakebase.local.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Carries out the second half of an operation, when its time has come. */
interface Finisher {

  /** What the data plane has to do before {@link #finish}. */
  Work work(Resources resources, RunningOperation operation);

  /**
   * Brings the target to its final state; gives the operation's response.
   *
   * @param taken for a branch that the data plane has made, where its source was taken
   * @throws RuntimeException fails the operation; nothing of this call is kept
   */
  ObjectNode finish(ResourceEditor editor, RunningOperation operation, @Nullable Point taken);

  /** Takes back what was visible of an operation that has failed. */
  void undo(ResourceEditor editor, RunningOperation operation);
}
