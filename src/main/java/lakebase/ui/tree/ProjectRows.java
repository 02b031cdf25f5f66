package lakebase.ui.tree;

import java.util.List;
import java.util.Map;
import lakebase.model.Project;
import lakebase.model.ResourceName;
import lakebase.state.BackgroundTask.Verb;
import lakebase.state.LoadState;
import lakebase.state.Ref;
import lakebase.state.TreeFilter;

/** The rows of a workspace's projects, with everything that they were made from. */
record ProjectRows(
    List<Project> projects,
    LoadState load,
    Map<ResourceName, String> gone,
    Map<Ref, Verb> busy,
    TreeFilter filter,
    List<TreeRow> rows) {

  /** The same with rows. */
  ProjectRows with(List<TreeRow> made) {
    return new ProjectRows(projects, load, gone, busy, filter, made);
  }

  /** Whether the rows would come out the same; tells projects by identity, which is quick. */
  @SuppressWarnings("ReferenceEquality")
  boolean isMadeFromSame(ProjectRows other) {
    if (projects.size() != other.projects.size() || filter != other.filter) {
      return false;
    }
    for (int i = 0; i < projects.size(); i++) {
      if (projects.get(i) != other.projects.get(i)) {
        return false;
      }
    }
    return load.equals(other.load) && gone.equals(other.gone) && busy.equals(other.busy);
  }
}
