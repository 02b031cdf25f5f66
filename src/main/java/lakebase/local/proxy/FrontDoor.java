package lakebase.local.proxy;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The entrance to the computes: opens an address on loopback for each {@link Gate} and serves
 * PostgreSQL's clients there. TLS is required; OAuth roles show a database credential, roles with a
 * password prove it by SCRAM-SHA-256. Any thread.
 */
public final class FrontDoor implements AutoCloseable {

  /** How long a client may take to log in, as PostgreSQL's authentication_timeout. */
  public static final Duration LOGIN_LIMIT = Duration.ofSeconds(60);

  private static final int BACKLOG = 512;
  private static final Duration TO_END = Duration.ofSeconds(5);

  private final Services services;
  private final Acceptor acceptor;
  private final Traffic traffic;
  private final ScheduledThreadPoolExecutor timer;
  private final Map<InetSocketAddress, Listener> listeners = new ConcurrentHashMap<>();

  /** Those that let nobody in any more while connections live on. */
  private final Set<Listener> leaving = ConcurrentHashMap.newKeySet();

  /** A door without an address yet. */
  public FrontDoor(Certificates certificates, TokenCheck tokens) throws IOException {
    this(certificates, tokens, LOGIN_LIMIT);
  }

  /** A door that gives its clients that long to log in. */
  FrontDoor(Certificates certificates, TokenCheck tokens, Duration loginLimit) throws IOException {
    timer =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("front-door-timer").daemon().factory());
    timer.setRemoveOnCancelPolicy(true);
    traffic = new Traffic();
    services =
        new Services(
            certificates, new Login(tokens), new Buffers.Pool(), traffic, timer, loginLimit);
    acceptor = new Acceptor();
  }

  /**
   * Opens an address; does not block.
   *
   * @param wanted where to listen if possible, see {@link Loopback#of}; else it is another loopback
   *     address with PostgreSQL's port, else 127.0.0.1 with a free port
   * @param names further names of the address, for its certificate
   * @return where clients can connect
   */
  public InetSocketAddress listen(InetSocketAddress wanted, List<String> names, Gate gate)
      throws IOException {
    ServerSocketChannel channel = bind(wanted);
    try {
      Listener listener = new Listener(channel, names, gate, services);
      acceptor.add(channel, listener);
      listeners.put(listener.address(), listener);
      return listener.address();
    } catch (IOException e) {
      Closing.quietly(channel);
      throw e;
    }
  }

  private static ServerSocketChannel bind(InetSocketAddress wanted) throws IOException {
    List<InetSocketAddress> choices = new ArrayList<>(List.of(wanted));
    choices.addAll(Loopback.others(wanted));
    @Nullable IOException first = null;
    for (InetSocketAddress choice : choices) {
      ServerSocketChannel channel = ServerSocketChannel.open();
      try {
        return channel.bind(choice, BACKLOG);
      } catch (SocketException taken) {
        Closing.quietly(channel);
        first = first == null ? taken : first;
      }
    }
    throw first == null ? new BindException("no address") : first;
  }

  /** How many connections are open at that address. */
  public int connections(InetSocketAddress address) {
    Listener listener = listeners.get(address);
    return listener == null ? 0 : listener.connections();
  }

  /**
   * Lets nobody in at that address any more, which is free when this returns.
   *
   * @param ending whether the connections there are ended; else they live on
   */
  public void close(InetSocketAddress address, boolean ending) throws InterruptedException {
    Listener listener = listeners.remove(address);
    if (listener == null) {
      return;
    }
    listener.close();
    leaving.removeIf(known -> known.connections() == 0);
    leaving.add(listener);
    if (ending) {
      listener.end();
    }
    services.certificates().forget(listener.host());
    acceptor.settle();
  }

  /** Closes all addresses and ends all connections. */
  @Override
  public void close() throws IOException {
    List<Listener> all = new ArrayList<>(listeners.values());
    listeners.clear();
    all.addAll(leaving);
    all.forEach(Listener::close);
    acceptor.close();
    all.forEach(Listener::end);
    long end = System.nanoTime() + TO_END.toNanos();
    while (all.stream().anyMatch(listener -> listener.connections() > 0)
        && System.nanoTime() < end) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    }
    traffic.close();
    timer.shutdownNow();
  }
}
