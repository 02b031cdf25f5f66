package lakebase.local.proxy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.SSLEngine;
import org.jspecify.annotations.Nullable;

/** The life of one client's connection, on a thread of its own. */
final class Connection implements Runnable {

  private static final Logger LOG = Logger.getLogger(Connection.class.getName());
  private static final byte TLS_HANDSHAKE = 0x16;
  private static final byte[] NO_BYTES = {};
  private static final ByteBuffer TERMINATING =
      Messages.fatal(
          SqlState.ADMIN_SHUTDOWN, "terminating connection due to administrator command");

  private final SocketChannel socket;
  private final Listener listener;
  private final Services services;
  private volatile boolean ending;
  private volatile @Nullable Deadline login;
  private volatile @Nullable TlsLink secured;
  private volatile @Nullable Admission admission;
  private volatile @Nullable Runnable end;

  Connection(SocketChannel socket, Listener listener, Services services) {
    this.socket = socket;
    this.listener = listener;
    this.services = services;
  }

  @Override
  public void run() {
    boolean passed = false;
    try {
      socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
      socket.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
      passed = serve();
    } catch (IOException gone) {
      LOG.log(Level.FINE, "a connection has ended", gone);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "a connection has failed", e);
    } finally {
      if (!passed) {
        Closing.quietly(socket);
        listener.ended(this);
      }
    }
  }

  /** Ends it, from any thread; the client is told, unless that would fall into something else. */
  void end() {
    ending = true;
    Deadline current = login;
    if (current != null) {
      current.end(() ->
          tell(new Refused(SqlState.CANNOT_CONNECT_NOW, "the database system is shutting down")));
    }
    Runnable passing = end;
    if (passing != null) {
      passing.run();
    }
  }

  private void tell(Refused why) {
    TlsLink client = secured;
    if (client != null) {
      try {
        refuse(client, why);
      } catch (IOException gone) {
        LOG.log(Level.FINE, "a client is gone already", gone);
      }
    }
  }

  private void tooLate() {
    Admission current = admission;
    tell(current == null ? Admission.timeout() : current.late());
  }

  /** Whether it lives on as traffic. */
  private boolean serve() throws IOException {
    Deadline deadline = services.deadline(this::tooLate);
    login = deadline;
    try (deadline) {
      return !ending && start(deadline);
    } catch (InterruptedException tooLate) {
      LOG.log(Level.FINE, "a connection took too long to log in", tooLate);
      return false;
    }
  }

  /** Before TLS: what the client wants. */
  private boolean start(Deadline deadline) throws IOException, InterruptedException {
    Link plain = new PlainLink(socket);
    boolean gssAsked = false;
    try {
      while (true) {
        byte[] head = plain.read(4);
        if (head[0] == TLS_HANDSHAKE) {
          return secure(head, deadline);
        }
        switch (packet(plain, head, false)) {
          case StartupPacket.Tls _ -> {
            plain.write(ByteBuffer.wrap(new byte[] {'S'}));
            return secure(NO_BYTES, deadline);
          }
          case StartupPacket.Gss _ -> {
            if (gssAsked) {
              throw unsupported();
            }
            gssAsked = true;
            plain.write(ByteBuffer.wrap(new byte[] {'N'}));
          }
          case StartupPacket.Cancel cancel -> {
            Cancelling.forward(cancel.packet(), listener.gate().sockets());
            return false;
          }
          case StartupPacket.Login asked -> throw plaintext(asked);
        }
      }
    } catch (Refused e) {
      refuse(plain, e);
      return false;
    }
  }

  private boolean secure(byte[] read, Deadline deadline) throws IOException, InterruptedException {
    Buffers buffers = services.buffers().take();
    boolean passed = false;
    try {
      SSLEngine engine = services.certificates().engine(listener.host(), listener.names());
      TlsLink client = new TlsLink(socket, engine, buffers, read);
      client.handshake();
      secured = client;
      // Whoever starts with TLS at once names the protocol (ALPN), so that nobody can be lured into
      // speaking another one.
      if (read.length == 0 || client.hasApplicationProtocol()) {
        passed = secured(client, buffers, deadline);
      }
      if (!passed) {
        client.end();
      }
      return passed;
    } finally {
      if (!passed) {
        // Nobody else may still be telling the client something.
        deadline.close();
        services.buffers().giveBack(buffers);
      }
    }
  }

  /** Under TLS: a log-in, or a cancel request. */
  private boolean secured(TlsLink client, Buffers buffers, Deadline deadline)
      throws IOException, InterruptedException {
    try {
      switch (packet(client, client.read(4), true)) {
        case StartupPacket.Cancel cancel ->
            Cancelling.forward(cancel.packet(), listener.gate().sockets());
        case StartupPacket.Login asked -> {
          Admission asking =
              new Admission(listener.gate(), services.login(), client, asked, buffers.answered());
          admission = asking;
          Admission.Admitted admitted = asking.await();
          deadline.close();
          pass(client, admitted, buffers);
          return true;
        }
        case StartupPacket.Tls _, StartupPacket.Gss _ -> throw unsupported();
      }
    } catch (Refused e) {
      refuse(client, e);
    }
    return false;
  }

  /** From now on it is traffic. */
  private void pass(TlsLink client, Admission.Admitted admitted, Buffers buffers) {
    Splice splice =
        new Splice(
            socket,
            client,
            admitted.server(),
            buffers.answered(),
            () -> {
              admitted.entry().close();
              services.buffers().giveBack(buffers);
              listener.ended(this);
            });
    Lane lane = services.traffic().lane();
    lane.take(splice);
    end = () -> lane.execute(() -> splice.end(TERMINATING.duplicate()));
    if (ending) {
      end();
    }
  }

  private static StartupPacket packet(Link link, byte[] head, boolean encrypted)
      throws IOException, Refused {
    int length = ByteBuffer.wrap(head).getInt();
    if (length < StartupPacket.SHORTEST || length > StartupPacket.LONGEST) {
      throw new IOException("invalid length of startup packet");
    }
    byte[] rest = link.read(length - head.length);
    return StartupPacket.parse(ByteBuffer.allocate(length).put(head).put(rest).array(), encrypted);
  }

  private Refused plaintext(StartupPacket.Login asked) throws IOException {
    String host =
        socket.getRemoteAddress() instanceof InetSocketAddress remote
            ? remote.getAddress().getHostAddress()
            : "";
    return new Refused(
        SqlState.INVALID_AUTHORIZATION,
        "no pg_hba.conf entry for host \"%s\", user \"%s\", database \"%s\", no encryption"
            .formatted(host, asked.user(), asked.database()));
  }

  private static Refused unsupported() {
    return new Refused(
        SqlState.FEATURE_NOT_SUPPORTED,
        "unsupported frontend protocol 1234.5680: server supports 3.0 to 3.2");
  }

  private static void refuse(Link link, Refused why) throws IOException {
    String message = why.getMessage();
    link.write(Messages.fatal(why.sqlState(), message == null ? "" : message));
  }
}
