package lakebase.local.proxy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Passes on bytes between a client and its server until both have ended, or one is gone. The
 * calling thread reads from the client, a second one from the server: two platform threads that
 * block in the system's own read cost one wake-up a message, less than a selector or virtual
 * threads do (measured with pgbench).
 */
final class Splice {

  private static final Logger LOG = Logger.getLogger(Splice.class.getName());

  private final SocketChannel socket;
  private final TlsLink client;
  private final SocketChannel server;
  private final ByteBuffer answer;
  private final CountDownLatch answered = new CountDownLatch(1);

  Splice(SocketChannel socket, TlsLink client, SocketChannel server, Buffers buffers) {
    this.socket = socket;
    this.client = client;
    this.server = server;
    this.answer = buffers.answered();
  }

  /** Returns when everything has been passed on; both ends are closed then. */
  void run() {
    Thread.ofPlatform().name("front-door-answers").daemon().start(this::answers);
    boolean ended = false;
    try {
      requests();
      ended = true;
    } catch (IOException gone) {
      LOG.log(Level.FINE, "a client or its server is gone", gone);
    } finally {
      if (!ended) {
        close();
      }
      awaitAnswers();
      close();
    }
  }

  private void requests() throws IOException {
    do {
      ByteBuffer received = client.received();
      while (received.hasRemaining()) {
        server.write(received);
      }
    } while (client.receive());
    server.shutdownOutput();
  }

  private void answers() {
    try {
      while (server.read(answer.clear()) >= 0) {
        client.write(answer.flip());
      }
      client.end();
    } catch (IOException gone) {
      // Whoever is gone, the other one learns it by the end of its own connection.
      return;
    } finally {
      close();
      answered.countDown();
    }
  }

  private void close() {
    Closing.quietly(socket);
    Closing.quietly(server);
  }

  /** The buffers must not be used by others before. */
  private void awaitAnswers() {
    while (true) {
      try {
        answered.await();
        return;
      } catch (InterruptedException e) {
        close();
      }
    }
  }
}
