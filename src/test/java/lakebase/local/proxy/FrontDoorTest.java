package lakebase.local.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrontDoorTest {

  private static final Gate NOBODY =
      new Gate() {
        @Override
        public Entry enter() throws Refused {
          throw new Refused("57P03", "nobody comes in");
        }

        @Override
        public List<Path> sockets() {
          return List.of();
        }
      };

  @TempDir Path directory;
  private FrontDoor door;

  @BeforeEach
  void open() throws Exception {
    door = another();
  }

  @AfterEach
  void close() throws Exception {
    door.close();
  }

  private FrontDoor another() throws Exception {
    Certificates certificates = new Certificates(directory, InstantSource.system());
    return new FrontDoor(certificates, token -> token);
  }

  @Test
  void addressesAreSpreadAndStable() {
    Set<InetSocketAddress> all = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      all.add(Loopback.of("uid-" + i));
    }
    assertThat(all).hasSizeGreaterThan(9_950).allMatch(at -> at.getPort() == 5432);
    assertThat(all)
        .extracting(at -> at.getAddress().getAddress())
        .allMatch(bytes -> bytes[0] == 127 && bytes[1] >= 64);
    assertThat(Loopback.of("ep-summer-scene-d2ew95fl"))
        .isEqualTo(Loopback.of("ep-summer-scene-d2ew95fl"));
  }

  @Test
  void aTakenAddressGivesWayToAnother() throws Exception {
    InetSocketAddress wanted = Loopback.of("taken");
    InetSocketAddress first = door.listen(wanted, List.of(), NOBODY);
    InetSocketAddress second = door.listen(wanted, List.of(), NOBODY);

    assumeThat(first).isEqualTo(wanted);
    assertThat(second).isNotEqualTo(first);
    assertThat(second.getPort()).isEqualTo(Loopback.PORT);
  }

  @Test
  void anAddressOfAnotherMachineGivesWayToAFreePort() throws Exception {
    InetSocketAddress at = door.listen(new InetSocketAddress("192.0.2.1", 1234), List.of(), NOBODY);

    assertThat(at.getHostString()).isEqualTo("127.0.0.1");
    assertThat(at.getPort()).isPositive();
  }

  @Test
  void aClosedAddressIsFreeAtOnce() throws Exception {
    InetSocketAddress at = door.listen(Loopback.of("closed"), List.of(), NOBODY);
    for (int i = 0; i < 50; i++) {
      door.close(at, true);
      assertThatThrownBy(() -> connect(at).close()).isInstanceOf(ConnectException.class);
      assertThat(door.listen(at, List.of(), NOBODY)).isEqualTo(at);
    }
  }

  /** Whether nothing comes any more: the end, or a reset over what had not been read. */
  private static boolean hasEnded(Socket client) throws IOException {
    try {
      return client.getInputStream().read() == -1;
    } catch (SocketException reset) {
      return true;
    }
  }

  @Test
  void connectionsLiveOnOrEndAsAsked() throws Exception {
    InetSocketAddress at = door.listen(Loopback.of("lives on"), List.of(), NOBODY);
    try (Socket client = connect(at)) {
      Leaks.await(() -> door.connections(at) == 1);
      door.close(at, false);
      assertThat(door.connections(at)).isZero();
      client.getOutputStream().write(new byte[] {0, 0});
      door.close();
      assertThat(hasEnded(client)).isTrue();
    }
    Leaks.await(() -> Leaks.threads() == 0);
  }

  @Test
  void thousandsOfAddressesAreOpenedQuickly() throws Exception {
    long start = System.nanoTime();
    Set<InetSocketAddress> all = new HashSet<>();
    for (int i = 0; i < 2_000; i++) {
      all.add(door.listen(Loopback.of("many" + i), List.of(), NOBODY));
    }
    assertThat(all).hasSize(2_000);
    assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
  }

  private static Socket connect(InetSocketAddress at) throws Exception {
    return new Socket(at.getAddress(), at.getPort());
  }
}
