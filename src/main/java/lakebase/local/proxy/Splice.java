package lakebase.local.proxy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Passes on bytes between a client and its server until both have ended, or one is gone. It belongs
 * to the thread of its {@link Lane} and never waits: what one end does not take keeps the other one
 * waiting, so that no more than the buffers is ever held.
 */
final class Splice {

  private static final Logger LOG = Logger.getLogger(Splice.class.getName());

  private final SocketChannel socket;
  private final TlsLink client;
  private final SocketChannel server;
  private final ByteBuffer answer;
  private final Runnable released;
  private final Frames frames = new Frames();
  private Runnable ended = () -> {};
  private @Nullable End clientEnd;
  private @Nullable End serverEnd;
  private boolean requestsDone;
  private boolean answersDone;
  private boolean closed;

  /** One of the two sockets, and what is waited for there. */
  private final class End implements Lane.Guest {

    private final SelectionKey key;
    private final boolean isClient;
    private int awaited;

    End(SocketChannel channel, Selector selector, boolean isClient) throws IOException {
      this.isClient = isClient;
      channel.configureBlocking(false);
      key = channel.register(selector, 0, this);
    }

    void await(boolean input, boolean room) {
      int wanted = (input ? SelectionKey.OP_READ : 0) | (room ? SelectionKey.OP_WRITE : 0);
      if (wanted != awaited) {
        awaited = wanted;
        key.interestOps(wanted);
      }
    }

    @Override
    public void serve(int ready) {
      if (!closed) {
        Splice.this.serve(isClient, ready);
      }
    }
  }

  /**
   * Nothing is passed yet.
   *
   * @param answer what the server has said already; its buffer is used for what it says later
   * @param released is told when the connection has ended and its buffers are not used any more
   */
  Splice(
      SocketChannel socket,
      TlsLink client,
      SocketChannel server,
      ByteBuffer answer,
      Runnable released) {
    this.socket = socket;
    this.client = client;
    this.server = server;
    this.answer = answer;
    this.released = released;
  }

  /** Begins, with what has been read already. */
  void start(Selector selector, Runnable whenEnded) {
    ended = whenEnded;
    try {
      clientEnd = new End(socket, selector, true);
      serverEnd = new End(server, selector, false);
      frames.pass(answer);
      passAnswers();
      passRequests();
      await();
    } catch (IOException | RuntimeException gone) {
      fail(gone);
    }
  }

  private void serve(boolean isClient, int ready) {
    boolean hasInput = (ready & SelectionKey.OP_READ) != 0;
    boolean hasRoom = (ready & SelectionKey.OP_WRITE) != 0;
    try {
      if (isClient && hasInput) {
        client.poll();
      }
      if (isClient ? hasInput : hasRoom) {
        passRequests();
      }
      if (!isClient && hasInput) {
        listen();
      }
      if (isClient ? hasRoom : hasInput) {
        passAnswers();
      }
      await();
    } catch (IOException | RuntimeException gone) {
      fail(gone);
    }
  }

  private void passRequests() throws IOException {
    ByteBuffer received = client.received();
    if (received.hasRemaining()) {
      server.write(received);
    }
    if (client.isOver() && !requestsDone && !received.hasRemaining()) {
      requestsDone = true;
      server.shutdownOutput();
    }
  }

  private void listen() throws IOException {
    answersDone = server.read(answer.clear()) < 0;
    frames.pass(answer.flip());
    if (answersDone) {
      client.finish();
    }
  }

  private void passAnswers() throws IOException {
    client.flush();
    while (answer.hasRemaining() && !client.isSending()) {
      client.send(answer);
    }
    if (answersDone && !client.isSending()) {
      socket.shutdownOutput();
      close();
    }
  }

  private void await() {
    if (!closed && clientEnd != null && serverEnd != null) {
      boolean isSending = client.isSending();
      boolean isPassing = client.received().hasRemaining();
      clientEnd.await(!requestsDone && !isPassing, isSending);
      serverEnd.await(!answersDone && !isSending, isPassing);
    }
  }

  private void fail(Exception gone) {
    // Whoever is gone, the other one learns it by the end of its own connection.
    Level level = gone instanceof IOException ? Level.FINE : Level.WARNING;
    LOG.log(level, "a connection has ended", gone);
    close();
  }

  /** Ends the connection; the client is told why, unless that would fall into a message. */
  void end(ByteBuffer why) {
    if (!closed) {
      try {
        if (frames.isBetween() && !answersDone && !client.isSending()) {
          client.send(why);
          client.finish();
          socket.shutdownOutput();
        }
      } catch (IOException | RuntimeException gone) {
        LOG.log(Level.FINE, "a client is gone already", gone);
      }
      close();
    }
  }

  private void close() {
    if (!closed) {
      closed = true;
      Closing.quietly(socket);
      Closing.quietly(server);
      released.run();
      ended.run();
    }
  }
}
