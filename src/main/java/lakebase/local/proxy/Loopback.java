package lakebase.local.proxy;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Loopback addresses with PostgreSQL's port, spread over 127.64.0.1 to 127.127.255.254, the middle
 * of a block that belongs to the machine itself and that nothing else is likely to use.
 */
public final class Loopback {

  /** PostgreSQL's port. */
  public static final int PORT = 5432;

  private static final int FIRST = 0x7f40_0000;
  private static final int HOSTS = 0x40_0000;
  private static final int OTHERS = 4;

  private Loopback() {}

  /** The address to try first for a compute: always the same for the same uid. */
  public static InetSocketAddress of(String uid) {
    return at(hash(uid, 0));
  }

  /**
   * What to try when the wanted address is taken or not this machine's: some others with the same
   * port, then 127.0.0.1 with any free port.
   */
  static List<InetSocketAddress> others(InetSocketAddress wanted) {
    List<InetSocketAddress> others = new ArrayList<>();
    if (wanted.getPort() == PORT) {
      for (int attempt = 1; attempt <= OTHERS; attempt++) {
        others.add(at(hash(wanted.getHostString(), attempt)));
      }
    }
    others.add(new InetSocketAddress(address(0x7f00_0001), 0));
    return others;
  }

  private static InetSocketAddress at(int hash) {
    int host = Integer.remainderUnsigned(hash, HOSTS - 2) + 1;
    return new InetSocketAddress(address(FIRST + host), PORT);
  }

  private static InetAddress address(int bits) {
    byte[] bytes = {(byte) (bits >>> 24), (byte) (bits >>> 16), (byte) (bits >>> 8), (byte) bits};
    try {
      return Inet4Address.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }

  /** FNV-1a with a final mix: the same on every machine, and well spread. */
  private static int hash(String text, int seed) {
    int hash = 0x811c_9dc5 ^ (seed * 0x9e37_79b9);
    for (byte part : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (part & 0xff)) * 0x0100_0193;
    }
    hash = (hash ^ (hash >>> 16)) * 0x85eb_ca6b;
    hash = (hash ^ (hash >>> 13)) * 0xc2b2_ae35;
    return hash ^ (hash >>> 16);
  }
}
