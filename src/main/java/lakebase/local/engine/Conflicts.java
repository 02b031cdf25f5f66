package lakebase.local.engine;

import lakebase.model.ProjectName;
import lakebase.model.ResourceName;

/**
 * Which operations cannot run at the same time (contract §10.12): two on the same resource, two on
 * children of one branch, anything under what is being made, deleted or brought back, and a
 * deletion above anything that runs.
 */
final class Conflicts {

  private Conflicts() {}

  /** Refuses with 409 when an operation is running that the new one must wait for. */
  static void check(Resources resources, Verb verb, ResourceName target) {
    ProjectName project = target.project();
    for (RunningOperation running : resources.running(project)) {
      if (conflict(running, verb, target)) {
        throw Refusals.conflicting();
      }
    }
  }

  private static boolean conflict(RunningOperation running, Verb verb, ResourceName target) {
    ResourceName other = running.target();
    if (other.equals(target) || Resources.siblings(other, target)) {
      return true;
    }
    if (other.isWithin(target)) {
      return verb != Verb.UPDATE;
    }
    return target.isWithin(other) && running.verb() != Verb.UPDATE;
  }
}
