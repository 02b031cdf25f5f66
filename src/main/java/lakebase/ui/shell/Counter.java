package lakebase.ui.shell;

import java.util.IdentityHashMap;
import lakebase.state.AppState;
import lakebase.state.BranchEntry;
import lakebase.state.ProjectEntry;
import lakebase.state.Workspace;

/**
 * Counts what is known in all workspaces together; what belongs to projects that have not changed
 * since the last time is not counted again. For the FX thread.
 */
final class Counter {

  /**
   * So much there is.
   *
   * @param complete whether every list that was asked for has been read to its end
   */
  record Counts(int projects, int branches, int computes, boolean complete) {

    private static final Counts NONE = new Counts(0, 0, 0, true);

    private Counts plus(Counts other) {
      return new Counts(
          projects + other.projects,
          branches + other.branches,
          computes + other.computes,
          complete && other.complete);
    }
  }

  private IdentityHashMap<ProjectEntry, Counts> known = new IdentityHashMap<>();

  /** In that state. */
  Counts count(AppState state) {
    IdentityHashMap<ProjectEntry, Counts> now = new IdentityHashMap<>(known.size());
    Counts all = Counts.NONE;
    for (Workspace workspace : state.workspaces().values()) {
      boolean listed = workspace.inventory().projects().isLoaded();
      all = all.plus(new Counts(0, 0, 0, listed));
      for (ProjectEntry project : workspace.inventory().projects().values()) {
        Counts before = known.get(project);
        Counts counts = before == null ? count(project) : before;
        now.put(project, counts);
        all = all.plus(counts);
      }
    }
    known = now;
    return all;
  }

  /** Nothing is asked for in what was deleted. */
  private static Counts count(ProjectEntry project) {
    int computes = 0;
    boolean complete = project.branches().isLoaded() || project.project().metadata().isDeleted();
    for (BranchEntry branch : project.branches().values()) {
      computes += branch.endpoints().items().size();
      complete &= branch.endpoints().isLoaded() || branch.branch().metadata().isDeleted();
    }
    return new Counts(1, project.branches().items().size(), computes, complete);
  }
}
