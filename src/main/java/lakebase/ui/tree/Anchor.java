package lakebase.ui.tree;

import javafx.scene.control.IndexedCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.control.skin.VirtualFlow;
import org.jspecify.annotations.Nullable;

/**
 * The row at the top of a tree's view, so that it can be put there again after rows above it came
 * or went.
 */
record Anchor(@Nullable TreeItem<TreeRow> item, int row, double offset) {

  private static final int ROWS_ABOVE = 4;
  private static final Anchor NONE = new Anchor(null, -1, 0);

  /** The row at the top now. */
  static Anchor of(TreeView<TreeRow> view) {
    VirtualFlow<?> flow = flow(view);
    IndexedCell<?> first = flow == null ? null : flow.getFirstVisibleCell();
    if (first == null || first.getIndex() <= 0) {
      return NONE;
    }
    return new Anchor(view.getTreeItem(first.getIndex()), first.getIndex(), first.getLayoutY());
  }

  /** Puts the row at the top again, where it is not there any more. */
  void restore(TreeView<TreeRow> view) {
    if (item == null) {
      return;
    }
    int now = view.getRow(item);
    VirtualFlow<?> flow = flow(view);
    if (flow == null || now < 0 || now == row || !item.equals(view.getTreeItem(now))) {
      return;
    }
    view.layout();
    flow.scrollToTop(now);
    flow.scrollPixels(-offset);
  }

  /** Scrolls as little as is needed to see that row. */
  static void reveal(TreeView<TreeRow> view, int row) {
    VirtualFlow<?> flow = flow(view);
    IndexedCell<?> first = flow == null ? null : flow.getFirstVisibleCell();
    IndexedCell<?> last = flow == null ? null : flow.getLastVisibleCell();
    if (first == null || last == null || row <= first.getIndex() || row >= last.getIndex()) {
      view.scrollTo(Math.max(0, row - ROWS_ABOVE));
    }
  }

  private static @Nullable VirtualFlow<?> flow(TreeView<TreeRow> view) {
    return view.lookup(".virtual-flow") instanceof VirtualFlow<?> flow ? flow : null;
  }
}
