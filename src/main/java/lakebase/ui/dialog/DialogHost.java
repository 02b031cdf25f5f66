package lakebase.ui.dialog;

/**
 * Shows dialogs inside the window, above everything else, newest on top. While one is open the
 * focus stays in it and the window's shortcuts rest; when it closes, the focus returns to where it
 * was. A click beside a dialog does nothing. Called on the FX thread.
 */
public interface DialogHost {

  /** Shows the dialog; does nothing when it is open already. */
  void open(DialogFrame dialog);

  /** Takes the dialog away without asking it; does nothing when it is not open. */
  void close(DialogFrame dialog);

  /** Whether any dialog is open. */
  boolean isOpen();
}
