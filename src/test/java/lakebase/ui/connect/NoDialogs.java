package lakebase.ui.connect;

import lakebase.ui.dialog.DialogFrame;
import lakebase.ui.dialog.DialogHost;

/** Shows none. */
final class NoDialogs implements DialogHost {

  @Override
  public void open(DialogFrame dialog) {
    throw new AssertionError("no dialog was expected: " + dialog.title());
  }

  @Override
  public void close(DialogFrame dialog) {}

  @Override
  public boolean isOpen() {
    return false;
  }
}
