package lakebase.ui;

import static javafx.scene.input.KeyCombination.SHIFT_DOWN;
import static javafx.scene.input.KeyCombination.SHORTCUT_DOWN;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination.Modifier;
import javafx.scene.input.KeyCombination.ModifierValue;

/**
 * Every key that does something: the one source of accelerators, menus, tooltips and the sheet of
 * keys. What it does is the text {@code key.NAME}.
 */
public enum Key {
  SEARCH(Scope.EVERYWHERE, "Shortcut+K"),
  FILTER(Scope.EVERYWHERE, "Shortcut+F"),
  REFRESH(Scope.EVERYWHERE, "F5", "Shortcut+R"),
  NEW(Scope.EVERYWHERE, "Shortcut+N"),
  ADD_WORKSPACE(Scope.EVERYWHERE, "Shortcut+Shift+N"),
  EDIT(Scope.EVERYWHERE, "F2"),
  CREDENTIAL(Scope.EVERYWHERE, "Shortcut+G"),
  NEXT_PANE(Scope.EVERYWHERE, "F6"),
  PREVIOUS_PANE(Scope.EVERYWHERE, "Shift+F6"),
  TASKS(Scope.EVERYWHERE, "Shortcut+J"),
  SETTINGS(Scope.EVERYWHERE, "Shortcut+COMMA"),
  LARGER(
      Scope.EVERYWHERE,
      "Shortcut+PLUS",
      "Shortcut+EQUALS",
      "Shortcut+Shift+EQUALS",
      "Shortcut+ADD"),
  SMALLER(Scope.EVERYWHERE, "Shortcut+MINUS", "Shortcut+SUBTRACT"),
  NORMAL_SIZE(Scope.EVERYWHERE, "Shortcut+DIGIT0", "Shortcut+NUMPAD0"),
  KEYS(Scope.EVERYWHERE, "F1"),
  OPEN(Scope.TREE, "ENTER"),
  DELETE(Scope.TREE, "DELETE"),
  COPY_NAME(Scope.TREE, "Shortcut+C"),
  MENU(Scope.TREE, "Shift+F10", "CONTEXT_MENU"),
  CLOSE_DIALOG(Scope.DIALOG, "ESCAPE"),
  CONFIRM_DIALOG(Scope.DIALOG, "ENTER");

  /** Where a key works. */
  public enum Scope {
    EVERYWHERE,
    TREE,
    DIALOG
  }

  private final Scope scope;

  @SuppressWarnings("ImmutableEnumChecker") // made by toList(), of immutable combinations
  private final List<KeyCodeCombination> combinations;

  Key(Scope scope, String... combinations) {
    this.scope = scope;
    this.combinations = Stream.of(combinations).map(Key::combination).toList();
  }

  /** Where it works. */
  public Scope scope() {
    return scope;
  }

  /** The combination that is printed. */
  public KeyCodeCombination combination() {
    return combinations.getFirst();
  }

  /** All combinations; other keyboards have the same sign elsewhere. */
  public List<KeyCodeCombination> combinations() {
    return combinations;
  }

  /** What it does. */
  public String text(Texts texts) {
    return texts.of("key", this);
  }

  /** The combination as it is written on this system's keyboards: {@code Ctrl+K}, {@code ⌘K}. */
  public String printed(Texts texts) {
    boolean mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac");
    KeyCodeCombination codes = combination();
    if (mac) {
      return codes.getDisplayText();
    }
    StringBuilder printed = new StringBuilder();
    if (codes.getShortcut() == ModifierValue.DOWN) {
      printed.append(texts.get("key.name.SHORTCUT")).append('+');
    }
    if (codes.getShift() == ModifierValue.DOWN) {
      printed.append(texts.get("key.name.SHIFT")).append('+');
    }
    return printed.append(name(codes.getCode(), texts)).toString();
  }

  /** The action's name with the key behind it, for a tooltip. */
  public String tooltip(String action, Texts texts) {
    return texts.get("key.tooltip", action, printed(texts));
  }

  private static KeyCodeCombination combination(String text) {
    List<String> keys = List.of(text.split("[+]"));
    return new KeyCodeCombination(
        KeyCode.valueOf(keys.getLast()),
        keys.stream()
            .limit(keys.size() - 1)
            .map(held -> held.equals("Shift") ? SHIFT_DOWN : SHORTCUT_DOWN)
            .toArray(Modifier[]::new));
  }

  private static String name(KeyCode code, Texts texts) {
    String key = "key.name." + code.name();
    return texts.has(key) ? texts.get(key) : code.getName();
  }
}
