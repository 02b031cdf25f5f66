package lakebase.ui.project;

import java.util.Comparator;
import javafx.scene.layout.StackPane;
import lakebase.state.ProjectEntry;
import lakebase.state.Ref;
import lakebase.ui.UiContext;
import lakebase.ui.detail.CardsSection;
import lakebase.ui.detail.DetailPane;
import lakebase.ui.detail.DetailTable;
import lakebase.ui.detail.RequestTab;
import lakebase.ui.detail.RowCommands;
import lakebase.ui.detail.Subject;
import lakebase.ui.detail.TableSection;
import lakebase.ui.project.ProjectContent.BranchRow;

/** The page of a project: its branches, and what it is. FX thread. */
public final class ProjectDetail extends StackPane {

  private final UiContext context;
  private final DetailPane<Subject<ProjectEntry>, ProjectContent> pane;

  /** A page that shows nothing yet. */
  public ProjectDetail(UiContext context) {
    this.context = context;
    this.pane = new DetailPane<>(context, new ProjectModel(context));
    pane.frame()
        .tab(
            "branches",
            () -> new TableSection<>(branches(), ProjectContent::branches, ProjectContent::empty))
        .scrollingTab("overview", () -> new CardsSection<>(context, ProjectContent::facts))
        .scrollingTab("access", () -> new AccessSection(context))
        .tab("request", () -> new RequestTab<>(context, pane::ref));
    getChildren().add(pane);
  }

  /**
   * Shows that project.
   *
   * @throws IllegalArgumentException when it is none
   */
  public void show(Ref ref) {
    pane.show(ref);
  }

  private DetailTable<BranchRow> branches() {
    return new DetailTable<>("branches-table", text("project.branches"), BranchRow::ref)
        .column("branch-name", text("kind.BRANCH"), 275, BranchRow::name)
        .column("branch-parent", text("branch.parent"), 95, BranchRow::parent)
        .column(
            "branch-compute",
            text("branch.primary"),
            128,
            false,
            BranchRow::compute,
            Comparator.comparingDouble(BranchRow::computeCu))
        .column("branch-state", text("detail.state"), 95, BranchRow::state)
        .uncut()
        .column(
            "branch-size",
            text("branch.size"),
            66,
            true,
            BranchRow::size,
            Comparator.comparingLong(BranchRow::sizeBytes))
        .column(
            "branch-expires",
            text("branch.expires"),
            76,
            false,
            BranchRow::expires,
            Comparator.comparingLong(BranchRow::expiresAt))
        .column(
            "branch-created",
            text("detail.created"),
            178,
            false,
            BranchRow::created,
            Comparator.comparingLong(BranchRow::createdAt))
        .uncut()
        .unlessNarrow(760)
        .onOpen(row -> context.intents().select(row.ref()))
        .menu(row -> RowCommands.of(context, row.ref()));
  }

  private String text(String key) {
    return context.texts().get(key);
  }
}
