package lakebase.ui.dialog;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the keyboard focus inside a node: whatever leaves it by Tab comes in again at the other
 * end. JavaFX itself lets the focus wander behind a modal pane.
 */
final class FocusTrap {

  private final Parent inside;
  private final ChangeListener<@Nullable Node> moved = (_, _, now) -> bringBack(now);
  private final EventHandler<KeyEvent> keys = this::note;
  private @Nullable Scene scene;
  private boolean backwards;

  FocusTrap(Parent inside) {
    this.inside = inside;
  }

  /** From now on; the node must be in a scene, or nothing is held. */
  void hold() {
    Scene now = inside.getScene();
    if (now != null) {
      scene = now;
      now.focusOwnerProperty().addListener(moved);
      now.addEventFilter(KeyEvent.KEY_PRESSED, keys);
    }
  }

  /** No longer. */
  void release() {
    Scene held = scene;
    if (held != null) {
      held.focusOwnerProperty().removeListener(moved);
      held.removeEventFilter(KeyEvent.KEY_PRESSED, keys);
      scene = null;
    }
  }

  private void note(KeyEvent event) {
    if (event.getCode() == KeyCode.TAB) {
      backwards = event.isShiftDown();
    }
  }

  private void bringBack(@Nullable Node now) {
    if (now == null || contains(now) || isInsideLaterDialog(now)) {
      return;
    }
    List<Node> stops = stops(inside, new ArrayList<>());
    if (!stops.isEmpty()) {
      (backwards ? stops.getLast() : stops.getFirst()).requestFocus();
    }
  }

  /** A dialog opened above this one holds the focus itself. */
  private boolean isInsideLaterDialog(Node now) {
    for (Node up = now; up != null; up = up.getParent()) {
      if (up instanceof DialogFrame) {
        return true;
      }
    }
    return false;
  }

  private boolean contains(@Nullable Node node) {
    for (Node up = node; up != null; up = up.getParent()) {
      if (up.equals(inside)) {
        return true;
      }
    }
    return false;
  }

  /** What Tab stops at below the node, in its order. */
  static List<Node> stops(Parent parent, List<Node> found) {
    for (Node child : parent.getChildrenUnmodifiable()) {
      if (!child.isVisible() || child.isDisabled()) {
        continue;
      }
      if (child.isFocusTraversable()) {
        found.add(child);
      }
      if (child instanceof Parent inner) {
        stops(inner, found);
      }
    }
    return found;
  }
}
