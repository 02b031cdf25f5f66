package lakebase.ui.workspace;

import java.util.Comparator;
import javafx.scene.layout.StackPane;
import lakebase.state.Ref;
import lakebase.ui.UiContext;
import lakebase.ui.detail.CardsSection;
import lakebase.ui.detail.DetailPane;
import lakebase.ui.detail.DetailTable;
import lakebase.ui.detail.RequestTab;
import lakebase.ui.detail.RowCommands;
import lakebase.ui.detail.TableSection;
import lakebase.ui.workspace.WorkspaceContent.ProjectRow;

/** The page of a workspace: who is signed in where, and its projects. FX thread. */
public final class WorkspaceDetail extends StackPane {

  private final UiContext context;
  private final DetailPane<WorkspaceModel.Source, WorkspaceContent> pane;

  /** A page that shows nothing yet. */
  public WorkspaceDetail(UiContext context) {
    this.context = context;
    this.pane = new DetailPane<>(context, new WorkspaceModel(context));
    pane.frame()
        .tab(
            "projects",
            () ->
                new TableSection<>(projects(), WorkspaceContent::projects, WorkspaceContent::empty))
        .scrollingTab("overview", () -> new CardsSection<>(context, WorkspaceContent::facts))
        .tab("request", () -> new RequestTab<>(context, pane::ref));
    getChildren().add(pane);
  }

  /** Shows that workspace. */
  public void show(Ref ref) {
    pane.show(ref);
  }

  private DetailTable<ProjectRow> projects() {
    return new DetailTable<>("projects-table", text("workspace.projects"), ProjectRow::ref)
        .column("project-name", text("kind.PROJECT"), 240, ProjectRow::name)
        .column("project-version", text("project.version"), 70, ProjectRow::version)
        .column(
            "project-branches",
            text("project.branches"),
            80,
            true,
            ProjectRow::branches,
            Comparator.comparingInt(ProjectRow::branchCount))
        .column(
            "project-storage",
            text("project.storage"),
            90,
            true,
            ProjectRow::storage,
            Comparator.comparingLong(ProjectRow::storageBytes))
        .column("project-owner", text("project.owner"), 160, ProjectRow::owner)
        .column(
            "project-created",
            text("detail.created"),
            178,
            false,
            ProjectRow::created,
            Comparator.comparingLong(ProjectRow::createdAt))
        .uncut()
        .unlessNarrow(760)
        .onOpen(row -> context.intents().select(row.ref()))
        .menu(row -> RowCommands.of(context, row.ref()));
  }

  private String text(String key) {
    return context.texts().get(key);
  }
}
