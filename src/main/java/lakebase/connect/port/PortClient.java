package lakebase.connect.port;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** The life of one client of a port, on a virtual thread of its own. */
final class PortClient implements Runnable {

  private static final Logger LOG = Logger.getLogger(PortClient.class.getName());

  /** As PostgreSQL's authentication_timeout. */
  private static final Duration TO_LOG_IN = Duration.ofMinutes(1);

  private static final int SASL = 10;
  private static final int SASL_CONTINUE = 11;
  private static final int SASL_FINAL = 12;

  private final Socket socket;
  private final LocalPort port;
  private final long id;
  private volatile @Nullable SSLSocket compute;

  PortClient(Socket socket, LocalPort port, long id) {
    this.socket = socket;
    this.port = port;
    this.id = id;
  }

  @Override
  public void run() {
    try (socket) {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout((int) TO_LOG_IN.toMillis());
      serve();
    } catch (IOException gone) {
      LOG.log(Level.FINE, "a client of a local port is gone", gone);
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    } finally {
      close();
      port.ended(this, id);
    }
  }

  /** Ends it. Any thread. */
  void close() {
    quietly(socket);
    Socket other = compute;
    if (other != null) {
      quietly(other);
    }
  }

  private void serve() throws IOException, InterruptedException {
    OutputStream to = socket.getOutputStream();
    try {
      switch (start(to)) {
        case Start.LogIn login -> admit(login, to);
        case Start.Cancel cancel -> port.login().cancel(cancel);
        case Start.Encryption _ ->
            throw new Refused(Refused.PROTOCOL_VIOLATION, "encryption was asked for too often");
      }
    } catch (Refused e) {
      Message.fatal(e.sqlState(), e.reason()).write(to);
      port.refused(e);
    }
  }

  /** What the client wants, once it knows that it gets no encryption. */
  private Start start(OutputStream to) throws IOException, Refused {
    Start start = read();
    for (int asked = 0; asked < 2 && start instanceof Start.Encryption; asked++) {
      to.write('N');
      to.flush();
      start = read();
    }
    return start;
  }

  private Start read() throws IOException, Refused {
    return Start.of(Message.readStart(socket.getInputStream(), Start.LONGEST));
  }

  private void admit(Start.LogIn login, OutputStream to)
      throws IOException, InterruptedException, Refused {
    if (login.isNewer()) {
      login.negotiation().write(to);
    }
    prove(to);
    SSLSocket other = port.login().logIn(login, to);
    compute = other;
    socket.setSoTimeout(0);
    port.admitted(id, login);
    splice(other);
  }

  /** The client proves the port's password. */
  private void prove(OutputStream to) throws IOException, Refused {
    Scram.Exchange exchange = port.scram().new Exchange();
    Message.authentication(SASL, Scram.MECHANISM + "\0\0").write(to);
    String first = exchange.first(initial(answer()));
    Message.authentication(SASL_CONTINUE, first).write(to);
    String last = exchange.last(new String(answer(), StandardCharsets.UTF_8));
    Message.authentication(SASL_FINAL, last).write(to);
  }

  private byte[] answer() throws IOException, Refused {
    Message message = Message.read(socket.getInputStream());
    if (message.type() != 'p') {
      throw new Refused(Refused.PROTOCOL_VIOLATION, "expected a password message");
    }
    return message.body();
  }

  /** SASLInitialResponse: the mechanism, then the length and the bytes of the first message. */
  private static String initial(byte[] answer) throws Refused {
    byte[] start = (Scram.MECHANISM + "\0").getBytes(StandardCharsets.US_ASCII);
    ByteBuffer bytes = ByteBuffer.wrap(answer);
    if (bytes.remaining() < start.length + 4
        || !bytes.slice(0, start.length).equals(ByteBuffer.wrap(start))) {
      throw new Refused(Refused.PROTOCOL_VIOLATION, "another mechanism than SCRAM-SHA-256");
    }
    bytes.position(start.length + 4);
    return StandardCharsets.UTF_8.decode(bytes).toString();
  }

  /** Passes on bytes both ways until one side has ended. */
  private void splice(SSLSocket other) throws IOException, InterruptedException {
    Thread answers =
        Thread.ofVirtual()
            .name("local-port-answers")
            .start(() -> {
              copy(other, socket);
              close();
            });
    copy(socket, other);
    close();
    answers.join();
  }

  private static void copy(Socket from, Socket to) {
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      in.transferTo(out);
    } catch (IOException gone) {
      LOG.log(Level.FINE, "one side of a local port is gone", gone);
    }
  }

  private static void quietly(Socket open) {
    try {
      open.close();
    } catch (IOException e) {
      LOG.log(Level.FINE, "a connection was closed already", e);
    }
  }
}
