package lakebase.local.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import lakebase.local.engine.DataPlaneException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One server's process. */
@Timeout(60)
class PostgresServerTest {

  @TempDir Path temporary;

  @Test
  void startsAnswersAndStops() throws Exception {
    Path socket;
    long pid;
    try (PostgresServer server = Servers.start(temporary)) {
      socket = server.socket();
      pid = server.pid();
      Path run = socket.getParent();
      assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(run)));
      try (Connection connection = server.connect("postgres")) {
        assertEquals("lakebase_admin", Servers.query(connection, "SELECT current_user"));
        assertEquals("UTF8", Servers.query(connection, "SHOW server_encoding"));
        assertEquals("on", Servers.query(connection, "SHOW data_checksums"));
        assertEquals("", Servers.query(connection, "SHOW listen_addresses"));
      }
    }

    assertFalse(Files.exists(socket.getParent()));
    assertFalse(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false));
    assertTrue(Files.readString(temporary.resolve("server.log")).contains("shut down"));
  }

  @Test
  void tellsWhyItDoesNotStart() throws Exception {
    Path data = Servers.data(temporary.resolve("data"));
    PostgresServer.Launch launch =
        new PostgresServer.Launch(
            data, temporary.resolve("server.log"), Map.of("shared_buffers", "lots"));

    DataPlaneException e =
        assertThrows(
            DataPlaneException.class, () -> PostgresServer.start(Servers.installation(), launch));

    assertEquals(
        "PostgreSQL does not start: invalid value for parameter \"shared_buffers\": \"lots\"",
        e.getMessage());
  }

  @Test
  void itsEndIsTold() throws Exception {
    CountDownLatch told = new CountDownLatch(1);
    try (PostgresServer server = Servers.start(temporary)) {
      server.onExit(told::countDown);
      assertTrue(ProcessHandle.of(server.pid()).orElseThrow().destroyForcibly());

      assertTrue(told.await(20, TimeUnit.SECONDS));
      assertFalse(server.isAlive());
    }
  }

  @Test
  void anInterruptEndsAQuery() throws Exception {
    try (PostgresServer server = Servers.start(temporary);
        Connection connection = server.connect("postgres")) {
      Thread.currentThread().interrupt();

      assertThrows(SQLException.class, () -> Servers.query(connection, "SELECT pg_sleep(60)"));
      assertTrue(Thread.interrupted());
    }
  }

  @Test
  void largeResultsAndTimeLimitsPassTheSocket() throws Exception {
    try (PostgresServer server = Servers.start(temporary);
        Connection connection = server.connect("postgres")) {
      String large = "SELECT length(string_agg(x, '')) FROM (SELECT repeat('x', 5000000) x) y";
      assertEquals("5000000", Servers.query(connection, large));
      assertEquals(5_000_000, Servers.query(connection, "SELECT repeat('x', 5000000)").length());
      connection.setNetworkTimeout(Runnable::run, 100);
      assertThrows(SQLException.class, () -> Servers.query(connection, "SELECT pg_sleep(60)"));
    }
  }
}
