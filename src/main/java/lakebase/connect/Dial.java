package lakebase.connect;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** The way to a compute up to TLS, step by step. Blocks. */
public final class Dial {

  private static final int SSL_REQUEST = 80_877_103;

  private Dial() {}

  /**
   * The addresses of the host.
   *
   * @throws IOException when nobody knows the name
   */
  public static InetAddress[] resolve(Target target) throws IOException {
    return InetAddress.getAllByName(target.host());
  }

  /**
   * A connection to the first address that answers.
   *
   * @throws IOException when none does in that time
   */
  public static Socket reach(InetAddress[] addresses, int port, Duration patience)
      throws IOException {
    IOException first = new IOException("no address");
    boolean failed = false;
    for (InetAddress address : addresses) {
      Socket socket = new Socket();
      try {
        socket.connect(new InetSocketAddress(address, port), (int) patience.toMillis());
        socket.setTcpNoDelay(true);
        return socket;
      } catch (IOException e) {
        socket.close();
        first = failed ? first : e;
        failed = true;
      }
    }
    throw first;
  }

  /**
   * Asks for TLS, as PostgreSQL's clients do, and does the handshake.
   *
   * @throws IOException when the host offers none, or proves to be another one
   */
  public static SSLSocket secure(Socket socket, Target target, SSLContext context)
      throws IOException {
    socket.getOutputStream().write(ByteBuffer.allocate(8).putInt(8).putInt(SSL_REQUEST).array());
    int answer = socket.getInputStream().read();
    if (answer != 'S') {
      throw new IOException(
          answer < 0 ? "the host closed the connection" : "the host does not offer TLS");
    }
    SSLSocket secured =
        (SSLSocket)
            context.getSocketFactory().createSocket(socket, target.host(), target.port(), true);
    SSLParameters parameters = secured.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secured.setSSLParameters(parameters);
    secured.startHandshake();
    return secured;
  }
}
