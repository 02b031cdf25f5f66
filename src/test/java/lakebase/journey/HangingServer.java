package lakebase.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Takes every connection on loopback and never says a word. */
final class HangingServer implements AutoCloseable {

  private final ServerSocket socket;
  private final List<Socket> taken = Collections.synchronizedList(new ArrayList<>());

  HangingServer() {
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::take);
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort());
  }

  /** How many connections wait for an answer. */
  int waiting() {
    return taken.size();
  }

  @Override
  public void close() throws IOException {
    socket.close();
    for (Socket each : List.copyOf(taken)) {
      each.close();
    }
  }

  private void take() {
    try {
      while (true) {
        taken.add(socket.accept());
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }
}
