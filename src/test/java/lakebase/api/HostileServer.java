package lakebase.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A loopback server that does as it is told, byte for byte: each request takes the next move, the
 * last one is repeated.
 */
final class HostileServer implements AutoCloseable {

  private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");

  /** What is done to one request. */
  @FunctionalInterface
  interface Move {
    void play(Socket client) throws IOException, InterruptedException;
  }

  private final ServerSocket socket;
  private final Deque<Move> moves = new ConcurrentLinkedDeque<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
  private final CountDownLatch closed = new CountDownLatch(1);

  HostileServer(Move... moves) throws IOException {
    this.moves.addAll(List.of(moves));
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  /** Adds a move. */
  void play(Move move) {
    moves.addLast(move);
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort());
  }

  /** The requests so far, heads and bodies. */
  List<String> requests() {
    return requests;
  }

  /** Answers with JSON. */
  static Move json(int status, String body, String... headers) {
    return raw(head(status, "application/json", body.length(), headers) + body);
  }

  /** Answers with a page. */
  static Move html(int status, String body) {
    return raw(head(status, "text/html", body.getBytes(StandardCharsets.UTF_8).length) + body);
  }

  /** Sends that and closes. */
  static Move raw(String text) {
    return client -> send(client, text);
  }

  /** Closes so that the client sees a reset. */
  static Move reset() {
    return client -> client.setSoLinger(true, 0);
  }

  /** Sends the text and then nothing more, with the connection open, until the server is closed. */
  Move hang(String text) {
    return client -> {
      send(client, text);
      closed.await();
    };
  }

  /** Sends the head and then a byte at a time, until the client has had enough. */
  static Move trickle(CountDownLatch givenUp) {
    return client -> {
      send(client, head(200, "application/json", 1_000_000_000));
      try {
        while (true) {
          send(client, " ");
          Thread.onSpinWait();
        }
      } catch (SocketException gone) {
        givenUp.countDown();
      }
    };
  }

  static String head(int status, String type, long length, String... headers) {
    StringBuilder head =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "HTTP/1.1 %d X\r\nContent-Type: %s\r\nContent-Length: %d\r\nConnection: close\r\n",
                status,
                type,
                length));
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    return head.append("\r\n").toString();
  }

  private static void send(Socket client, String text) throws IOException {
    OutputStream out = client.getOutputStream();
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        clients.add(client);
        Thread.ofVirtual().start(() -> serve(client));
      } catch (SocketException closing) {
        return;
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      String request = read(client.getInputStream());
      if (request.isEmpty()) {
        return;
      }
      Move move = moves.size() > 1 ? moves.removeFirst() : moves.getFirst();
      requests.add(request);
      move.play(client);
    } catch (IOException clientGone) {
      // Nobody left to answer.
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static String read(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    int next;
    while ((next = in.read()) >= 0) {
      head.write(next);
      String text = head.toString(StandardCharsets.UTF_8);
      if (text.endsWith("\r\n\r\n")) {
        Matcher length = LENGTH.matcher(text);
        int bytes = length.find() ? Integer.parseInt(length.group(1)) : 0;
        return text + new String(in.readNBytes(bytes), StandardCharsets.UTF_8);
      }
    }
    return "";
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    socket.close();
    for (Socket client : clients) {
      client.close();
    }
  }
}
