package lakebase.local.proxy;

import java.io.Closeable;
import java.io.IOException;

/** Closes what is done with. */
final class Closing {

  private Closing() {}

  static void quietly(Closeable closeable) {
    try {
      closeable.close();
    } catch (IOException e) {
      // There is nothing left to lose.
      return;
    }
  }
}
