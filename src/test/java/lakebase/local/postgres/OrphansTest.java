package lakebase.local.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  void whatWasMakingACopyOrATemplateIsEnded() throws Exception {
    Path partial = temporary.resolve("br-one/members/1/data.partial");
    Path data = Servers.data(partial);
    Process recovery =
        Servers.installation()
            .program("postgres", List.of("--single", "-D", data.toString(), "postgres"))
            .redirectOutput(Redirect.DISCARD)
            .start();
    Path template = Servers.data(temporary.resolve("templates/postgres-17.partial"));
    Path log = temporary.resolve("template.log");
    try (PostgresServer server =
        PostgresServer.start(
            Servers.installation(), new PostgresServer.Launch(template, log, Servers.FAST))) {
      while (PostmasterFile.read(data).isEmpty()) {
        TestBranch.pause();
      }

      assertEquals(1, Orphans.end(temporary, binaries));

      assertFalse(recovery.isAlive());
      assertFalse(server.isAlive());
      assertFalse(Files.exists(PostmasterFile.in(data)));
    } finally {
      recovery.destroyForcibly();
    }
  }

  @Test
  void anotherProcessOfTheSameNumberIsLeftAlone() throws Exception {
    BranchStorage storage = BranchStorage.of(temporary, "br-one");
    Path data = dataOfAnotherProcess(storage);

    assertEquals(0, Orphans.end(temporary, binaries));

    assertFalse(Files.exists(PostmasterFile.in(data)));
    start(storage, "1").close();
  }

  @Test
  void aServerStartsAlthoughItsOldNumberIsAnotherProcess() throws Exception {
    BranchStorage storage = BranchStorage.of(temporary, "br-one");
    Path _ = dataOfAnotherProcess(storage);

    try (PostgresServer server = start(storage, "1")) {
      assertTrue(server.isAlive());
    }
  }

  @Test
  void socketDirectoriesWithoutAServerGoWhenTheyAreOld() throws Exception {
    BranchStorage storage = BranchStorage.of(temporary.resolve("elsewhere"), "br-one");
    FileTime old = FileTime.from(Instant.now().minus(Duration.ofHours(1)));
    RunDirectory stale = RunDirectory.make();
    Files.setLastModifiedTime(stale.path(), old);
    RunDirectory starting = RunDirectory.make();
    try (PostgresServer server = start(storage, "1")) {
      Path served = Optional.ofNullable(server.socket().getParent()).orElseThrow();
      Files.setLastModifiedTime(served, old);

      assertEquals(0, Orphans.end(temporary.resolve("nothing"), binaries));

      assertFalse(Files.exists(stale.path()));
      assertTrue(Files.exists(starting.path()));
      assertTrue(Files.exists(server.socket()));
    } finally {
      starting.delete();
    }
  }

  @Test
  void onlyProcessesOfPostgresAreEndedWithAServer() throws Exception {
    Path data = Files.createDirectories(temporary.resolve("data"));
    Process shell = new ProcessBuilder("cat").directory(data.toFile()).start();
    try {
      Orphans.endBackends(data, Servers.installation().executable("postgres"));

      assertTrue(shell.isAlive());
    } finally {
      shell.destroyForcibly();
    }
  }

  /** Data whose last server had the number that this process has now. */
  private static Path dataOfAnotherProcess(BranchStorage storage) throws Exception {
    storage.create();
    Path data = Servers.data(storage.data("1"));
    String own = Long.toString(ProcessHandle.current().pid());
    Files.write(
        PostmasterFile.in(data),
        List.of(own, data.toString(), "0", "5432", "/nowhere", "", "", "ready"));
    return data;
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
