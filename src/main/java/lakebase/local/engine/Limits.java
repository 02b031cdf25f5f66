package lakebase.local.engine;

import java.time.Duration;

/**
 * How much there may be (contract §8.1).
 *
 * @param projects projects of the workspace
 * @param branches branches of a project
 * @param protectedBranches protected branches of a project
 * @param roles roles of a branch
 * @param databases databases of a branch
 * @param readReplicas read-only endpoints of a branch
 * @param activeComputes computes running at a time in a project, without its default branch's
 * @param branchLife how far ahead a branch may expire
 */
public record Limits(
    int projects,
    int branches,
    int protectedBranches,
    int roles,
    int databases,
    int readReplicas,
    int activeComputes,
    Duration branchLife) {

  /** As documented. */
  public static final Limits DOCUMENTED =
      new Limits(1000, 500, 1, 500, 500, 6, 20, Duration.ofDays(30));

  static void check(int existing, int most, String things) {
    if (existing >= most) {
      throw Refusals.quota("The maximum number of " + things + " (" + most + ") has been reached.");
    }
  }
}
