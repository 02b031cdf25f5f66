package lakebase.local.proxy;

import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The way of one client to a server, which it is let in to when it has proved who it is. A server
 * may die before anybody has noticed: then the client waits, and what comes in its place is tried,
 * until the time to log in is over.
 */
final class Admission {

  private static final Logger LOG = Logger.getLogger(Admission.class.getName());

  private static final long FIRST_PAUSE_MILLIS = 5;
  private static final long LONGEST_PAUSE_MILLIS = 200;

  private final Gate gate;
  private final Login login;
  private final Link client;
  private final StartupPacket.Login packet;
  private final ByteBuffer answer;
  private boolean proved;
  private volatile Refused late = timeout();

  /** A server that has begun to answer. */
  record Admitted(Gate.Entry entry, SocketChannel server) {

    void close() {
      Closing.quietly(server);
      entry.close();
    }
  }

  /**
   * Nothing is done yet.
   *
   * @param answer gets the beginning of what the server says
   */
  Admission(Gate gate, Login login, Link client, StartupPacket.Login packet, ByteBuffer answer) {
    this.gate = gate;
    this.login = login;
    this.client = client;
    this.packet = packet;
    this.answer = answer;
  }

  /** Whose time to log in is over is told so, in PostgreSQL's own words. */
  static Refused timeout() {
    return new Refused(SqlState.QUERY_CANCELED, "canceling authentication due to timeout");
  }

  /** What to tell the client when its time is over. Any thread. */
  Refused late() {
    return late;
  }

  /**
   * Returns when a server has let the client in, or has said itself why not.
   *
   * @throws Refused when it is not let in
   */
  Admitted await() throws Refused, IOException, InterruptedException {
    long pause = FIRST_PAUSE_MILLIS;
    while (true) {
      try {
        return attempt();
      } catch (Refused e) {
        if (!e.isForNow()) {
          throw e;
        }
        late = e;
      }
      TimeUnit.MILLISECONDS.sleep(pause);
      pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
    }
  }

  private Admitted attempt() throws Refused, IOException, InterruptedException {
    Gate.Entry entry = gate.enter();
    boolean admitted = false;
    try {
      if (!proved) {
        login.check(client, entry, packet.user());
        proved = true;
      }
      SocketChannel server = begin(entry.socket());
      admitted = true;
      return new Admitted(entry, server);
    } finally {
      if (!admitted) {
        entry.close();
      }
    }
  }

  /** Has the server begin the session; whether it does, its first words show. */
  private SocketChannel begin(Path socket) throws Refused, IOException {
    boolean begun = false;
    SocketChannel server = SocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      server.connect(UnixDomainSocketAddress.of(socket));
      ByteBuffer start = packet.packet().duplicate();
      while (start.hasRemaining()) {
        server.write(start);
      }
      if (server.read(answer.clear()) < 0) {
        throw new EOFException("a server has ended without a word");
      }
      Optional<Refused> refusal = Messages.error(answer.flip());
      if (refusal.isPresent() && refusal.get().sqlState().equals(SqlState.CANNOT_CONNECT_NOW)) {
        throw Refused.forNow(refusal.get().sqlState(), String.valueOf(refusal.get().getMessage()));
      }
      begun = true;
      return server;
    } catch (ClosedByInterruptException tooLate) {
      throw tooLate;
    } catch (IOException e) {
      LOG.log(Level.FINE, "a compute's server cannot be reached", e);
      throw Refused.forNow(
          SqlState.CANNOT_CONNECT_NOW, "the compute does not accept connections at the moment");
    } finally {
      if (!begun) {
        Closing.quietly(server);
      }
    }
  }
}
