package lakebase.local;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Sends bytes that no well-behaved client would. */
final class RawHttp {

  private RawHttp() {}

  /** A status (0: the connection was closed without one), the headers and the body as texts. */
  record Answer(int status, String headers, String body) {}

  static Answer send(URI server, byte[] request) {
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(10_000);
      write(socket, request);
      String text = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int end = text.indexOf("\r\n\r\n");
      if (end < 0) {
        return new Answer(0, text, "");
      }
      int status = Integer.parseInt(text.substring(9, 12));
      return new Answer(status, text.substring(0, end), text.substring(end + 4));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Socket socket, byte[] request) throws IOException {
    try {
      OutputStream out = socket.getOutputStream();
      out.write(request);
      out.flush();
      socket.shutdownOutput();
    } catch (IOException closedEarly) {
      // The server may answer before it has read everything; the answer is what counts.
      return;
    }
  }
}
