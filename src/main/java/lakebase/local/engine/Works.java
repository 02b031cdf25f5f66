package lakebase.local.engine;

import java.util.List;
import java.util.Optional;
import lakebase.model.ProjectName;

/** The kinds of work that operations are made of. */
final class Works {

  private Works() {}

  /** Serves an endpoint, and starts it where it is to run. */
  static Work serve(ComputePlan compute, boolean run) {
    return plane -> {
      plane.apply(compute);
      if (run) {
        plane.start(compute.uid());
      }
      return Optional.empty();
    };
  }

  /** Serves an endpoint by other values; if it cannot be, it is served as before. */
  static Work change(ComputePlan before, ComputePlan after, boolean run) {
    Work serving = serve(after, run);
    return plane -> {
      try {
        return serving.run(plane);
      } catch (DataPlaneException e) {
        plane.apply(before);
        throw e;
      }
    };
  }

  /** Serves endpoints without starting them. */
  static Work serve(List<ComputePlan> computes) {
    return plane -> {
      for (ComputePlan compute : computes) {
        plane.apply(compute);
      }
      return Optional.empty();
    };
  }

  /** Leaves nothing of the project but that. */
  static Work retain(ProjectName project, Plans.Rest rest) {
    return plane -> {
      plane.retain(project, rest.branches(), rest.computes());
      return Optional.empty();
    };
  }

  /** Changes roles or databases of a branch. */
  static Work change(BranchPlan branch, List<CatalogChange> changes) {
    return plane -> {
      plane.change(branch.uid(), changes);
      return Optional.empty();
    };
  }

  /** Gives branches other values. */
  static Work describe(List<BranchPlan> branches) {
    return plane -> {
      for (BranchPlan branch : branches) {
        plane.describe(branch);
      }
      return Optional.empty();
    };
  }
}
