package lakebase.local.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server says is kept within bounds, and why it failed is known. */
class ServerLogTest {

  private static final String SAID =
      "LOG:  starting\nFATAL:  could not start\nHINT:  Do better.\nLOG:  bye\n";

  @TempDir Path directory;

  @Test
  void tellsWhyItFailed() throws IOException {
    Path file = directory.resolve("one.log");
    ServerLog log = new ServerLog(file);

    log.drain(new BufferedReader(new StringReader(SAID)));

    assertEquals("could not start Do better.", log.reason());
    assertEquals(SAID, Files.readString(file));
  }

  @Test
  void readsOnWhereNothingCanBeWritten() throws IOException {
    ServerLog log = new ServerLog(directory.resolve("missing/one.log"));
    BufferedReader output = new BufferedReader(new StringReader(SAID.repeat(30_000)));

    log.drain(output);

    assertEquals("could not start Do better.", log.reason());
  }

  @Test
  void neverGrowsBeyondItsLimit() throws IOException {
    Path file = directory.resolve("one.log");

    new ServerLog(file).drain(new BufferedReader(new StringReader(SAID.repeat(60_000))));

    assertTrue(Files.size(file) <= (1 << 20) + 100);
    assertTrue(Files.size(directory.resolve("one.log.old")) <= (1 << 20) + 100);
  }
}
