package lakebase.local.proxy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One open address with the connections that came in by it. Any thread. */
final class Listener {

  /** More are turned away, so that nobody can use up the threads of this process. */
  private static final int MOST = 2_000;

  private final ServerSocketChannel channel;
  private final InetSocketAddress address;
  private final List<String> names;
  private final Gate gate;
  private final Services services;
  private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
  private volatile boolean ending;

  Listener(ServerSocketChannel channel, List<String> names, Gate gate, Services services)
      throws IOException {
    this.channel = channel;
    this.address = (InetSocketAddress) channel.getLocalAddress();
    this.names = List.copyOf(names);
    this.gate = gate;
    this.services = services;
  }

  InetSocketAddress address() {
    return address;
  }

  InetAddress host() {
    return address.getAddress();
  }

  List<String> names() {
    return names;
  }

  Gate gate() {
    return gate;
  }

  int connections() {
    return connections.size();
  }

  /** Lets in whoever waits. */
  void accept() throws IOException {
    SocketChannel socket = channel.accept();
    if (socket == null) {
      return;
    }
    if (connections.size() >= MOST) {
      turnAway(socket);
      return;
    }
    Connection connection = new Connection(socket, this, services);
    connections.add(connection);
    try {
      Thread.ofPlatform().name("front-door-connection").daemon().start(connection);
    } catch (OutOfMemoryError noThread) {
      Closing.quietly(socket);
      connections.remove(connection);
      throw noThread;
    }
    if (ending) {
      connection.end();
    }
  }

  private static void turnAway(SocketChannel socket) throws IOException {
    try (socket) {
      socket.configureBlocking(false);
      socket.write(
          Messages.fatal(SqlState.TOO_MANY_CONNECTIONS, "sorry, too many clients already"));
    }
  }

  void ended(Connection connection) {
    connections.remove(connection);
  }

  /** Lets nobody in any more. */
  void close() {
    Closing.quietly(channel);
  }

  /** Ends the connections; their clients are told. */
  void end() {
    ending = true;
    connections.forEach(Connection::end);
  }
}
