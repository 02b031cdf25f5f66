package lakebase.ui.tree;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import lakebase.state.AppState;
import lakebase.state.Ref;
import lakebase.state.Store;
import lakebase.state.TreeFilter;
import lakebase.state.Workspace;
import lakebase.state.WorkspaceColour;
import lakebase.ui.Lifecycle;
import lakebase.ui.UiContext;
import lakebase.ui.theme.ConsoleTheme;
import org.jspecify.annotations.Nullable;

/**
 * The tree of all workspaces under its filter. What it opens is read; what is selected in it is the
 * state's selection, in both directions. For the FX thread.
 */
public final class TreePane extends VBox {

  /** The height of a row, in sizes of its text. */
  private static final double ROW = 28 / ConsoleTheme.TEXT_SIZE;

  private final Store store;
  private final TreeView<TreeRow> view = new TreeView<>();
  private final RowMaker rows;
  private final TreeSync sync;
  private final FilterBox box;
  private final FilterModel filter;
  private final Label nothing = new Label();
  private @Nullable Ref wanted;
  private @Nullable Ref last;

  /** A tree of that context's store. */
  public TreePane(UiContext context) {
    this.store = context.store();
    this.rows = new RowMaker(context);
    this.sync = new TreeSync(view, rows, context.inventories()::open);
    this.filter = new FilterModel(context, this::filterBy);
    this.box = new FilterBox(context.texts(), filter::type, this::focusTree);
    RowWords words = new RowWords(context);
    view.setId("tree");
    // Whole pixels at any scale: else the rows of a long list drift away from where they should be.
    view.fixedCellSizeProperty()
        .bind(nothing.fontProperty().map(font -> (double) Math.round(font.getSize() * ROW)));
    view.setCellFactory(_ -> new RowCell(words));
    view.setAccessibleText(context.texts().get("tree.name"));
    view.getSelectionModel().selectedItemProperty().addListener((_, _, item) -> selected(item));
    TreeKeys.install(view, context);
    nothing.setText(context.texts().get("tree.nothing"));
    nothing.getStyleClass().add("tree-nothing");
    nothing.setVisible(false);
    StackPane middle = new StackPane(view, nothing);
    setVgrow(middle, Priority.ALWAYS);
    getStyleClass().add("tree-pane");
    getChildren().addAll(box, middle);
    Lifecycle.of(this)
        .watch(store, state -> state, this::show)
        .watch(store, TreePane::colours, _ -> view.refresh())
        .whileSeen(() -> Minutes.every(() -> sync.show(store.state())));
  }

  /** Gives the focus to the filter. */
  public void focusFilter() {
    box.focus();
  }

  /** Gives the focus to the tree; something is selected then, if there is anything. */
  public void focusTree() {
    view.requestFocus();
    if (view.getSelectionModel().isEmpty() && view.getExpandedItemCount() > 0) {
      view.getSelectionModel().select(0);
    }
  }

  private static List<WorkspaceColour> colours(AppState state) {
    return state.workspaces().values().stream().map(Workspace::colour).toList();
  }

  private void show(AppState state) {
    sync.show(state);
    openFirst();
    filter.stateChanged();
    follow(state);
    count(state);
  }

  /** A workspace is open from the start. */
  private void openFirst() {
    for (TreeItem<TreeRow> item : view.getRoot().getChildren()) {
      if (!((RowItem) item).wasOpened() && rows.filter().isOff()) {
        item.setExpanded(true);
      }
    }
  }

  private void filterBy(TreeFilter by) {
    sync.show(store.state(), by);
    Ref selection = store.state().selection();
    RowItem item = selection == null ? null : sync.find(selection, false);
    if (item != null) {
      select(item);
    }
    count(store.state());
  }

  private void count(AppState state) {
    TreeFilter by = rows.filter();
    long all =
        state.workspaces().values().stream()
            .mapToLong(found -> found.inventory().projects().items().size())
            .sum();
    box.count(by.projects(), all, !by.isOff());
    nothing.setVisible(!by.isOff() && by.matches().isEmpty());
  }

  /** The state's selection is shown as soon as it is known, with everything above it open. */
  private void follow(AppState state) {
    Ref selection = state.selection();
    if (selection != null && !selection.equals(last)) {
      last = selection;
      wanted = selection;
      if (!rows.filter().isOff() && !rows.filter().shows(selection)) {
        box.clear();
      }
    }
    if (wanted == null) {
      return;
    }
    RowItem item = sync.find(wanted, true);
    if (item != null) {
      wanted = null;
      select(item);
    }
  }

  private void select(RowItem item) {
    int row = view.getRow(item);
    if (row >= 0 && view.getSelectionModel().getSelectedItem() != item) {
      sync.select(row);
      Anchor.reveal(view, row);
    }
  }

  private void selected(@Nullable TreeItem<TreeRow> item) {
    TreeRow row = item == null || sync.isChanging() ? null : item.getValue();
    if (row == null || row instanceof TreeRow.Note) {
      return;
    }
    Ref ref = row.ref();
    wanted = null;
    last = ref;
    if (!ref.equals(store.state().selection())) {
      store.update(state -> state.select(ref));
    }
  }
}
