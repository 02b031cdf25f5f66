package lakebase.ui.branch;

import javafx.scene.layout.StackPane;
import lakebase.state.Ref;
import lakebase.ui.UiContext;
import lakebase.ui.branch.BranchModel.Known;
import lakebase.ui.detail.CardsSection;
import lakebase.ui.detail.DetailPane;
import lakebase.ui.detail.RequestTab;
import lakebase.ui.detail.Section;
import lakebase.ui.detail.Subject;
import lakebase.ui.detail.TableSection;

/** The page of a branch: what it is, its computes, its children, what is in it. FX thread. */
public final class BranchDetail extends StackPane {

  private final UiContext context;
  private final DetailPane<Subject<Known>, BranchContent> pane;

  /** A page that shows nothing yet. */
  public BranchDetail(UiContext context) {
    this.context = context;
    this.pane = new DetailPane<>(context, new BranchModel(context));
    pane.frame()
        .scrollingTab("overview", this::overview)
        .scrollingTab("contents", () -> new ContentsSection(context))
        .tab("request", () -> new RequestTab<>(context, pane::ref));
    getChildren().add(pane);
  }

  /**
   * Shows that branch.
   *
   * @throws IllegalArgumentException when it is none
   */
  public void show(Ref ref) {
    pane.show(ref);
  }

  private Section<BranchContent> overview() {
    BranchTables tables = new BranchTables(context);
    return new CardsSection<>(context, BranchContent::facts)
        .below(
            new TableSection<>(
                context.texts().get("branch.computes"),
                tables.computes(),
                BranchContent::computes,
                BranchContent::noComputes))
        .below(
            new TableSection<>(
                context.texts().get("branch.children"),
                tables.children(),
                BranchContent::children,
                BranchContent::noChildren));
  }
}
