package lakebase.ui.tree;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javafx.scene.control.TreeView;
import lakebase.state.Folding;

/** Finds the next visible row whose name starts with what was just typed. */
final class TypeAhead {

  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final TreeView<TreeRow> view;
  private final Clock clock;
  private String typed = "";
  private Instant last = Instant.MIN;

  TypeAhead(TreeView<TreeRow> view, Clock clock) {
    this.view = view;
    this.clock = clock;
  }

  /** One more character; the same again goes on to the next row that starts with it. */
  void type(String character) {
    Instant now = clock.instant();
    boolean goesOn = !last.isBefore(now.minus(PAUSE));
    last = now;
    String folded = Folding.fold(character);
    boolean again = goesOn && typed.equals(folded);
    typed = goesOn && !again ? typed + folded : folded;
    // A longer start may still fit the row it is on; a new one looks behind it.
    int from = view.getSelectionModel().getSelectedIndex() + (typed.length() > 1 ? 0 : 1);
    int count = view.getExpandedItemCount();
    for (int i = 0; i < count; i++) {
      int row = Math.floorMod(from + i, count);
      if (Folding.fold(RowWords.name(((RowItem) view.getTreeItem(row)).row())).startsWith(typed)) {
        view.getSelectionModel().clearAndSelect(row);
        Anchor.reveal(view, row);
        return;
      }
    }
  }
}
