package lakebase.local.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Clients that do not keep to the protocol. */
@Timeout(60)
class HostileClientsTest {

  private static final Duration LIMIT = Duration.ofSeconds(1);
  private static final int PACKETS = 4_000;

  @TempDir static Path directory;
  private static RealDoor door;

  @BeforeAll
  static void open() throws Exception {
    door = new RealDoor(directory, Map.of(), LIMIT);
  }

  @AfterAll
  static void close() throws Exception {
    door.close();
  }

  @Test
  void fuzzedPacketsLeaveNothingBehind() throws Exception {
    door.connect().close();
    Leaks.await(() -> Leaks.threads() == 0);
    long sockets = Leaks.sockets();
    try (ExecutorService clients = Executors.newFixedThreadPool(16)) {
      List<Future<?>> all = new ArrayList<>();
      for (int seed = 0; seed < PACKETS; seed++) {
        Random random = new Random(seed);
        all.add(clients.submit(() -> send(fuzzed(random), random.nextInt(4) > 0)));
      }
      for (Future<?> one : all) {
        one.get();
      }
    }
    Leaks.await(() -> Leaks.threads() == 0 && Leaks.sockets() <= sockets);
    assertThat(door.door.connections(door.address)).isZero();
    door.connect().close();
  }

  /**
   * Sends and, if so asked, ends; then reads what comes until the door closes or it has hung up.
   */
  private static Void send(byte[] bytes, boolean ending) throws IOException {
    try (Socket socket = socket()) {
      socket.getOutputStream().write(bytes);
      if (ending) {
        socket.shutdownOutput();
        socket.getInputStream().readAllBytes();
      }
    } catch (SocketException reset) {
      // The door may close before everything is sent.
      return null;
    }
    return null;
  }

  private static byte[] fuzzed(Random random) {
    byte[] bytes =
        switch (random.nextInt(6)) {
          case 0 -> code(StartupPacket.Codes.TLS);
          case 1 -> code(StartupPacket.Codes.GSS);
          case 2 -> cancel(8 + random.nextInt(300));
          case 3 -> new byte[] {0x16, 3, 1, 0, (byte) random.nextInt(), 1};
          case 4 -> random(random, random.nextInt(12_000));
          default -> startup("user\0someone\0database\0postgres\0\0");
        };
    for (int change = random.nextInt(4); change > 0 && bytes.length > 0; change--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }
    byte[] tail = random(random, random.nextInt(3) * random.nextInt(100));
    byte[] cut =
        Arrays.copyOf(bytes, bytes.length - random.nextInt(2) * random.nextInt(bytes.length + 1));
    return ByteBuffer.allocate(cut.length + tail.length).put(cut).put(tail).array();
  }

  private static byte[] random(Random random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] code(int code) {
    return ByteBuffer.allocate(8).putInt(8).putInt(code).array();
  }

  private static byte[] cancel(int length) {
    return ByteBuffer.allocate(8 + length)
        .putInt(8 + length)
        .putInt(StartupPacket.Codes.CANCEL)
        .array();
  }

  private static byte[] startup(String parameters) {
    byte[] bytes = parameters.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(8 + bytes.length)
        .putInt(8 + bytes.length)
        .putInt(3 << 16)
        .put(bytes)
        .array();
  }

  private static Socket socket() throws IOException {
    return new Socket(door.address.getAddress(), door.address.getPort());
  }

  @Test
  void whoSaysNothingIsDropped() throws Exception {
    try (Socket silent = socket();
        Socket slow = socket()) {
      slow.getOutputStream().write(code(StartupPacket.Codes.TLS), 0, 5);
      assertThat(silent.getInputStream().read()).isEqualTo(-1);
      assertThat(slow.getInputStream().read()).isEqualTo(-1);
    }
    Leaks.await(() -> door.door.connections(door.address) == 0);
  }

  @Test
  void gssIsDeclinedOnceAndThenTlsOffered() throws Exception {
    try (Socket socket = socket()) {
      InputStream in = socket.getInputStream();
      socket.getOutputStream().write(code(StartupPacket.Codes.GSS));
      assertThat(in.read()).isEqualTo('N');
      socket.getOutputStream().write(code(StartupPacket.Codes.TLS));
      assertThat(in.read()).isEqualTo('S');
    }
  }

  @Test
  void wrongPacketsGetPostgresqlsAnswers() throws Exception {
    assertThat(answer(ByteBuffer.allocate(8).putInt(8).putInt(2 << 16).array()))
        .contains("FATAL", "0A000", "unsupported frontend protocol 2.0");
    assertThat(answer(startup("user\0a\0database"))).contains("08P01", "expected terminator");
    assertThat(answer(startup("database\0a\0\0"))).contains("28000", "no PostgreSQL user name");
    assertThat(answer(startup("user\0a\0\0")))
        .contains("28000", "user \"a\", database \"a\", no encryption");
    assertThat(answer(ByteBuffer.allocate(8).putInt(10_001).array())).isEmpty();
    assertThat(answer(ByteBuffer.allocate(8).putInt(7).array())).isEmpty();
  }

  private static String answer(byte[] packet) throws IOException {
    try (Socket socket = socket()) {
      socket.getOutputStream().write(packet);
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (SocketException reset) {
      return "";
    }
  }
}
