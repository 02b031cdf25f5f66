package lakebase.ui.branch;

import javafx.scene.Node;
import javafx.scene.layout.VBox;
import lakebase.state.LoadState;
import lakebase.ui.UiContext;
import lakebase.ui.detail.Section;
import lakebase.ui.detail.TableSection;

/** The roles and databases of a branch, which are read when they are first looked at. */
final class ContentsSection implements Section<BranchContent> {

  private final UiContext context;
  private final TableSection<BranchContent, BranchContent.RoleRow> roles;
  private final TableSection<BranchContent, BranchContent.DatabaseRow> databases;
  private final VBox box;

  ContentsSection(UiContext context) {
    this.context = context;
    BranchTables tables = new BranchTables(context);
    this.roles =
        new TableSection<>(
                context.texts().get("branch.roles"),
                tables.roles(),
                BranchContent::roles,
                BranchContent::noRoles)
            .actions(BranchContent::newRole);
    this.databases =
        new TableSection<>(
                context.texts().get("branch.databases"),
                tables.databases(),
                BranchContent::databases,
                BranchContent::noDatabases)
            .actions(BranchContent::newDatabase);
    this.box = new VBox(roles.node(), databases.node());
    box.getStyleClass().add("detail-body");
  }

  @Override
  public Node node() {
    return box;
  }

  @Override
  public void show(BranchContent content) {
    if (content.contents() instanceof LoadState.NotLoaded) {
      context.inventories().readContents(content.ref());
    }
    roles.show(content);
    databases.show(content);
  }
}
