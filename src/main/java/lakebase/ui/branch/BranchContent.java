package lakebase.ui.branch;

import java.util.List;
import lakebase.state.LoadState;
import lakebase.state.Ref;
import lakebase.ui.detail.Cell;
import lakebase.ui.detail.Command;
import lakebase.ui.detail.Empty;
import lakebase.ui.detail.FactGroup;

/** What the tabs of a branch's page show. */
record BranchContent(
    Ref.OfResource ref,
    List<FactGroup> facts,
    List<ComputeRow> computes,
    Empty noComputes,
    List<ChildRow> children,
    Empty noChildren,
    List<RoleRow> roles,
    Empty noRoles,
    List<Command> newRole,
    List<DatabaseRow> databases,
    Empty noDatabases,
    List<Command> newDatabase,
    LoadState contents) {

  /** A compute in the table, with what its columns sort by. */
  record ComputeRow(
      Ref.OfResource ref, Cell name, Cell type, Cell size, double cu, Cell state, Cell host) {}

  /** A child branch in the table, with what its columns sort by. */
  record ChildRow(
      Ref.OfResource ref,
      Cell name,
      Cell state,
      Cell taken,
      long takenAt,
      Cell expires,
      long expiresAt) {}

  /** A role in the table. */
  record RoleRow(
      Ref.OfResource ref,
      Cell name,
      Cell identity,
      Cell login,
      Cell attributes,
      Cell memberOf,
      Cell owns) {}

  /** A database in the table. */
  record DatabaseRow(
      Ref.OfResource ref, Cell name, Cell id, Cell owner, Cell created, long createdAt) {}
}
