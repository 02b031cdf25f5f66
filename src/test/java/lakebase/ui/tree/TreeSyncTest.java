package lakebase.ui.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Objects;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import lakebase.model.Metadata;
import lakebase.model.Project;
import lakebase.model.ProjectName;
import lakebase.state.AppState;
import lakebase.state.Inventory;
import lakebase.state.Ref;
import lakebase.state.SampleInventories;
import lakebase.state.WorkspaceId;
import lakebase.testkit.FakeUi;
import lakebase.testkit.Fx;
import lakebase.testkit.FxTest;
import lakebase.tour.Ui;
import org.junit.jupiter.api.Test;

/** The tree at the size of the largest workspaces: 1,000 projects of 10 branches of 2 computes. */
@FxTest
class TreeSyncTest {

  private static final int PROJECTS = 1000;
  private static final Inventory LARGE = SampleInventories.large(PROJECTS, 10);

  /** What no change may hold the FX thread for; generous, because test machines are shared. */
  private static final long LIMIT_MILLIS = 1_000;

  private final FakeUi ui = new FakeUi(SampleInventories.state(Inventory.EMPTY));
  private final TreePane pane = Fx.call(() -> new TreePane(ui.context));

  @SuppressWarnings("unchecked")
  private TreeView<TreeRow> view() {
    return (TreeView<TreeRow>) Objects.requireNonNull(pane.lookup("#tree"));
  }

  private static ProjectName name(int number) {
    return ProjectName.of(String.format(Locale.ROOT, "project-%04d", number));
  }

  private static Ref.OfResource ref(String name) {
    return SampleInventories.ref(name);
  }

  private void show(Inventory inventory) {
    Fx.run(() -> {
      long start = System.nanoTime();
      ui.store.update(state -> state.changeInventory(WorkspaceId.LOCAL, _ -> inventory));
      assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(LIMIT_MILLIS);
    });
    Fx.settle();
  }

  private void select(String name) {
    ui.update(state -> state.select(ref(name)));
    Fx.settle();
  }

  private Object selected() {
    return Fx.call(() -> view().getSelectionModel().getSelectedItem().getValue().ref());
  }

  private String top() {
    return Fx.call(() -> {
      VirtualFlow<?> flow = (VirtualFlow<?>) Objects.requireNonNull(view().lookup(".virtual-flow"));
      var first = flow.getFirstVisibleCell();
      // A row that ends where the view begins counts as visible for the flow.
      boolean isAbove = first.getLayoutY() + first.getHeight() < 1;
      return RowWords.name(
          Objects.requireNonNull(view().getTreeItem(first.getIndex() + (isAbove ? 1 : 0)))
              .getValue());
    });
  }

  private void open() {
    Fx.show(pane);
    show(LARGE);
    select("projects/project-0700/branches/pr-0003/endpoints/reports");
    Fx.run(pane::focusTree);
    Fx.settle();
  }

  @Test
  void makesOnlyTheItemsThatWereOpened() {
    open();
    int items = Fx.call(() -> count(view().getRoot()));
    assertThat(items).isEqualTo(1 + 1 + PROJECTS + 10 + 2);
    assertThat(Fx.call(() -> view().getExpandedItemCount())).isEqualTo(1 + PROJECTS + 10 + 2);
  }

  private static int count(TreeItem<TreeRow> item) {
    return 1 + item.getChildren().stream().mapToInt(TreeSyncTest::count).sum();
  }

  @Test
  void selectionExpansionAndScrollSurviveWhatComesAbove() {
    open();
    String top = top();
    Object selected = selected();
    Inventory now = LARGE;
    for (int i = 0; i < 300; i++) {
      now = now.with(SampleInventories.project("added-" + i, "Added " + i));
    }
    show(now);
    assertThat(selected()).isEqualTo(selected);
    assertThat(top()).isEqualTo(top);
    assertThat(Fx.call(() -> view().getExpandedItemCount())).isEqualTo(1 + PROJECTS + 300 + 12);
    for (int i = 0; i < 300; i++) {
      now = now.without(name(i));
    }
    show(now);
    assertThat(selected()).isEqualTo(selected);
    assertThat(top()).isEqualTo(top);
    assertThat(Fx.call(() -> view().isFocused())).isTrue();
  }

  @Test
  void aRefreshThatChangesOneRowTouchesOneItem() {
    open();
    TreeItem<TreeRow> before = Fx.call(() -> item(701));
    Project renamed = SampleInventories.project("project-0701", "Project 0701 b");
    show(LARGE.with(renamed));
    assertThat(Fx.call(() -> item(701))).isSameAs(before);
    assertThat(RowWords.name(before.getValue())).isEqualTo("Project 0701 b");
  }

  private TreeItem<TreeRow> item(int project) {
    return view().getRoot().getChildren().getFirst().getChildren().stream()
        .filter(item -> item.getValue().ref().equals(Ref.of(WorkspaceId.LOCAL, name(project))))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aProjectMadeAnewUnderAnOldNameIsAnotherRow() {
    open();
    TreeItem<TreeRow> before = Fx.call(() -> item(700));
    Project old = (Project) LARGE.find(name(700)).orElseThrow();
    Project anew = old.withMetadata(Metadata.created("prj-anew", SampleInventories.NOW));
    show(LARGE.without(name(700)).with(anew));
    assertThat(Fx.call(() -> item(700))).isNotSameAs(before);
    assertThat(Fx.call(() -> item(700).isExpanded())).isFalse();
  }

  @Test
  void filtersAndRestoresEverything() {
    open();
    String top = top();
    int count = Fx.call(() -> view().getExpandedItemCount());
    Ui.type("tree-filter", "reports");
    // Too many to open them all.
    Fx.waitFor("the filter", () -> view().getExpandedItemCount() == 1 + PROJECTS);
    Ui.type("tree-filter", "project-0700/pr-0003");
    Fx.waitFor("the filter", () -> view().getExpandedItemCount() == 5);
    Ui.press(KeyCode.ESCAPE);
    assertThat(Fx.call(() -> view().getExpandedItemCount())).isEqualTo(count);
    assertThat(selected())
        .isEqualTo(ref("projects/project-0700/branches/pr-0003/endpoints/reports"));
    AppState state = ui.store.state();
    assertThat(state.selection()).isEqualTo(selected());
    assertThat(top()).isNotEmpty().hasSameSizeAs(top);
  }
}
