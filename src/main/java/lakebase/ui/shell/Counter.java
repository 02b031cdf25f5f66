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
   * @param known whether it was, now or in an earlier run
   */
  record Counts(int projects, int branches, int computes, boolean complete, boolean known) {

    private static final Counts NONE = new Counts(0, 0, 0, true, true);

    private Counts plus(Counts other) {
      return new Counts(
          projects + other.projects,
          branches + other.branches,
          computes + other.computes,
          complete && other.complete,
          known && other.known);
    }

    /** As of a workspace that cannot be asked: what is remembered is all there is. */
    private Counts away() {
      return new Counts(projects, branches, computes, known, known);
    }
  }

  private IdentityHashMap<ProjectEntry, Counts> counted = new IdentityHashMap<>();

  /** In that state. */
  Counts count(AppState state) {
    IdentityHashMap<ProjectEntry, Counts> now = new IdentityHashMap<>(counted.size());
    Counts all = Counts.NONE;
    for (Workspace workspace : state.workspaces().values()) {
      boolean listed = workspace.inventory().projects().isLoaded();
      boolean known = workspace.asOf() != null;
      Counts here = new Counts(0, 0, 0, listed, known);
      for (ProjectEntry project : workspace.inventory().projects().values()) {
        Counts before = counted.get(project);
        Counts counts = before == null ? count(project) : before;
        now.put(project, counts);
        here = here.plus(counts);
      }
      all = all.plus(workspace.connection().isAway() ? here.away() : here);
    }
    counted = now;
    return all;
  }

  /** Nothing is asked for in what was deleted. */
  private static Counts count(ProjectEntry project) {
    int computes = 0;
    boolean deleted = project.project().metadata().isDeleted();
    boolean complete = project.branches().isLoaded() || deleted;
    boolean known = project.branches().asOf() != null || deleted;
    for (BranchEntry branch : project.branches().values()) {
      computes += branch.endpoints().items().size();
      boolean gone = branch.branch().metadata().isDeleted();
      complete &= branch.endpoints().isLoaded() || gone;
      known &= branch.endpoints().asOf() != null || gone;
    }
    return new Counts(1, project.branches().items().size(), computes, complete, known);
  }
}
