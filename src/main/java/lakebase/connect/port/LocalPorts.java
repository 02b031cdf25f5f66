package lakebase.connect.port;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import lakebase.model.Secret;

/** The local connect ports of this console; there are none until one is opened. Any thread. */
public final class LocalPorts implements AutoCloseable {

  /** The first and the last port that may be opened: beside PostgreSQL's own. */
  public static final int FIRST = 5433;

  public static final int LAST = 5499;

  private static final int BACKLOG = 50;
  private static final int PASSWORD_BYTES = 18;

  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<Integer, LocalPort> open = new ConcurrentSkipListMap<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  /** No port yet. */
  public LocalPorts(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Opens the first port that is free.
   *
   * @throws IOException when none is
   */
  public OpenPort open(PortRequest request) throws IOException {
    byte[] password = new byte[PASSWORD_BYTES];
    random.nextBytes(password);
    LocalPort port =
        new LocalPort(
            bind(),
            request,
            new Secret(Base64.getUrlEncoder().encodeToString(password)),
            clock,
            this::changed);
    open.put(port.number(), port);
    port.open();
    changed();
    return port.now();
  }

  private static ServerSocket bind() throws IOException {
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    for (int port = FIRST; port <= LAST; port++) {
      ServerSocket server = new ServerSocket();
      try {
        server.bind(new InetSocketAddress(loopback, port), BACKLOG);
        return server;
      } catch (BindException taken) {
        server.close();
      }
    }
    throw new IOException("no port is free from " + FIRST + " to " + LAST);
  }

  /** Those that are open now, by number. */
  public List<OpenPort> list() {
    return open.values().stream().map(LocalPort::now).toList();
  }

  /** Closes that port and ends its connections; does nothing when it is not open. */
  public void close(int port) {
    LocalPort closing = open.remove(port);
    if (closing != null) {
      closing.close();
      changed();
    }
  }

  /**
   * Calls that whenever a port or a connection comes or goes, on any thread.
   *
   * @return ends it
   */
  public Runnable onChange(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  private void changed() {
    listeners.forEach(Runnable::run);
  }

  /** Closes all of them. */
  @Override
  public void close() {
    List.copyOf(open.keySet()).forEach(this::close);
  }
}
