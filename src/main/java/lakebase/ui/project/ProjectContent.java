package lakebase.ui.project;

import java.util.List;
import lakebase.state.LoadState;
import lakebase.state.Ref;
import lakebase.ui.detail.Cell;
import lakebase.ui.detail.Command;
import lakebase.ui.detail.Empty;
import lakebase.ui.detail.FactGroup;

/** What the tabs of a project's page show. */
record ProjectContent(
    Ref.OfResource ref,
    List<BranchRow> branches,
    Empty empty,
    List<FactGroup> facts,
    List<AccessRow> access,
    Empty noAccess,
    List<Command> share,
    LoadState accessLoad) {

  /** A permission in the table. */
  record AccessRow(String key, Cell who, Cell kind, Cell level, Cell source) {}

  /** A branch in the table, with what its columns sort by. */
  record BranchRow(
      Ref.OfResource ref,
      Cell name,
      Cell parent,
      Cell compute,
      double computeCu,
      Cell state,
      Cell size,
      long sizeBytes,
      Cell expires,
      long expiresAt,
      Cell created,
      long createdAt) {}
}
