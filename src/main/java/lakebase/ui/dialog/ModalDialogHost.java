package lakebase.ui.dialog;

import atlantafx.base.controls.ModalPane;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * The window's dialogs, one {@link ModalPane} each. The node belongs on top of the root {@link
 * StackPane}; with no dialog open it is not there for the mouse.
 */
public final class ModalDialogHost extends StackPane implements DialogHost {

  private final List<Shown> shown = new ArrayList<>();

  /** A host without a dialog. */
  public ModalDialogHost() {
    setId("dialogs");
    setPickOnBounds(false);
  }

  @Override
  public void open(DialogFrame dialog) {
    if (shown.stream().anyMatch(one -> one.dialog.equals(dialog))) {
      return;
    }
    Scene scene = getScene();
    Shown now = new Shown(dialog, scene == null ? null : scene.getFocusOwner());
    shown.add(now);
    dialog.attach(() -> close(dialog));
    getChildren().add(now.pane);
    // Panes and scroll panes put their content into the scene by their skins, which CSS brings:
    // now,
    // not at the next pulse, for the focus can only go to what is in the scene.
    now.pane.applyCss();
    now.pane.show(now.margin);
    now.margin.applyCss();
    now.margin.layout();
    now.trap.hold();
    dialog.focusFirst();
  }

  @Override
  public void close(DialogFrame dialog) {
    for (Shown one : List.copyOf(shown)) {
      if (one.dialog.equals(dialog)) {
        shown.remove(one);
        one.trap.release();
        one.pane.hide(true);
        getChildren().remove(one.pane);
        one.margin.getChildren().clear();
        restoreFocus(one.before);
        dialog.detach();
      }
    }
  }

  @Override
  public boolean isOpen() {
    return !shown.isEmpty();
  }

  private void restoreFocus(@Nullable Node before) {
    if (before != null && Objects.equals(before.getScene(), getScene())) {
      before.requestFocus();
    }
  }

  /** One open dialog and what there was before it. */
  private static final class Shown {

    private final DialogFrame dialog;
    private final @Nullable Node before;
    private final StackPane margin;
    private final ModalPane pane = new ModalPane();
    private final FocusTrap trap;

    Shown(DialogFrame dialog, @Nullable Node before) {
      this.dialog = dialog;
      this.before = before;
      this.margin = new StackPane(dialog);
      this.trap = new FocusTrap(dialog);
      margin.getStyleClass().add("dialog-margin");
      margin.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
      pane.setPersistent(true);
      pane.setInTransitionFactory(null);
      pane.setOutTransitionFactory(null);
      pane.addEventHandler(KeyEvent.KEY_PRESSED, Shown::keepShortcuts);
    }

    /** The window's accelerators are fired by what bubbles up to the scene. */
    private static void keepShortcuts(KeyEvent event) {
      if (event.isShortcutDown() || event.isAltDown() || event.getCode().isFunctionKey()) {
        event.consume();
      }
    }
  }
}
