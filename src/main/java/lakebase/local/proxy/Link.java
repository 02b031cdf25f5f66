package lakebase.local.proxy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Bytes from and to a client, with or without TLS. Blocks; an interrupt closes it. */
interface Link {

  /** Reads some bytes; -1 when the client has ended. */
  int read(ByteBuffer into) throws IOException;

  /** Writes all of them. */
  void write(ByteBuffer from) throws IOException;

  /** Reads as many bytes as that. */
  default byte[] read(int count) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(count);
    while (bytes.hasRemaining()) {
      if (read(bytes) < 0) {
        throw new EOFException("the client has ended");
      }
    }
    return bytes.array();
  }
}
