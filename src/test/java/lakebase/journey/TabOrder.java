package lakebase.journey;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import lakebase.tour.Ui;
import org.jspecify.annotations.Nullable;

/** Presses Tab until the focus is back where it was. For the FX thread. */
final class TabOrder {

  private static final int MOST = 200;

  private TabOrder() {}

  /** The controls that Tab does not come to, of the dialog on top, or of the whole window. */
  static List<String> unreached(Scene scene, String screen) {
    Set<Node> visited = new LinkedHashSet<>();
    Node start = scene.getFocusOwner();
    for (int count = 0; count < MOST; count++) {
      Node owner = scene.getFocusOwner();
      if (owner == null || (!visited.add(owner) && owner.equals(start))) {
        break;
      }
      press(owner, KeyEvent.KEY_PRESSED);
      press(Objects.requireNonNullElse(scene.getFocusOwner(), owner), KeyEvent.KEY_RELEASED);
    }
    List<String> missed = new ArrayList<>();
    stops(ScreenCheck.top(scene))
        .filter(node -> !visited.contains(node) && !isReachedByArrows(node, visited))
        .forEach(node ->
            missed.add(
                screen
                    + ": Tab does not come to #"
                    + node.getId()
                    + " '"
                    + Ui.text(node)
                    + "' of "
                    + node.getParent()));
    if (start != null) {
      start.requestFocus();
    }
    return missed;
  }

  /** Tab comes to one button of a group, arrows to the others. */
  private static boolean isReachedByArrows(Node node, Set<Node> visited) {
    return node instanceof ToggleButton button
        && button.getToggleGroup() != null
        && button.getToggleGroup().getToggles().stream().anyMatch(visited::contains);
  }

  private static void press(Node node, EventType<KeyEvent> type) {
    Event.fireEvent(node, new KeyEvent(type, "\t", "", KeyCode.TAB, false, false, false, false));
  }

  private static Stream<Node> stops(@Nullable Node node) {
    if (node == null || !node.isVisible() || node.isDisabled()) {
      return Stream.empty();
    }
    if (node instanceof Spinner) {
      return Stream.empty();
    }
    boolean stop =
        node.isFocusTraversable()
            && (node instanceof ButtonBase
                || node instanceof TextInputControl
                || node instanceof ComboBoxBase
                || node instanceof ChoiceBox);
    if (stop) {
      return Stream.of(node);
    }
    return node instanceof Parent parent
        ? parent.getChildrenUnmodifiable().stream().flatMap(TabOrder::stops)
        : Stream.empty();
  }
}
