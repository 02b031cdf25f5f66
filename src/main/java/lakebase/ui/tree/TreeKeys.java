package lakebase.ui.tree;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import lakebase.state.Ref;
import lakebase.ui.Intents;
import lakebase.ui.UiContext;
import org.jspecify.annotations.Nullable;

/** What keys, double click and the context menu do in the tree; the arrows are its own. */
final class TreeKeys {

  private final TreeView<TreeRow> view;
  private final Intents intents;
  private final RowMenu menu;
  private final TypeAhead typeAhead;
  private @Nullable ContextMenu open;

  private TreeKeys(TreeView<TreeRow> view, UiContext context) {
    this.view = view;
    this.intents = context.intents();
    this.menu = new RowMenu(context);
    this.typeAhead = new TypeAhead(view, context.clock());
  }

  /** Makes them work in that tree. */
  static void install(TreeView<TreeRow> view, UiContext context) {
    TreeKeys keys = new TreeKeys(view, context);
    view.addEventFilter(KeyEvent.KEY_PRESSED, keys::pressed);
    view.addEventHandler(KeyEvent.KEY_TYPED, keys::typed);
    view.setOnContextMenuRequested(keys::menu);
    view.setOnMouseClicked(keys::clicked);
  }

  private @Nullable TreeRow selected() {
    TreeItem<TreeRow> item = view.getSelectionModel().getSelectedItem();
    return item == null ? null : item.getValue();
  }

  private void pressed(KeyEvent event) {
    TreeRow row = selected();
    if (row == null) {
      return;
    }
    boolean done =
        switch (event.getCode()) {
          case ENTER -> enter(row);
          case INSERT -> {
            menu.create(row);
            yield true;
          }
          case C -> event.isShortcutDown() && copy(row);
          case F2 -> row instanceof TreeRow.OfResource found && edit(found);
          case DELETE -> row instanceof TreeRow.OfResource found && delete(found);
          case F10 -> event.isShiftDown() && showMenu(row);
          default -> false;
        };
    if (done) {
      event.consume();
    }
  }

  /** Enter shows the row in the detail, which follows the selection; a note is tried again. */
  private boolean enter(TreeRow row) {
    if (row instanceof TreeRow.Note note) {
      retry(note);
    } else {
      intents.select(row.ref());
    }
    return true;
  }

  private boolean copy(TreeRow row) {
    intents.copy(
        row.ref() instanceof Ref.OfResource(var _, var name)
            ? name.toString()
            : RowWords.name(row));
    return true;
  }

  private boolean edit(TreeRow.OfResource row) {
    intents.edit(row.ref());
    return true;
  }

  private boolean delete(TreeRow.OfResource row) {
    intents.delete(row.ref());
    return true;
  }

  private void typed(KeyEvent event) {
    String character = event.getCharacter();
    boolean text =
        !character.isBlank() && character.codePoints().noneMatch(Character::isISOControl);
    if (text && !event.isShortcutDown() && !event.isAltDown() && view.getExpandedItemCount() > 0) {
      typeAhead.type(character);
      event.consume();
    }
  }

  private void clicked(MouseEvent event) {
    boolean clicked = event.getButton() == MouseButton.PRIMARY && isOnNote(event.getTarget());
    if (clicked && selected() instanceof TreeRow.Note note) {
      retry(note);
    }
  }

  private static boolean isOnNote(Object target) {
    Node at = target instanceof Node node ? node : null;
    while (at != null && !(at instanceof RowCell)) {
      at = at.getParent();
    }
    return at instanceof RowCell cell && cell.getItem() instanceof TreeRow.Note;
  }

  private void retry(TreeRow.Note note) {
    if (note.kind() == TreeRow.Note.Kind.FAILED) {
      intents.refresh(note.ref());
    }
  }

  private void menu(ContextMenuEvent event) {
    TreeRow row = selected();
    if (row == null) {
      return;
    }
    event.consume();
    if (event.isKeyboardTrigger()) {
      showMenu(row);
    } else {
      show(row, event.getScreenX(), event.getScreenY());
    }
  }

  /** Below the row, where the eye is. */
  private boolean showMenu(TreeRow row) {
    int index = view.getSelectionModel().getSelectedIndex();
    for (Node node : view.lookupAll(".tree-row")) {
      if (node instanceof RowCell cell && cell.getIndex() == index) {
        Bounds bounds = cell.localToScreen(cell.getLayoutBounds());
        show(row, bounds.getMinX() + bounds.getHeight(), bounds.getMaxY());
        return true;
      }
    }
    return false;
  }

  private void show(TreeRow row, double x, double y) {
    if (open != null) {
      open.hide();
    }
    ContextMenu shown = menu.of(row);
    open = shown;
    if (!shown.getItems().isEmpty()) {
      shown.show(view, x, y);
    }
  }
}
