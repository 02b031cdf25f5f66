package lakebase.ui.tree;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.collections.ObservableList;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.util.Duration;
import lakebase.state.AppState;
import lakebase.state.Ref;
import lakebase.state.TreeFilter;
import org.jspecify.annotations.Nullable;

/**
 * Makes the tree's items follow the state, by their differences: what stays the same keeps its
 * item, and with it selection and expansion, and the row at the top of the view stays there. The
 * one place that changes items. For the FX thread.
 *
 * <p>A JavaFX tree with a focused row takes time in the square of what is added to an open item;
 * with the item closed meanwhile it does not. So large changes are made to closed items.
 */
final class TreeSync {

  /** Up to so many rows are put in and taken out one by one. */
  private static final int FEW = 24;

  private final TreeView<TreeRow> view;
  private final RowMaker rows;
  private final Consumer<Ref> onOpen;
  private final RowItem plain;
  private final PauseTransition afterwards = new PauseTransition(Duration.millis(1));
  private boolean changing;

  /**
   * Starts with nothing.
   *
   * @param onOpen called when a person, or a single child, opens an item whose children follow from
   *     then on
   */
  TreeSync(TreeView<TreeRow> view, RowMaker rows, Consumer<Ref> onOpen) {
    this.view = view;
    this.rows = rows;
    this.onOpen = onOpen;
    this.plain = root();
    view.setShowRoot(false);
    view.setRoot(plain);
    afterwards.setOnFinished(_ -> focusSelected());
  }

  /** Whether items are being changed: what the tree reports then is not a person's doing. */
  boolean isChanging() {
    return changing;
  }

  /** Shows that state under the filter that is in force. */
  void show(AppState state) {
    show(state, rows.filter());
  }

  /** Shows that state under that filter. Without one, the tree is open as it was left. */
  void show(AppState state, TreeFilter filter) {
    boolean another = !filter.query().equals(rows.filter().query());
    rows.show(state, filter);
    if (another) {
      change(() -> view.setRoot(filter.isOff() ? plain : root()));
    }
    TreeItem<TreeRow> selected = view.getSelectionModel().getSelectedItem();
    Anchor anchor = Anchor.of(view);
    change(() -> {
      RowItem root = (RowItem) view.getRoot();
      sync(root, rows.in(root.row()));
      restore(selected);
    });
    anchor.restore(view);
  }

  /** The item of that thing, if it is in the tree; with {@code open}, what it is in is opened. */
  @Nullable RowItem find(Ref ref, boolean open) {
    RowItem at = (RowItem) view.getRoot();
    for (Ref step : path(ref)) {
      if (open && at != view.getRoot() && !at.isExpanded()) {
        at.setExpanded(true);
      }
      at = child(at, step);
      if (at == null) {
        return null;
      }
    }
    return at;
  }

  private static List<Ref> path(Ref ref) {
    Deque<Ref> path = new ArrayDeque<>();
    path.addFirst(ref);
    while (!path.getFirst().equals(path.getFirst().parent())) {
      path.addFirst(path.getFirst().parent());
    }
    return List.copyOf(path);
  }

  private static @Nullable RowItem child(RowItem parent, Ref ref) {
    for (TreeItem<TreeRow> child : parent.getChildren()) {
      RowItem item = (RowItem) child;
      if (item.row().ref().equals(ref) && !(item.row() instanceof TreeRow.Note)) {
        return item;
      }
    }
    return null;
  }

  private RowItem root() {
    RowItem root = new RowItem(new TreeRow.Root());
    root.markOpened();
    root.setExpanded(true);
    root.addEventHandler(TreeItem.<TreeRow>branchExpandedEvent(), this::expanded);
    return root;
  }

  private void expanded(TreeItem.TreeModificationEvent<TreeRow> event) {
    RowItem item = (RowItem) event.getTreeItem();
    if (!changing) {
      open(item);
    }
  }

  /** A node with a single child opens with it. */
  private void open(RowItem item) {
    item.markOpened();
    onOpen.accept(item.row().ref());
    change(() -> sync(item, rows.in(item.row())));
    openSingle(item);
  }

  private void openSingle(RowItem item) {
    if (item.isExpanded() && item.getChildren().size() == 1) {
      RowItem only = (RowItem) item.getChildren().getFirst();
      if (!only.isLeaf() && !only.isExpanded()) {
        only.setExpanded(true);
      }
    }
  }

  private void change(Runnable action) {
    boolean outer = changing;
    changing = true;
    try {
      action.run();
    } finally {
      changing = outer;
    }
  }

  private void sync(RowItem parent, List<TreeRow> wanted) {
    boolean wasWaiting = isWaiting(parent);
    if (!parent.shows(wanted)) {
      follow(parent, wanted);
      parent.showing(wanted);
    }
    for (TreeItem<TreeRow> child : List.copyOf(parent.getChildren())) {
      RowItem item = (RowItem) child;
      openForMatch(item);
      if (item.wasOpened()) {
        sync(item, rows.in(item.row()));
      }
    }
    if (wasWaiting && rows.filter().isOff() && parent != view.getRoot()) {
      openWaited(parent);
    }
  }

  private void follow(RowItem parent, List<TreeRow> wanted) {
    Map<Object, RowItem> known = new HashMap<>();
    parent
        .getChildren()
        .forEach(child -> known.put(((RowItem) child).row().key(), (RowItem) child));
    List<RowItem> items = new ArrayList<>(wanted.size());
    Set<Object> keys = new HashSet<>();
    for (TreeRow row : wanted) {
      keys.add(row.key());
      RowItem item = known.get(row.key());
      if (item == null) {
        item = new RowItem(row);
        openForMatch(item);
      } else if (!item.row().equals(row)) {
        item.setValue(row);
      }
      items.add(item);
    }
    place(parent, items, keys);
  }

  /** What a person opened before its children were known opens a single one too. */
  private void openWaited(RowItem parent) {
    boolean outer = changing;
    changing = false;
    try {
      openSingle(parent);
    } finally {
      changing = outer;
    }
  }

  private static boolean isWaiting(RowItem parent) {
    return parent.isExpanded()
        && parent.getChildren().size() == 1
        && ((RowItem) parent.getChildren().getFirst()).row()
            instanceof TreeRow.Note(var _, var _, var kind, var _)
        && kind == TreeRow.Note.Kind.LOADING;
  }

  /** A filter opens what has a match in it, once. */
  private void openForMatch(RowItem item) {
    if (!item.wasOpened() && !item.isLeaf() && rows.filter().opens(item.row().ref())) {
      item.markOpened();
      sync(item, rows.in(item.row()));
      item.setExpanded(true);
    }
  }

  private static void place(RowItem parent, List<RowItem> items, Set<Object> keys) {
    ObservableList<TreeItem<TreeRow>> children = parent.getChildren();
    if (children.equals(items)) {
      return;
    }
    List<TreeItem<TreeRow>> kept =
        children.stream().filter(child -> keys.contains(((RowItem) child).row().key())).toList();
    int changes = children.size() - kept.size() + items.size() - kept.size();
    boolean sameOrder = kept.equals(items.stream().filter(Set.copyOf(kept)::contains).toList());
    if (changes > FEW || !sameOrder) {
      boolean open = parent.isExpanded();
      parent.setExpanded(false);
      children.setAll(items);
      parent.setExpanded(open);
      return;
    }
    children.removeIf(child -> !keys.contains(((RowItem) child).row().key()));
    for (int i = 0; i < items.size(); i++) {
      if (i >= children.size() || children.get(i) != items.get(i)) {
        children.add(i, items.get(i));
      }
    }
  }

  /** Closing an item moved the selection up; what is still there is selected again. */
  private void restore(@Nullable TreeItem<TreeRow> selected) {
    var model = view.getSelectionModel();
    if (selected == null || selected.equals(model.getSelectedItem())) {
      return;
    }
    int row = view.getRow(selected);
    if (row >= 0 && isShown(selected)) {
      select(row);
    } else {
      model.clearSelection();
    }
  }

  /**
   * Selects that row. The focus, from which the arrows go on, is put there once more: where rows
   * above have just opened, the tree moves it by their number afterwards.
   */
  void select(int row) {
    view.getSelectionModel().clearAndSelect(row);
    afterwards.playFromStart();
  }

  private void focusSelected() {
    int selected = view.getSelectionModel().getSelectedIndex();
    if (selected >= 0 && view.getFocusModel().getFocusedIndex() != selected) {
      view.getFocusModel().focus(selected);
    }
  }

  private boolean isShown(TreeItem<TreeRow> item) {
    TreeItem<TreeRow> up = item;
    while (up.getParent() != null) {
      up = up.getParent();
      if (!up.isExpanded()) {
        return false;
      }
    }
    return up.equals(view.getRoot());
  }
}
