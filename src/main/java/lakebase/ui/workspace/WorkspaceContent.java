package lakebase.ui.workspace;

import java.util.List;
import lakebase.state.Ref;
import lakebase.ui.detail.Cell;
import lakebase.ui.detail.Empty;
import lakebase.ui.detail.FactGroup;

/** What the tabs of a workspace's page show. */
record WorkspaceContent(List<ProjectRow> projects, Empty empty, List<FactGroup> facts) {

  /** A project in the table, with what its columns sort by. */
  record ProjectRow(
      Ref.OfResource ref,
      Cell name,
      Cell version,
      Cell branches,
      int branchCount,
      Cell storage,
      long storageBytes,
      Cell owner,
      Cell created,
      long createdAt) {}
}
