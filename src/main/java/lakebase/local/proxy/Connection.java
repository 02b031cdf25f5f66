package lakebase.local.proxy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
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

  private final SocketChannel socket;
  private final Listener listener;
  private final Services services;
  private volatile @Nullable Deadline login;

  Connection(SocketChannel socket, Listener listener, Services services) {
    this.socket = socket;
    this.listener = listener;
    this.services = services;
  }

  @Override
  public void run() {
    try (socket) {
      socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
      socket.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
      serve();
    } catch (IOException gone) {
      LOG.log(Level.FINE, "a connection has ended", gone);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "a connection has failed", e);
    } finally {
      listener.ended(this);
    }
  }

  /** Ends it, from any thread. */
  void close() {
    Closing.quietly(socket);
    Deadline current = login;
    if (current != null) {
      current.interrupt();
    }
  }

  private void serve() throws IOException {
    Deadline deadline = services.deadline();
    login = deadline;
    try (deadline) {
      start(deadline);
    } catch (InterruptedException tooLate) {
      LOG.log(Level.FINE, "a connection took too long to log in", tooLate);
    }
  }

  /** Before TLS: what the client wants. */
  private void start(Deadline deadline) throws IOException, InterruptedException {
    Link plain = new PlainLink(socket);
    boolean gssAsked = false;
    try {
      while (true) {
        byte[] head = plain.read(4);
        if (head[0] == TLS_HANDSHAKE) {
          secure(head, deadline);
          return;
        }
        switch (packet(plain, head, false)) {
          case StartupPacket.Tls _ -> {
            plain.write(ByteBuffer.wrap(new byte[] {'S'}));
            secure(NO_BYTES, deadline);
            return;
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
            return;
          }
          case StartupPacket.Login login -> throw plaintext(login);
        }
      }
    } catch (Refused e) {
      refuse(plain, e);
    }
  }

  private void secure(byte[] read, Deadline deadline) throws IOException, InterruptedException {
    Buffers buffers = services.buffers().take();
    try {
      SSLEngine engine = services.certificates().engine(listener.host(), listener.names());
      TlsLink client = new TlsLink(socket, engine, buffers, read);
      client.handshake();
      // Whoever starts with TLS at once names the protocol (ALPN), so that nobody can be lured into
      // speaking another one.
      if (read.length == 0 || client.hasApplicationProtocol()) {
        secured(client, buffers, deadline);
      }
      client.end();
    } finally {
      services.buffers().giveBack(buffers);
    }
  }

  /** Under TLS: a log-in, or a cancel request. */
  private void secured(TlsLink client, Buffers buffers, Deadline deadline)
      throws IOException, InterruptedException {
    try {
      switch (packet(client, client.read(4), true)) {
        case StartupPacket.Cancel cancel ->
            Cancelling.forward(cancel.packet(), listener.gate().sockets());
        case StartupPacket.Login login -> admit(client, login, buffers, deadline);
        case StartupPacket.Tls _, StartupPacket.Gss _ -> throw unsupported();
      }
    } catch (Refused e) {
      refuse(client, e);
    }
  }

  private void admit(TlsLink client, StartupPacket.Login login, Buffers buffers, Deadline deadline)
      throws IOException, InterruptedException, Refused {
    try (Gate.Entry entry = listener.gate().enter()) {
      services.login().check(client, entry, login.user());
      try (SocketChannel server = server(entry)) {
        ByteBuffer start = login.packet();
        while (start.hasRemaining()) {
          server.write(start);
        }
        deadline.close();
        new Splice(socket, client, server, buffers).run();
      }
    }
  }

  private static SocketChannel server(Gate.Entry entry) throws Refused {
    try {
      return SocketChannel.open(UnixDomainSocketAddress.of(entry.socket()));
    } catch (IOException e) {
      LOG.log(Level.WARNING, "a compute's server cannot be reached", e);
      throw new Refused(
          SqlState.CANNOT_CONNECT_NOW, "the compute does not accept connections at the moment");
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

  private Refused plaintext(StartupPacket.Login login) throws IOException {
    String host =
        socket.getRemoteAddress() instanceof InetSocketAddress remote
            ? remote.getAddress().getHostAddress()
            : "";
    return new Refused(
        SqlState.INVALID_AUTHORIZATION,
        "no pg_hba.conf entry for host \"%s\", user \"%s\", database \"%s\", no encryption"
            .formatted(host, login.user(), login.database()));
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
