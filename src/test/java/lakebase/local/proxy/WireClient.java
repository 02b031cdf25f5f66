package lakebase.local.proxy;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import lakebase.testkit.TrustAnybody;

/** A client that speaks PostgreSQL's protocol message by message, under TLS. */
final class WireClient implements AutoCloseable {

  /** What a server says. */
  record Message(char type, String body) {}

  private final SSLSocket socket;
  private final DataInputStream in;
  private final DataOutputStream out;

  /** Connects and is under TLS. */
  WireClient(InetSocketAddress address) throws IOException, GeneralSecurityException {
    Socket plain = new Socket(address.getAddress(), address.getPort());
    plain.getOutputStream().write(ByteBuffer.allocate(8).putInt(8).putInt(80877103).array());
    if (plain.getInputStream().read() != 'S') {
      throw new IOException("no TLS");
    }
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new TrustAnybody()}, null);
    socket =
        (SSLSocket)
            context
                .getSocketFactory()
                .createSocket(plain, address.getHostString(), address.getPort(), true);
    socket.startHandshake();
    in = new DataInputStream(socket.getInputStream());
    out = new DataOutputStream(socket.getOutputStream());
  }

  /** Asks to log in. */
  void start(String user) throws IOException {
    byte[] parameters =
        ("user\0" + user + "\0database\0postgres\0\0").getBytes(StandardCharsets.UTF_8);
    out.write(
        ByteBuffer.allocate(8 + parameters.length)
            .putInt(8 + parameters.length)
            .putInt(3 << 16)
            .put(parameters)
            .array());
  }

  /** Sends a message whose body is a text that ends with a zero. */
  void send(char type, String text) throws IOException {
    byte[] body = (text + "\0").getBytes(StandardCharsets.UTF_8);
    out.write(
        ByteBuffer.allocate(5 + body.length)
            .put((byte) type)
            .putInt(4 + body.length)
            .put(body)
            .array());
  }

  /** Logs in with a token. */
  void logIn(String user, String token) throws IOException {
    start(user);
    read();
    send('p', token);
    await('Z');
  }

  /** The next message. */
  Message read() throws IOException {
    char type = (char) in.readUnsignedByte();
    byte[] body = new byte[in.readInt() - 4];
    in.readFully(body);
    return new Message(type, new String(body, StandardCharsets.UTF_8));
  }

  /** The next message of that type. */
  Message await(char type) throws IOException {
    Message next = read();
    while (next.type() != type) {
      next = read();
    }
    return next;
  }

  /** Whether nothing comes any more. */
  boolean hasEnded() throws IOException {
    return in.read() < 0;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
