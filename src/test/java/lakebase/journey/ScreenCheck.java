package lakebase.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Text;
import javafx.stage.Window;
import lakebase.tour.Ui;
import org.jspecify.annotations.Nullable;

/**
 * Looks at all that is on the screen: every control has a name, can be reached by keys, stands
 * inside its window, shows its text whole or tells it by a tooltip. For the FX thread.
 */
final class ScreenCheck {

  private static final double TOLERANCE = 1;

  private final String screen;
  private final List<String> problems = new ArrayList<>();
  private final List<Node> nodes;
  private final Set<Node> labelled;

  ScreenCheck(String screen) {
    this.screen = screen;
    this.nodes =
        List.copyOf(Window.getWindows()).stream()
            .filter(Window::isShowing)
            .flatMap(window -> Stream.ofNullable(window.getScene()))
            .flatMap(scene -> under(top(scene)))
            .toList();
    this.labelled =
        nodes.stream()
            .filter(Label.class::isInstance)
            .flatMap(node -> Stream.ofNullable(((Label) node).getLabelFor()))
            .collect(Collectors.toSet());
  }

  /** What is wrong with the screen, a line each. */
  List<String> problems() {
    for (Node node : nodes) {
      if (node instanceof Control control && !isPart(control)) {
        checkName(control);
        checkKeys(control);
        checkPlace(control);
      }
      if (node instanceof Labeled labeled) {
        checkText(labeled);
      }
    }
    return problems;
  }

  private void checkName(Control control) {
    boolean named =
        !Objects.requireNonNullElse(control.getAccessibleText(), "").isBlank()
            || (control instanceof Labeled && !Ui.text(control).isBlank())
            || labelled.contains(control);
    if (isUsable(control) && !named) {
      problem(control, "has no name");
    }
  }

  private void checkKeys(Control control) {
    if (isUsable(control)
        && !control.isDisabled()
        && !control.isFocusTraversable()
        && up(control).noneMatch(ScreenCheck::movesItsOwnFocus)) {
      problem(control, "is not reached by Tab");
    }
  }

  private void checkPlace(Control control) {
    if (!isUsable(control) && !(control instanceof Label)) {
      return;
    }
    if (up(control).skip(1).anyMatch(node -> node instanceof ScrollPane || isCell(node))) {
      return;
    }
    Scene scene = control.getScene();
    Bounds bounds = control.localToScene(control.getLayoutBounds());
    if (bounds.getMinX() < -TOLERANCE
        || bounds.getMinY() < -TOLERANCE
        || bounds.getMaxX() > scene.getWidth() + TOLERANCE
        || bounds.getMaxY() > scene.getHeight() + TOLERANCE) {
      problem(control, "stands outside its window: " + bounds);
    }
  }

  /**
   * What is cut must have a tooltip, at once or when the pointer comes; what names a fact is not.
   */
  private void checkText(Labeled labeled) {
    String ellipsis = labeled.getEllipsisString();
    if (labeled.lookup(".text") instanceof Text shown
        && labeled.equals(shown.getParent())
        && shown.getText().endsWith(ellipsis)
        && !Ui.text(labeled).endsWith(ellipsis)
        && (labeled.getStyleClass().contains("fact-label") || !hasTooltip(labeled))) {
      problem(labeled, "is cut to '" + shown.getText() + "'");
    }
  }

  private static boolean hasTooltip(Labeled labeled) {
    if (labeled.getOnMouseEntered() != null && labeled.getTooltip() == null) {
      labeled.getOnMouseEntered().handle(entered(labeled));
    }
    return up(labeled)
        .limit(3)
        .anyMatch(node ->
            (node instanceof Control control && control.getTooltip() != null)
                || node.getProperties().containsKey("javafx.scene.control.Tooltip"));
  }

  private static MouseEvent entered(Node node) {
    return new MouseEvent(
        node,
        node,
        MouseEvent.MOUSE_ENTERED,
        0,
        0,
        0,
        0,
        MouseButton.NONE,
        0,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        true,
        false,
        false,
        null);
  }

  /** Whether a person does something with it, not only reads it. */
  private static boolean isUsable(Control control) {
    return switch (control) {
      case ButtonBase _, TextInputControl _, ComboBoxBase<?> _, ChoiceBox<?> _ -> true;
      case Spinner<?> _, Slider _, TreeView<?> _, TableView<?> _, ListView<?> _ -> true;
      default -> false;
    };
  }

  /** Whether it is made by the skin of another control, which is what people meet. */
  private static boolean isPart(Control control) {
    return up(control)
        .skip(1)
        .anyMatch(node ->
            node instanceof Spinner
                || node instanceof ComboBoxBase
                || node instanceof ChoiceBox
                || node instanceof ScrollBar
                || node instanceof ButtonBase);
  }

  private static boolean movesItsOwnFocus(Node node) {
    return node instanceof TreeView
        || node instanceof TableView
        || node instanceof ListView
        || isCell(node);
  }

  private static boolean isCell(Node node) {
    return node instanceof IndexedCell;
  }

  /** The dialog on top; the whole content while there is none. */
  static Parent top(Scene scene) {
    return scene.lookup("#dialogs") instanceof Parent host
            && !host.getChildrenUnmodifiable().isEmpty()
            && host.getChildrenUnmodifiable().getLast() instanceof Parent dialog
        ? dialog
        : scene.getRoot();
  }

  private void problem(Node node, String what) {
    problems.add(
        String.format(
            Locale.ROOT,
            "%s: %s#%s '%s' %s",
            screen,
            node.getClass().getSimpleName(),
            Objects.requireNonNullElse(node.getId(), String.join(".", node.getStyleClass())),
            Ui.text(node),
            what));
  }

  private static Stream<Node> up(Node node) {
    return Stream.<@Nullable Node>iterate(
            node, Objects::nonNull, now -> Objects.requireNonNull(now).getParent())
        .map(Objects::requireNonNull);
  }

  private static Stream<Node> under(Node node) {
    if (!node.isVisible()) {
      return Stream.empty();
    }
    return node instanceof Parent parent
        ? Stream.concat(
            Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(ScreenCheck::under))
        : Stream.of(node);
  }
}
