package lakebase.local.proxy;

import java.nio.ByteBuffer;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * The buffers of one connection, which are used again by later ones.
 *
 * @param encrypted what has come from the client
 * @param received the same, decrypted
 * @param sending what goes to the client, encrypted
 * @param answered what has come from the server
 */
record Buffers(ByteBuffer encrypted, ByteBuffer received, ByteBuffer sending, ByteBuffer answered) {

  /** At least the longest TLS record, which is 16 KiB and some bytes around it. */
  static final int RECORD = 17 * 1024;

  private static final int ANSWER = 32 * 1024;

  private static Buffers make() {
    return new Buffers(
        ByteBuffer.allocateDirect(2 * RECORD),
        ByteBuffer.allocateDirect(2 * RECORD),
        ByteBuffer.allocateDirect(2 * RECORD),
        ByteBuffer.allocateDirect(ANSWER));
  }

  /** Keeps some buffers that are not in use. Any thread. */
  static final class Pool {

    private static final int MOST = 64;

    private final BlockingQueue<Buffers> free = new ArrayBlockingQueue<>(MOST);

    Buffers take() {
      Buffers known = free.poll();
      return known == null ? make() : known;
    }

    void giveBack(Buffers used) {
      if (!free.offer(used)) {
        // There are enough; the collector frees these.
        return;
      }
    }
  }
}
