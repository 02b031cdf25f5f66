package lakebase.local.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Servers that nobody stopped. */
@Timeout(60)
class OrphansTest {

  @TempDir Path temporary;
  private final Binaries binaries = new Binaries(Servers.CACHE);

  @Test
  void serversOfBranchesAreEndedWithTheirTraces() throws Exception {
    BranchStorage storage = BranchStorage.of(temporary, "br-one");
    try (PostgresServer server = start(storage, "1");
        PostgresServer other = start(storage, "2")) {
      assertEquals(2, Orphans.end(temporary, binaries));

      assertFalse(server.isAlive());
      assertFalse(other.isAlive());
      assertFalse(Files.exists(server.socket().getParent()));
      assertFalse(Files.exists(PostmasterFile.in(storage.data("1"))));
      assertTrue(Files.readString(storage.log().resolve("1.log")).contains("fast shutdown"));
    }
    assertEquals(0, Orphans.end(temporary, binaries));
  }

  @Test
  void anotherProcessOfTheSameNumberIsLeftAlone() throws Exception {
    BranchStorage storage = BranchStorage.of(temporary, "br-one");
    storage.create();
    Path data = Servers.data(storage.data("1"));
    long own = ProcessHandle.current().pid();
    Files.write(
        PostmasterFile.in(data),
        List.of(Long.toString(own), data.toString(), "0", "5432", "/nowhere", "", "", "ready"));

    assertEquals(0, Orphans.end(temporary, binaries));

    assertFalse(Files.exists(PostmasterFile.in(data)));
    start(storage, "1").close();
  }

  @Test
  void aServerStartsAlthoughItsOldNumberIsAnotherProcess() throws Exception {
    BranchStorage storage = BranchStorage.of(temporary, "br-one");
    storage.create();
    Path data = Servers.data(storage.data("1"));
    long own = ProcessHandle.current().pid();
    Files.write(
        PostmasterFile.in(data),
        List.of(Long.toString(own), data.toString(), "0", "5432", "/nowhere", "", "", "ready"));

    try (PostgresServer server = start(storage, "1")) {
      assertTrue(server.isAlive());
    }
  }

  private static PostgresServer start(BranchStorage storage, String member) throws Exception {
    storage.create();
    Path data = storage.data(member);
    if (!Files.exists(data)) {
      Servers.data(data);
    }
    return PostgresServer.start(
        Servers.installation(),
        new PostgresServer.Launch(
            data, storage.log().resolve(member + ".log"), Map.copyOf(Servers.FAST)));
  }
}
