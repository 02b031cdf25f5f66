package lakebase.auth;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A proxy that opens tunnels to one port of this machine, whatever host is asked for. */
final class TestProxy implements AutoCloseable {

  private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final int target;
  private final String wanted;
  final List<String> asked = Collections.synchronizedList(new ArrayList<>());

  /** {@code wanted}: the sign-in that it asks for; empty for none. */
  TestProxy(int target, String wanted) throws IOException {
    this.target = target;
    this.wanted = wanted;
    Thread.startVirtualThread(this::serve);
  }

  int port() {
    return socket.getLocalPort();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try {
        Socket one = socket.accept();
        Thread.startVirtualThread(() -> tunnel(one));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void tunnel(Socket client) {
    try (client) {
      String head = head(client.getInputStream());
      while (!wanted.isEmpty() && !head.contains("Basic " + wanted)) {
        client
            .getOutputStream()
            .write(
                String.join(
                        "\r\n",
                        "HTTP/1.1 407 Who are you",
                        "Proxy-Authenticate: Basic realm=\"corp\"",
                        "Content-Length: 0",
                        "",
                        "")
                    .getBytes(StandardCharsets.ISO_8859_1));
        head = head(client.getInputStream());
      }
      asked.add(head.lines().findFirst().orElse(""));
      try (Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
        client
            .getOutputStream()
            .write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        Thread back = Thread.startVirtualThread(() -> copy(server, client));
        copy(client, server);
        back.join();
      }
    } catch (IOException | InterruptedException over) {
      // The end of the tunnel.
    }
  }

  private static void copy(Socket from, Socket to) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      in.transferTo(out);
      to.shutdownOutput();
    } catch (IOException over) {
      // The end of the tunnel.
    }
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("closed");
      }
      head.append((char) next);
    }
    return head.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
