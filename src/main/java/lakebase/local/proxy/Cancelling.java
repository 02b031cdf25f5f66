package lakebase.local.proxy;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;

/** Passes on a cancel request: only the server that knows its key does something. */
final class Cancelling {

  private Cancelling() {}

  /** Returns when every server has read it, so that the client knows that it has been delivered. */
  static void forward(ByteBuffer packet, List<Path> sockets) {
    for (Path path : sockets) {
      try (SocketChannel server = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
        ByteBuffer bytes = packet.duplicate();
        while (bytes.hasRemaining()) {
          server.write(bytes);
        }
        if (server.read(ByteBuffer.allocate(1)) > 0) {
          return;
        }
      } catch (IOException gone) {
        // A server that is not there has nothing to cancel.
      }
    }
  }
}
