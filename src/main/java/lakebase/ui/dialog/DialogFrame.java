package lakebase.ui.dialog;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lakebase.ui.Texts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;

/**
 * What all dialogs look like: icon, title and subtitle; a body that scrolls when the window is too
 * low; a place for what went wrong; at the foot a status on the left and the buttons on the right.
 *
 * <p>Enter fires the default button, or the button that has the focus, unless that is a choice; Esc
 * asks whether the dialog may close.
 */
public final class DialogFrame extends VBox {

  /** How wide a dialog is; in the stylesheet, so that it follows the scale. */
  public enum Width {
    /** A question. */
    NARROW("narrow-dialog"),
    /** A form. */
    FORM("form-dialog"),
    /** A form with its consequences beside it. */
    WIDE("wide-dialog");

    private final String styleClass;

    Width(String styleClass) {
      this.styleClass = styleClass;
    }
  }

  private final ErrorBanner banner;
  private final DialogFooter footer;
  private final String title;
  private BooleanSupplier mayClose = () -> true;
  private Runnable whenClosed = () -> {};
  private @Nullable Runnable close;
  private @Nullable Node firstFocus;
  private @Nullable Button defaultButton;

  /**
   * A dialog with an empty body.
   *
   * @param subtitle where the thing lives; may be empty
   */
  public DialogFrame(Texts texts, Ikon icon, String title, String subtitle, Width width) {
    this.title = title;
    this.banner = new ErrorBanner(texts);
    this.footer = new DialogFooter(texts);
    getStyleClass().addAll("dialog-frame", width.styleClass);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    setMinSize(0, 0);
    setAccessibleRole(AccessibleRole.DIALOG);
    setAccessibleText(title);
    DialogHeader header = new DialogHeader(icon, title, subtitle);
    getChildren().addAll(header, banner, new Region(), footer);
    for (Region fixed : new Region[] {header, banner, footer}) {
      fixed.setMinHeight(USE_PREF_SIZE);
    }
    addEventFilter(KeyEvent.KEY_PRESSED, this::escape);
    addEventFilter(KeyEvent.KEY_PRESSED, this::enterOnChoice);
    addEventHandler(KeyEvent.KEY_PRESSED, this::enter);
  }

  /** What people see as its title. */
  public String title() {
    return title;
  }

  /** Puts this between header and footer; it may be higher than the window. */
  public void setBody(Region body) {
    DialogBody scrolling = new DialogBody(body);
    setFixedBody(scrolling);
  }

  /** Puts this between header and footer, to scroll by itself where it has to. */
  public void setFixedBody(Region body) {
    VBox.setVgrow(body, Priority.ALWAYS);
    getChildren().set(2, body);
  }

  /** The words at the left of the foot. */
  public DialogFooter footer() {
    return footer;
  }

  /** Adds a button at the right, after those that are there. */
  public Button addButton(String id, String text, Runnable action, String... styleClasses) {
    Button button = new Button(text);
    button.setId(id);
    button.setOnAction(_ -> action.run());
    button.getStyleClass().addAll(styleClasses);
    button.setMinWidth(USE_PREF_SIZE);
    footer.add(button);
    return button;
  }

  /** Adds a button like that which Enter fires, too, wherever the focus is. */
  public Button addDefaultButton(String id, String text, Runnable action) {
    Button button = addButton(id, text, action, Styles.ACCENT);
    defaultButton = button;
    return button;
  }

  /** Adds the button that asks whether the dialog may close, like Esc. */
  public Button addCancelButton(String text) {
    return addButton("dialog-cancel", text, this::requestClose);
  }

  /** What gets the focus first; the first field or button unless said. */
  public void setFirstFocus(Node node) {
    firstFocus = node;
  }

  /** What is asked before Esc or Cancel closes it. */
  public void setMayClose(BooleanSupplier question) {
    mayClose = question;
  }

  /** What is called when it has been closed, however. */
  public void setWhenClosed(Runnable action) {
    whenClosed = action;
  }

  /** Says what went wrong, above the body. */
  public void showTrouble(Trouble trouble) {
    banner.show(trouble);
  }

  /** Nothing is wrong any more. */
  public void clearTrouble() {
    banner.clear();
  }

  /** Closes it if it may. */
  public void requestClose() {
    if (mayClose.getAsBoolean()) {
      close();
    }
  }

  /** Closes it. */
  public void close() {
    Runnable action = close;
    if (action != null) {
      action.run();
    }
  }

  void attach(Runnable closeAction) {
    close = closeAction;
  }

  void detach() {
    close = null;
    whenClosed.run();
  }

  void focusFirst() {
    Node wanted = firstFocus;
    // What cannot take the focus yet would leave it behind the dialog, and Esc with it.
    if (wanted == null || wanted.isDisabled()) {
      List<Node> stops = FocusTrap.stops(this, new ArrayList<>());
      wanted = stops.isEmpty() ? this : stops.getFirst();
    }
    wanted.requestFocus();
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  /** A filter: a text field with a formatter keeps Esc to itself. An open list closes first. */
  private void escape(KeyEvent event) {
    boolean listIsOpen = event.getTarget() instanceof ComboBoxBase<?> choice && choice.isShowing();
    if (event.getCode() == KeyCode.ESCAPE && !listIsOpen) {
      event.consume();
      requestClose();
    }
  }

  /** A filter: a choice keeps Enter to itself, and has no use for it. */
  private void enterOnChoice(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER && event.getTarget() instanceof ToggleButton) {
      event.consume();
      fireDefault();
    }
  }

  private void enter(KeyEvent event) {
    if (event.getCode() != KeyCode.ENTER || event.getTarget() instanceof TextArea) {
      return;
    }
    event.consume();
    if (event.getTarget() instanceof ButtonBase focused) {
      focused.fire();
    } else {
      fireDefault();
    }
  }

  private void fireDefault() {
    Button chosen = defaultButton;
    if (chosen != null && !chosen.isDisabled()) {
      chosen.fire();
    }
  }
}
