package lakebase.local.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Servers that have just died, time that is over, and a door that closes. */
@Timeout(60)
class EndingTest {

  private static final Duration LITTLE = Duration.ofSeconds(3);

  @TempDir Path directory;
  private RealDoor door;

  @BeforeEach
  void open() throws Exception {
    door = new RealDoor(directory, Map.of());
  }

  @AfterEach
  void close() throws Exception {
    door.close();
  }

  @Test
  void whoMeetsADeadServerIsServedByTheNext() throws Exception {
    door.dead.add(Path.of("/nowhere/.s.PGSQL.5432"));
    door.dead.add(Files.createFile(directory.resolve("nobody-listens")));
    assertIn();
  }

  @Test
  void aServerThatDiesBeforeItsFirstWordIsNotMissed() throws Exception {
    try (ServerSocketChannel dying = fake(new byte[0])) {
      assertIn();
      assertThat(dying.isOpen()).isTrue();
    }
  }

  @Test
  void aServerThatIsStillRecoveringIsWaitedFor() throws Exception {
    byte[] recovering = Messages.fatal("57P03", "the database system is in recovery mode").array();
    try (ServerSocketChannel busy = fake(recovering)) {
      assertIn();
      assertThat(busy.isOpen()).isTrue();
    }
  }

  /** Who it is, the client is asked once only. */
  private void assertIn() throws SQLException {
    int before = door.entered.get();
    try (Connection connection = door.connect()) {
      assertThat(RealDoor.query(connection, "SELECT 1")).isEqualTo("1");
    }
    assertThat(door.entered.get() - before).isGreaterThan(1);
    Leaks.await(() -> door.left.get() == door.entered.get());
  }

  /** Meets the next client, says that and ends. */
  private ServerSocketChannel fake(byte[] words) throws IOException {
    Path path = directory.resolve("fake");
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(path));
    door.dead.add(path);
    Thread.ofVirtual()
        .start(() -> {
          try (SocketChannel client = server.accept()) {
            client.read(ByteBuffer.allocate(1_000));
            client.write(ByteBuffer.wrap(words));
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        });
    return server;
  }

  @Test
  void whoWaitsInVainIsToldWhatFor() throws Exception {
    door.connect().close();
    door.allDead = true;
    InetSocketAddress hurried = door.hurried(LITTLE);
    String token = door.token();
    assertThatThrownBy(
            () -> door.connect(hurried, RealDoor.OAUTH_ROLE, token, "sslmode=require").close())
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("57P03"))
        .hasMessageContaining("does not accept connections at the moment");
  }

  @Test
  void whoDoesNotAnswerInTimeIsToldSo() throws Exception {
    door.connect().close();
    try (WireClient client = new WireClient(door.hurried(LITTLE))) {
      client.start(RealDoor.OAUTH_ROLE);
      assertThat(client.read().type()).isEqualTo('R');
      assertThat(client.await('E').body())
          .contains("FATAL", "57014", "canceling authentication due to timeout");
      assertThat(client.hasEnded()).isTrue();
    }
  }

  @Test
  void idleClientsAreToldThatTheDoorCloses() throws Exception {
    try (WireClient idle = new WireClient(door.address);
        WireClient loggingIn = new WireClient(door.address);
        Connection other = door.connect()) {
      idle.logIn(RealDoor.OAUTH_ROLE, door.token());
      loggingIn.start(RealDoor.OAUTH_ROLE);
      assertThat(loggingIn.read().type()).isEqualTo('R');
      door.door.close(door.address, true);
      assertThat(idle.read().body())
          .contains("FATAL", "57P01", "terminating connection due to administrator command");
      assertThat(idle.hasEnded()).isTrue();
      assertThat(loggingIn.read().body())
          .contains("FATAL", "57P03", "the database system is shutting down");
      assertThatThrownBy(() -> RealDoor.query(other, "SELECT 1"))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isIn("57P01", "08006"));
    }
    Leaks.await(() -> Leaks.threads() == 0);
  }

  @Test
  void nothingIsSaidInTheMidstOfAMessage() throws Exception {
    try (WireClient client = new WireClient(door.address)) {
      client.logIn(RealDoor.OAUTH_ROLE, door.token());
      client.send('Q', "SELECT repeat('x', 50000000)");
      assertThat(client.read().type()).isEqualTo('T');
      door.door.close();
      assertThatThrownBy(client::read).isInstanceOf(IOException.class);
    }
  }
}
