package lakebase.ui.tree;

import java.util.List;
import java.util.Objects;
import javafx.scene.control.TreeItem;

/** A place in the tree. It gets children when it is opened, and keeps them. */
final class RowItem extends TreeItem<TreeRow> {

  private boolean opened;
  private List<TreeRow> shown = List.of();

  RowItem(TreeRow row) {
    super(row);
  }

  /** The row now. */
  TreeRow row() {
    return Objects.requireNonNull(getValue());
  }

  /** Whether it has been opened, so that its children follow the state. */
  boolean wasOpened() {
    return opened;
  }

  /** From now on its children follow the state. */
  void markOpened() {
    opened = true;
  }

  /** Whether its children were made from that very list, and so are right already. */
  @SuppressWarnings("ReferenceEquality")
  boolean shows(List<TreeRow> rows) {
    return shown == rows && !rows.isEmpty();
  }

  /** Its children are made from that list. */
  void showing(List<TreeRow> rows) {
    shown = rows;
  }

  @Override
  public boolean isLeaf() {
    TreeRow row = getValue(); // not there yet while the item is being made
    return row == null || !row.isOpenable();
  }
}
