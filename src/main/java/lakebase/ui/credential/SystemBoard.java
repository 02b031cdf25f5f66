package lakebase.ui.credential;

import java.util.Map;
import java.util.Objects;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/** The clipboard of the desktop. FX thread. */
final class SystemBoard implements Board {

  @Override
  public String text() {
    return Objects.requireNonNullElse(Clipboard.getSystemClipboard().getString(), "");
  }

  @Override
  public void put(String text) {
    Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
  }

  @Override
  public void clear() {
    Clipboard.getSystemClipboard().clear();
  }
}
