package lakebase.ui.branch;

import java.util.Comparator;
import lakebase.ui.UiContext;
import lakebase.ui.branch.BranchContent.ChildRow;
import lakebase.ui.branch.BranchContent.ComputeRow;
import lakebase.ui.branch.BranchContent.DatabaseRow;
import lakebase.ui.branch.BranchContent.RoleRow;
import lakebase.ui.detail.DetailTable;
import lakebase.ui.detail.RowCommands;

/** The tables of a branch's page, without rows. */
final class BranchTables {

  private final UiContext context;

  BranchTables(UiContext context) {
    this.context = context;
  }

  DetailTable<ComputeRow> computes() {
    return new DetailTable<>("computes-table", text("branch.computes"), ComputeRow::ref)
        .column("compute-name", text("kind.ENDPOINT"), 160, ComputeRow::name)
        .column("compute-type", text("endpoint.type"), 100, ComputeRow::type)
        .column(
            "compute-size",
            text("endpoint.range"),
            100,
            false,
            ComputeRow::size,
            Comparator.comparingDouble(ComputeRow::cu))
        .column("compute-state", text("detail.state"), 95, ComputeRow::state)
        .uncut()
        .column("compute-host", text("endpoint.host"), 240, ComputeRow::host)
        .onOpen(row -> context.intents().select(row.ref()))
        .menu(row -> RowCommands.of(context, row.ref()));
  }

  DetailTable<ChildRow> children() {
    return new DetailTable<>("children-table", text("branch.children"), ChildRow::ref)
        .column("child-name", text("kind.BRANCH"), 220, ChildRow::name)
        .column("child-state", text("detail.state"), 110, ChildRow::state)
        .column(
            "child-taken",
            text("branch.taken"),
            178,
            false,
            ChildRow::taken,
            Comparator.comparingLong(ChildRow::takenAt))
        .uncut()
        .column(
            "child-expires",
            text("branch.expires"),
            140,
            false,
            ChildRow::expires,
            Comparator.comparingLong(ChildRow::expiresAt))
        .onOpen(row -> context.intents().select(row.ref()))
        .menu(row -> RowCommands.of(context, row.ref()));
  }

  DetailTable<RoleRow> roles() {
    return new DetailTable<>("roles-table", text("branch.roles"), RoleRow::ref)
        .column("role-name", text("kind.ROLE"), 200, RoleRow::name)
        .column("role-identity", text("role.identity"), 125, RoleRow::identity)
        .column("role-login", text("role.login"), 112, RoleRow::login)
        .uncut()
        .column("role-attributes", text("role.attributes"), 110, RoleRow::attributes)
        .column("role-member", text("role.memberOf"), 190, RoleRow::memberOf)
        .column("role-owns", text("role.owns"), 140, RoleRow::owns)
        .unlessNarrow(760)
        .onOpen(row -> context.intents().edit(row.ref()))
        .menu(row -> RowCommands.withoutPage(context, row.ref()));
  }

  DetailTable<DatabaseRow> databases() {
    return new DetailTable<>("databases-table", text("branch.databases"), DatabaseRow::ref)
        .column("database-name", text("kind.DATABASE"), 200, DatabaseRow::name)
        .column("database-id", text("detail.id"), 180, DatabaseRow::id)
        .column("database-owner", text("database.owner"), 180, DatabaseRow::owner)
        .column(
            "database-created",
            text("detail.created"),
            178,
            false,
            DatabaseRow::created,
            Comparator.comparingLong(DatabaseRow::createdAt))
        .uncut()
        .onOpen(row -> context.intents().edit(row.ref()))
        .menu(row -> RowCommands.withoutPage(context, row.ref()));
  }

  private String text(String key) {
    return context.texts().get(key);
  }
}
