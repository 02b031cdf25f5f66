package lakebase.ui.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TreeView;
import lakebase.ui.Lifecycle;
import org.jspecify.annotations.Nullable;

/** Moves the focus round the parts of the window; each part gives it to what had it last there. */
final class PaneCycle {

  private final List<Node> panes;
  private final Map<Node, Node> last = new HashMap<>();

  /** Goes round those parts, of which {@code inside} is the node that lives as long as they. */
  PaneCycle(Node inside, List<Node> panes) {
    this.panes = List.copyOf(panes);
    Lifecycle.of(inside)
        .whileShowing(() -> {
          Scene scene = Objects.requireNonNull(inside.getScene());
          return scene.focusOwnerProperty().subscribe(this::note)::unsubscribe;
        });
  }

  /** Gives the focus to the next part, or the one before. */
  void move(@Nullable Node focused, int step) {
    int at = panes.indexOf(paneOf(focused).orElse(null));
    int from = at < 0 && step < 0 ? 0 : at;
    for (int tries = 1; tries <= panes.size(); tries++) {
      Node pane = panes.get(Math.floorMod(from + step * tries, panes.size()));
      Optional<Node> target = target(pane);
      if (target.isPresent()) {
        target.get().requestFocus();
        return;
      }
    }
  }

  private void note(@Nullable Node focused) {
    paneOf(focused).ifPresent(pane -> last.put(pane, Objects.requireNonNull(focused)));
  }

  private Optional<Node> paneOf(@Nullable Node node) {
    for (Node up = node; up != null; up = up.getParent()) {
      if (panes.contains(up)) {
        return Optional.of(up);
      }
    }
    return Optional.empty();
  }

  private Optional<Node> target(Node pane) {
    Node before = last.get(pane);
    if (before != null && pane.equals(paneOf(before).orElse(null)) && isReachable(before)) {
      return Optional.of(before);
    }
    return under(pane)
        .filter(TreeView.class::isInstance)
        .findFirst()
        .or(() -> under(pane).filter(PaneCycle::isReachable).findFirst());
  }

  private static boolean isReachable(Node node) {
    return node.isFocusTraversable() && !node.isDisabled() && isShown(node);
  }

  private static boolean isShown(@Nullable Node node) {
    return node == null || (node.isVisible() && isShown(node.getParent()));
  }

  private static Stream<Node> under(Node node) {
    return node instanceof Parent parent
        ? Stream.concat(
            Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(PaneCycle::under))
        : Stream.of(node);
  }
}
