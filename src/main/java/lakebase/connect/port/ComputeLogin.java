package lakebase.connect.port;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import lakebase.api.ApiException;
import lakebase.connect.Dial;
import lakebase.connect.Target;
import lakebase.model.Credential;

/** The way from a port to its compute: TLS, then the log-in with a token. Any thread. */
final class ComputeLogin {

  private static final Duration TO_REACH = Duration.ofSeconds(15);

  /** A compute that scaled to zero is started by the log-in. */
  private static final Duration TO_LOG_IN = Duration.ofMinutes(2);

  private static final int OK = 0;
  private static final int CLEARTEXT = 3;

  private final PortRequest request;
  private final FreshToken token;

  /** One for all log-ins: the certificates are read once, and sessions are resumed. */
  private final SSLContext tls;

  ComputeLogin(PortRequest request, FreshToken token) {
    this.request = request;
    this.token = token;
    this.tls = request.trust().context();
  }

  /**
   * A connection that is logged in; the client has been told so.
   *
   * @throws Refused when there is none; the client has not been told
   */
  SSLSocket logIn(Start.LogIn start, OutputStream client) throws Refused, InterruptedException {
    Credential first = credential();
    try {
      return logIn(start, client, first);
    } catch (Refused refused) {
      if (!refused.sqlState().startsWith("28")) {
        throw refused;
      }
      // It may have been revoked since it was made, and would be refused to the end of its life.
      token.forget(first);
      return logIn(start, client, credential());
    }
  }

  private Credential credential() throws Refused, InterruptedException {
    try {
      return token.get();
    } catch (ApiException e) {
      throw new Refused(
          Refused.CANNOT_CONNECT, "no database token: " + e.failure().details().error().message());
    }
  }

  private SSLSocket logIn(Start.LogIn start, OutputStream client, Credential credential)
      throws Refused {
    try {
      SSLSocket compute = connect();
      try {
        compute.getOutputStream().write(start.to(request.target()));
        converse(compute, client, credential);
        compute.setSoTimeout(0);
        return compute;
      } catch (IOException | Refused e) {
        compute.close();
        throw e;
      }
    } catch (IOException e) {
      throw new Refused(Refused.CANNOT_CONNECT, "the compute cannot be reached: " + e.getMessage());
    }
  }

  /** A connection under TLS. */
  private SSLSocket connect() throws IOException {
    Target target = request.target();
    Socket socket = Dial.reach(Dial.resolve(target), target.port(), TO_REACH);
    try {
      socket.setSoTimeout((int) TO_LOG_IN.toMillis());
      socket.setKeepAlive(true);
      return Dial.secure(socket, target, tls);
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  /** Shows the token when it is asked for, until the compute says yes or no. */
  private static void converse(SSLSocket compute, OutputStream client, Credential credential)
      throws IOException, Refused {
    InputStream from = compute.getInputStream();
    while (true) {
      Message message = Message.read(from);
      switch (message.type()) {
        case 'R' -> {
          if (message.kind() == OK) {
            message.write(client);
            return;
          }
          if (message.kind() != CLEARTEXT) {
            throw new Refused(Refused.REJECTED, "the compute asks for something else than a token");
          }
          Message.text('p', credential.token().reveal() + "\0").write(compute.getOutputStream());
        }
        case 'E' -> throw new Refused(message.field('C'), message.field('M'));
        default -> {
          // Notices before the log-in is done concern nobody but the console.
        }
      }
    }
  }

  /** Passes on a request to end what another connection is doing. */
  void cancel(Start.Cancel cancel) throws IOException {
    try (SSLSocket compute = connect()) {
      ByteBuffer body = cancel.body();
      int length = 4 + body.remaining();
      OutputStream to = compute.getOutputStream();
      to.write(ByteBuffer.allocate(length).putInt(length).put(body).array());
      to.flush();
      // The compute closes when it has passed it on, and until then the client waits.
      compute.getInputStream().readAllBytes();
    }
  }
}
