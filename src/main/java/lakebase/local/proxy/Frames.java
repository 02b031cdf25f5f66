package lakebase.local.proxy;

import java.nio.ByteBuffer;

/** Follows where a server's messages begin and end: each is a type, a length, and so much more. */
final class Frames {

  private static final int HEAD = 5;
  private static final int LENGTH = 4;

  private int headSeen;
  private int length;
  private int left;

  /** Takes note of bytes that are passed on; leaves them as they are. */
  void pass(ByteBuffer bytes) {
    int at = bytes.position();
    int end = bytes.limit();
    while (at < end) {
      if (left > 0) {
        int step = Math.min(left, end - at);
        left -= step;
        at += step;
      } else {
        head(bytes.get(at));
        at++;
      }
    }
  }

  private void head(byte next) {
    if (headSeen > 0) {
      length = (length << Byte.SIZE) | (next & 0xff);
    }
    headSeen++;
    if (headSeen == HEAD) {
      left = Math.max(0, length - LENGTH);
      headSeen = 0;
      length = 0;
    }
  }

  /** Whether the last message is complete. */
  boolean isBetween() {
    return left == 0 && headSeen == 0;
  }
}
