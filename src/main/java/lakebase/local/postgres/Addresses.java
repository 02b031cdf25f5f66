package lakebase.local.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import lakebase.local.engine.ComputePlan;
import lakebase.local.proxy.FrontDoor;
import lakebase.local.proxy.Gate;
import lakebase.local.proxy.Loopback;
import lakebase.model.EndpointGroup;
import lakebase.model.EndpointHosts;
import lakebase.model.EndpointType;
import org.jspecify.annotations.Nullable;

/** The addresses of endpoints at the front door, by the endpoints' uids. Any thread. */
final class Addresses {

  private static final String READERS = "-ro";

  private final FrontDoor door;
  private final BiFunction<String, Boolean, Gate> gates;
  private final Map<String, InetSocketAddress> open = new HashMap<>();

  /**
   * No addresses yet.
   *
   * @param gates what lies behind the address of that uid, for reading only or not
   */
  Addresses(FrontDoor door, BiFunction<String, Boolean, Gate> gates) {
    this.door = door;
    this.gates = gates;
  }

  /** Where the endpoint takes connections; addresses that it lacks are opened. */
  EndpointHosts of(String uid, EndpointType type, EndpointGroup group) {
    return of(uid, type, group, EndpointHosts.NONE);
  }

  /** The same, at the addresses of the plan if they are free. */
  EndpointHosts of(ComputePlan plan) {
    EndpointGroup group = plan.spec().group() == null ? EndpointGroup.SINGLE : plan.spec().group();
    return of(plan.uid(), plan.type(), group, plan.hosts());
  }

  private synchronized EndpointHosts of(
      String uid, EndpointType type, EndpointGroup group, EndpointHosts wanted) {
    InetSocketAddress main = open(uid, false, wanted.host(), wanted.portOrStandard());
    if (type.equals(EndpointType.READ_ONLY)) {
      return hosts(main, main);
    }
    boolean readable = group.isHighlyAvailable() && group.readableSecondaries();
    if (!readable) {
      close(uid + READERS);
      return hosts(main, null);
    }
    String host = wanted.readOnlyHost();
    return hosts(main, open(uid, true, host, wanted.readOnlyPortOrStandard()));
  }

  /** Closes the endpoint's addresses and ends the connections there. */
  synchronized void release(String uid) {
    close(uid);
    close(uid + READERS);
  }

  private InetSocketAddress open(String uid, boolean readers, @Nullable String host, int port) {
    String name = readers ? uid + READERS : uid;
    InetSocketAddress known = open.get(name);
    if (known != null) {
      return known;
    }
    boolean isAddress = host != null && host.startsWith("127.");
    InetSocketAddress wanted = isAddress ? new InetSocketAddress(host, port) : Loopback.of(name);
    try {
      List<String> names = List.of(name + ".database.localhost");
      InetSocketAddress made = door.listen(wanted, names, gates.apply(uid, readers));
      open.put(name, made);
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException("no address for an endpoint", e);
    }
  }

  private void close(String name) {
    InetSocketAddress address = open.remove(name);
    if (address != null) {
      try {
        door.close(address, true);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static EndpointHosts hosts(InetSocketAddress main, @Nullable InetSocketAddress readers) {
    return new EndpointHosts(
        main.getHostString(),
        readers == null ? null : readers.getHostString(),
        null,
        null,
        port(main),
        readers == null ? null : port(readers));
  }

  private static @Nullable Integer port(InetSocketAddress address) {
    return address.getPort() == EndpointHosts.STANDARD_PORT ? null : address.getPort();
  }
}
