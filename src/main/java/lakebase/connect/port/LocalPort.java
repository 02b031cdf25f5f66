package lakebase.connect.port;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import lakebase.model.Secret;

/** One port: waits for clients and lets them in. Any thread. */
final class LocalPort {

  private static final Logger LOG = Logger.getLogger(LocalPort.class.getName());
  private static final int MOST = 100;
  private static final Duration TO_END = Duration.ofSeconds(1);

  private final ServerSocket server;
  private final PortRequest request;
  private final Secret password;
  private final InstantSource clock;
  private final Runnable changed;
  private final Instant since;
  private final Scram scram;
  private final ComputeLogin login;
  private final AtomicLong ids = new AtomicLong();
  private final Set<PortClient> clients = ConcurrentHashMap.newKeySet();
  private final Map<Long, LiveConnection> live = new ConcurrentSkipListMap<>();
  private final Thread waiting;
  private volatile String problem = "";
  private volatile boolean closed;

  LocalPort(
      ServerSocket server,
      PortRequest request,
      Secret password,
      InstantSource clock,
      Runnable changed) {
    this.server = server;
    this.request = request;
    this.password = password;
    this.clock = clock;
    this.changed = changed;
    this.since = clock.instant();
    this.scram = new Scram(password.reveal());
    this.login = new ComputeLogin(request, new FreshToken(request.mint(), clock));
    this.waiting =
        Thread.ofVirtual().name("local-port-" + server.getLocalPort()).unstarted(this::accept);
  }

  /** Lets clients in from now on. */
  void open() {
    waiting.start();
  }

  int number() {
    return server.getLocalPort();
  }

  Scram scram() {
    return scram;
  }

  ComputeLogin login() {
    return login;
  }

  OpenPort now() {
    return new OpenPort(number(), request, password, since, List.copyOf(live.values()), problem);
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        enter(server.accept());
      } catch (IOException e) {
        LOG.log(Level.FINE, "a local port lets nobody in", e);
      }
    }
  }

  private void enter(Socket socket) throws IOException {
    if (clients.size() >= MOST) {
      try (socket) {
        Message.fatal(Refused.TOO_MANY, "sorry, too many clients already")
            .write(socket.getOutputStream());
      }
      return;
    }
    long id = ids.incrementAndGet();
    PortClient client = new PortClient(socket, this, id);
    clients.add(client);
    Thread.ofVirtual().name("local-port-client-" + id).start(client);
    if (closed) {
      client.close();
    }
  }

  void admitted(long id, Start.LogIn start) {
    String named = start.parameter("database");
    live.put(
        id,
        new LiveConnection(
            id,
            start.parameter("application_name"),
            named.isEmpty() ? request.target().database() : named,
            clock.instant()));
    problem = "";
    changed.run();
  }

  void refused(Refused why) {
    problem = why.reason();
    changed.run();
  }

  void ended(PortClient client, long id) {
    clients.remove(client);
    if (live.remove(id) != null) {
      changed.run();
    }
  }

  /** Lets nobody in any more, and ends the connections; the port is free when this returns. */
  void close() {
    closed = true;
    try {
      server.close();
    } catch (IOException e) {
      LOG.log(Level.FINE, "a local port was closed already", e);
    }
    clients.forEach(PortClient::close);
    try {
      // The system lets clients in until nobody waits for them any more.
      if (!waiting.join(TO_END)) {
        LOG.fine("a local port closes later");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
