package lakebase.tour;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.text.Text;
import javafx.stage.Window;

/**
 * Finds nodes of the showing windows and acts on them as a person does: only on what is visible and
 * enabled, waiting for it a bounded time.
 */
public final class Ui {

  /** A key held while another is pressed. */
  public enum Held {
    CTRL,
    SHIFT,
    ALT
  }

  private Ui() {}

  /** The first node of that id in a showing window; waits for it. */
  public static Node find(String id) {
    FxThread.waitFor("#" + id, () -> lookup(id).isPresent());
    return FxThread.call(() -> lookup(id).orElseThrow());
  }

  /** The same, of that type. */
  public static <T extends Node> T find(String id, Class<T> type) {
    return type.cast(find(id));
  }

  /** Whether a node of that id is on the screen now. */
  public static boolean isShown(String id) {
    return FxThread.call(() -> lookup(id).isPresent());
  }

  /** All nodes on the screen that match; on the FX thread or off it. */
  public static List<Node> all(Predicate<Node> matching) {
    return FxThread.call(() -> nodes().filter(matching).toList());
  }

  /** Whether that text, or a text that contains it, can be read on the screen now. */
  public static boolean reads(String text) {
    return !all(node -> text(node).contains(text)).isEmpty();
  }

  /** Waits until that text can be read on the screen. */
  public static void waitForText(String text) {
    FxThread.waitFor(
        "the text '" + text + "'", () -> nodes().anyMatch(node -> text(node).contains(text)));
  }

  /** Waits until the node of that id can be used, and clicks it once. */
  public static void click(String id) {
    FxThread.waitFor(
        "#" + id + " to be enabled",
        () -> lookup(id).filter(node -> !node.isDisabled()).isPresent());
    FxThread.run(() -> click(lookup(id).orElseThrow(), 1));
    FxThread.settle();
  }

  /** Clicks that node, that many times. */
  public static void click(Node node, int times) {
    FxThread.run(() -> {
      if (node instanceof ButtonBase button && times == 1) {
        if (node.isFocusTraversable()) {
          node.requestFocus();
        }
        button.fire();
        return;
      }
      for (int count = 1; count <= times; count++) {
        fire(node, MouseEvent.MOUSE_PRESSED, count);
        fire(node, MouseEvent.MOUSE_RELEASED, count);
        fire(node, MouseEvent.MOUSE_CLICKED, count);
      }
    });
  }

  /** Puts the focus into the text input of that id, and types over what is there. */
  public static void type(String id, String text) {
    Node node = find(id);
    FxThread.run(() -> {
      node.requestFocus();
      if (node instanceof TextInputControl input) {
        input.selectAll();
      }
    });
    if (text.isEmpty()) {
      press(KeyCode.DELETE);
    }
    type(text);
  }

  /** Types into whatever has the focus. */
  public static void type(String text) {
    FxThread.run(() ->
        text.codePoints()
            .mapToObj(Character::toString)
            .forEach(character ->
                Event.fireEvent(
                    focused(),
                    new KeyEvent(
                        KeyEvent.KEY_TYPED,
                        character,
                        "",
                        KeyCode.UNDEFINED,
                        false,
                        false,
                        false,
                        false))));
    FxThread.settle();
  }

  /** Presses and releases a key where the focus is. */
  public static void press(KeyCode code, Held... held) {
    Set<Held> keys = held.length == 0 ? EnumSet.noneOf(Held.class) : EnumSet.copyOf(List.of(held));
    FxThread.run(() -> {
      Event.fireEvent(focused(), key(KeyEvent.KEY_PRESSED, code, keys));
      Event.fireEvent(focused(), key(KeyEvent.KEY_RELEASED, code, keys));
    });
    FxThread.settle();
  }

  /** Waits until the node of that id has the focus. */
  public static void waitForFocus(String id) {
    BooleanSupplier has = () -> lookup(id).filter(Node::isFocusWithin).isPresent();
    FxThread.waitFor("#" + id + " to have the focus", has);
  }

  private static Node focused() {
    Scene scene =
        Window.getWindows().stream()
            .filter(Window::isFocused)
            .findFirst()
            .or(() -> Window.getWindows().stream().findFirst())
            .map(Window::getScene)
            .orElseThrow(() -> new AssertionError("no window is showing"));
    return Objects.requireNonNullElse(scene.getFocusOwner(), scene.getRoot());
  }

  private static KeyEvent key(EventType<KeyEvent> type, KeyCode code, Set<Held> held) {
    return new KeyEvent(
        type,
        KeyEvent.CHAR_UNDEFINED,
        code.getName().toLowerCase(Locale.ROOT),
        code,
        held.contains(Held.SHIFT),
        held.contains(Held.CTRL),
        held.contains(Held.ALT),
        false);
  }

  private static void fire(Node node, EventType<MouseEvent> type, int count) {
    Point2D middle =
        new Point2D(node.getBoundsInLocal().getCenterX(), node.getBoundsInLocal().getCenterY());
    Point2D onScreen = Objects.requireNonNullElse(node.localToScreen(middle), Point2D.ZERO);
    Point2D inScene = node.localToScene(middle);
    boolean down = type == MouseEvent.MOUSE_PRESSED;
    Event.fireEvent(
        node,
        new MouseEvent(
            type,
            inScene.getX(),
            inScene.getY(),
            onScreen.getX(),
            onScreen.getY(),
            MouseButton.PRIMARY,
            count,
            false,
            false,
            false,
            false,
            down,
            false,
            false,
            true,
            false,
            true,
            new PickResult(node, inScene.getX(), inScene.getY())));
  }

  private static Optional<Node> lookup(String id) {
    return nodes().filter(node -> id.equals(node.getId())).findFirst();
  }

  private static Stream<Node> nodes() {
    Collection<Window> windows = List.copyOf(Window.getWindows());
    return windows.stream()
        .filter(Window::isShowing)
        .flatMap(window -> Stream.ofNullable(window.getScene()))
        .flatMap(scene -> under(scene.getRoot()));
  }

  private static Stream<Node> under(Node node) {
    if (!node.isVisible()) {
      return Stream.empty();
    }
    return node instanceof Parent parent
        ? Stream.concat(
            Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(Ui::under))
        : Stream.of(node);
  }

  /** What can be read of a node; empty when it is no text. */
  public static String text(Node node) {
    String text =
        switch (node) {
          case Labeled labeled -> labeled.getText();
          case Text shown -> shown.getText();
          case TextInputControl input -> input.getText();
          default -> "";
        };
    return Objects.requireNonNullElse(text, "");
  }
}
