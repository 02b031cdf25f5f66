package lakebase.ui.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import lakebase.model.ApiFailure;
import lakebase.model.Branch;
import lakebase.model.ResourceName;
import lakebase.state.AppState;
import lakebase.state.BranchEntry;
import lakebase.state.Inventory;
import lakebase.state.LoadState;
import lakebase.state.Ref;
import lakebase.state.Settings;
import lakebase.testkit.FakeUi;
import lakebase.testkit.Fx;
import lakebase.testkit.FxTest;
import lakebase.testkit.Samples;
import lakebase.tour.Ui;
import org.junit.jupiter.api.Test;

@FxTest
class TreePaneTest {

  private FakeUi ui = new FakeUi(Samples.state());
  private TreePane pane = Fx.call(() -> new TreePane(ui.context));

  private Stage show() {
    return show(Settings.Theme.LIGHT);
  }

  private Stage show(Settings.Theme theme) {
    return Fx.show(pane, theme, 306, 560);
  }

  private void use(AppState state, Locale locale) {
    ui = new FakeUi(state, locale);
    pane = Fx.call(() -> new TreePane(ui.context));
  }

  @SuppressWarnings("unchecked")
  private TreeView<TreeRow> tree() {
    return (TreeView<TreeRow>) Objects.requireNonNull(pane.lookup("#tree"));
  }

  private List<String> names() {
    return Fx.call(() -> {
      TreeView<TreeRow> view = tree();
      return IntStream.range(0, view.getExpandedItemCount())
          .mapToObj(view::getTreeItem)
          .map(TreeItem::getValue)
          .map(row ->
              row instanceof TreeRow.Note note ? "<" + note.kind() + ">" : RowWords.name(row))
          .toList();
    });
  }

  private String selectedName() {
    return Fx.call(() -> RowWords.name(tree().getSelectionModel().getSelectedItem().getValue()));
  }

  private void select(ResourceName name) {
    ui.update(state -> state.select(Ref.of(Samples.LOCAL, name)));
    Fx.settle();
  }

  private void focusTree() {
    Fx.run(pane::focusTree);
    Fx.settle();
  }

  @Test
  void showsTheSelectionWithEverythingAboveItOpen() {
    show();
    assertThat(names())
        .containsExactly(
            "Local workspace",
            "analytics",
            "Checkout",
            "Shop",
            "production",
            "primary",
            "reports",
            "development",
            "pr-1797",
            "pr-1841",
            "release-6",
            "release-7");
    assertThat(selectedName()).isEqualTo("primary");
    Fx.snapshot(pane.getScene(), "tree-light");
  }

  @Test
  void looksRightInTheDarkAndInGerman() {
    use(Samples.state(), Locale.GERMAN);
    show(Settings.Theme.DARK);
    assertThat(Ui.reads("3 Projekte")).isTrue();
    Fx.snapshot(pane.getScene(), "tree-dark-german");
  }

  @Test
  void everyRowSaysNameKindAndState() {
    show();
    assertThat(spoken("primary")).isEqualTo("primary, Compute, Changing, R/W 1–4 CU");
    assertThat(spoken("reports")).isEqualTo("reports, Compute, Idle, R/O 1 CU");
    assertThat(spoken("production")).isEqualTo("production, Branch, default, protected");
    assertThat(spoken("development")).isEqualTo("development, Branch, expires in 3 d");
    assertThat(spoken("pr-1841")).isEqualTo("pr-1841, Branch, Creating");
    assertThat(spoken("pr-1797")).isEqualTo("pr-1797, Branch, Deleted");
    assertThat(spoken("release-6")).isEqualTo("release-6, Branch, Archived");
    assertThat(spoken("Shop")).isEqualTo("Shop, Project, sample-shop");
    assertThat(spoken("Local workspace"))
        .isEqualTo("Local workspace, Workspace, signed in as admin@local");
  }

  private String spoken(String name) {
    return Ui.all(node ->
            node instanceof RowCell cell
                && cell.getItem() != null
                && RowWords.name(cell.getItem()).equals(name))
        .stream()
        .map(node -> Objects.requireNonNull(node.getAccessibleText()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatARowShowsIsStyledBeforeThereIsARow() {
    use(Samples.state(Inventory.EMPTY), Locale.ENGLISH);
    show();
    List<RowCell> waiting =
        Ui.all(node -> node instanceof RowCell cell && cell.isEmpty()).stream()
            .map(RowCell.class::cast)
            .toList();
    assertThat(waiting)
        .hasSizeGreaterThan(10)
        .allSatisfy(cell -> {
          assertThat(cell.getGraphic().getScene()).isNotNull();
          assertThat(cell.getGraphic().isVisible()).isFalse();
        });
  }

  @Test
  void openingReadsAndOpensASingleChildToo() {
    show();
    select(Samples.CHECKOUT);
    focusTree();
    Ui.press(KeyCode.RIGHT);
    assertThat(ui.calls).contains("open " + Samples.CHECKOUT);
    assertThat(names()).containsSequence("Checkout", "<LOADING>");

    Branch branch = (Branch) Samples.resource(Samples.ANALYTICS.branch("production"));
    Branch own =
        new Branch(
            Samples.CHECKOUT.branch("main"),
            branch.metadata(),
            branch.spec(),
            branch.facts(),
            branch.unknown());
    ui.update(state ->
        state.changeInventory(
            Samples.LOCAL,
            inventory ->
                inventory.changeProject(
                    Samples.CHECKOUT,
                    entry ->
                        entry.withBranches(
                            Samples.loaded(
                                List.of(BranchEntry.of(own)), one -> one.branch().name())))));
    assertThat(names()).containsSequence("Checkout", "main", "<LOADING>");
    assertThat(ui.calls).contains("open " + own.name());
  }

  @Test
  void selectionGoesBothWays() {
    show();
    focusTree();
    Ui.press(KeyCode.DOWN);
    assertThat(ui.store.state().selection()).isEqualTo(Ref.of(Samples.LOCAL, Samples.REPORTS));
    select(Samples.ANALYTICS.branch("production"));
    assertThat(selectedName()).isEqualTo("production");
    assertThat(names()).containsSequence("analytics", "production");
    Ui.press(KeyCode.HOME);
    assertThat(selectedName()).isEqualTo("Local workspace");
    Ui.press(KeyCode.END);
    assertThat(selectedName()).isEqualTo("release-7");
    assertThat(ui.store.state().selection())
        .isEqualTo(Ref.of(Samples.LOCAL, Samples.SHOP.branch("release-7")));
  }

  /** The focus stood as many rows below as had opened above it, and the arrows went on there. */
  @Test
  void theFocusIsWhereTheSelectionIsWhenRowsOpenAboveIt() {
    show();
    focusTree();
    select(Samples.ANALYTICS.branch("production").endpoint("primary"));
    Fx.settle();
    assertThat(tree().getFocusModel().getFocusedIndex())
        .isEqualTo(tree().getSelectionModel().getSelectedIndex());
    Ui.press(KeyCode.UP);
    assertThat(ui.store.state().selection())
        .isEqualTo(Ref.of(Samples.LOCAL, Samples.ANALYTICS.branch("production")));
  }

  @Test
  void keysDoWhatTheySay() {
    show();
    focusTree();
    select(Samples.PRODUCTION);
    ui.calls.clear();
    Ui.press(KeyCode.F2);
    Ui.press(KeyCode.DELETE);
    Ui.press(KeyCode.INSERT);
    Ui.press(KeyCode.C, Ui.Held.CTRL);
    Ui.press(KeyCode.ENTER);
    assertThat(ui.calls)
        .containsExactly(
            "edit " + Samples.PRODUCTION,
            "delete " + Samples.PRODUCTION,
            "newBranch " + Samples.PRODUCTION,
            "copy " + Samples.PRODUCTION,
            "select " + Samples.PRODUCTION);
  }

  /** The service refuses branches from it; the menu and the key offered them all the same. */
  @Test
  void aBranchThatExpiresIsOfferedComputesAndSaysWhyNoBranches() {
    show();
    focusTree();
    select(Samples.DEVELOPMENT);
    ui.calls.clear();
    Ui.press(KeyCode.INSERT);
    assertThat(ui.calls).containsExactly("newCompute " + Samples.DEVELOPMENT);
    openMenu();
    assertThat(menuTexts())
        .contains("New branch… (it expires, so it cannot have children)", "New compute…");
  }

  @Test
  void typingGoesToTheNextRowThatStartsSo() {
    show();
    focusTree();
    Ui.type("pr-18");
    assertThat(selectedName()).isEqualTo("pr-1841");
  }

  @Test
  void filterKeepsAncestorsAndClearingRestoresWhatWasOpen() {
    show();
    List<String> before = names();
    Fx.run(pane::focusFilter);
    Ui.waitForFocus("tree-filter");
    Ui.type("tree-filter", "PRIM");
    Fx.waitFor("the filter", () -> names().size() < before.size());
    assertThat(names())
        .containsExactly(
            "Local workspace",
            "analytics",
            "production",
            "primary",
            "Shop",
            "production",
            "primary",
            "development",
            "primary",
            "release-7",
            "primary");
    assertThat(selectedName()).isEqualTo("primary");
    assertThat(Ui.find("tree-count", Label.class).getText()).isEqualTo("2 of 3");
    Fx.snapshot(pane.getScene(), "tree-filter");
    Ui.press(KeyCode.ESCAPE);
    assertThat(names()).isEqualTo(before);
    assertThat(selectedName()).isEqualTo("primary");
  }

  @Test
  void filterFindsByPathAndSaysWhenNothingMatches() {
    show();
    Ui.type("tree-filter", "shop/dev");
    Fx.waitFor("the filter", () -> names().contains("development") && names().size() < 6);
    assertThat(names()).containsExactly("Local workspace", "Shop", "development", "primary");
    Ui.type("tree-filter", "no such thing");
    Ui.waitForText("Nothing matches");
    select(Samples.PRODUCTION);
    assertThat(selectedName()).isEqualTo("production");
  }

  @Test
  void aListThatFailedSaysWhyAndIsReadAgain() {
    show();
    ui.update(state ->
        state.changeInventory(
            Samples.LOCAL,
            inventory ->
                inventory.changeProject(
                    Samples.CHECKOUT,
                    entry ->
                        entry.withBranches(
                            entry
                                .branches()
                                .withLoad(
                                    new LoadState.Failed(
                                        new ApiFailure.Network(Samples.failure(0, "", "")),
                                        Samples.NOW))))));
    select(Samples.CHECKOUT);
    focusTree();
    Ui.press(KeyCode.RIGHT);
    Ui.waitForText("no connection");
    Fx.snapshot(pane.getScene(), "tree-failed");
    Ui.press(KeyCode.DOWN);
    Ui.press(KeyCode.ENTER);
    assertThat(ui.calls).contains("refresh " + Samples.CHECKOUT);
    assertThat(ui.store.state().selection()).isEqualTo(Ref.of(Samples.LOCAL, Samples.CHECKOUT));
  }

  @Test
  void whatIsGoneSaysSoBeforeItLeaves() {
    show();
    ui.update(state ->
        state.changeWorkspace(
            Samples.LOCAL, found -> found.withGone(Samples.DEVELOPMENT, "development")));
    Ui.waitForText("deleted elsewhere");
    Fx.snapshot(pane.getScene(), "tree-gone");
    ui.update(state ->
        state.changeInventory(Samples.LOCAL, inventory -> inventory.without(Samples.DEVELOPMENT)));
    assertThat(names()).doesNotContain("development");
    assertThat(selectedName()).isEqualTo("primary");
  }

  @Test
  void theMenuOffersWhatFitsAndSaysWhyNot() {
    show();
    select(Samples.PRIMARY);
    focusTree();
    openMenu();
    assertThat(menuTexts())
        .contains(
            "Generate database credentials… (a task is running)",
            "Local connect port… (a task is running)",
            "Copy host",
            "Copy UID");
    select(Samples.DEVELOPMENT);
    openMenu();
    assertThat(menuTexts()).contains("New compute…", "Edit…", "Delete…");
    Fx.run(() ->
        Window.getWindows().stream()
            .filter(ContextMenu.class::isInstance)
            .map(ContextMenu.class::cast)
            .flatMap(menu -> menu.getItems().stream())
            .filter(item -> "tree-menu-newCompute".equals(item.getId()))
            .forEach(item -> item.fire()));
    assertThat(ui.calls).contains("newCompute " + Samples.DEVELOPMENT);
  }

  private void openMenu() {
    Fx.run(() ->
        tree()
            .fireEvent(
                new ContextMenuEvent(
                    ContextMenuEvent.CONTEXT_MENU_REQUESTED, 0, 0, 0, 0, true, null)));
    Fx.settle();
  }

  private static List<String> menuTexts() {
    return Fx.call(() ->
        Window.getWindows().stream()
            .filter(ContextMenu.class::isInstance)
            .map(ContextMenu.class::cast)
            .flatMap(menu -> menu.getItems().stream())
            .map(item -> Objects.requireNonNullElse(item.getText(), "-"))
            .toList());
  }
}
