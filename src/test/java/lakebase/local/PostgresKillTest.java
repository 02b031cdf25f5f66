package lakebase.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A writer counts its rows while the console and PostgreSQL's processes are killed at random
 * moments, and branches are being made: every acknowledged row is there, the next start ends the
 * servers that were left, every operation comes to its end, and what the API says is so.
 *
 * <p>The console is killed as often as {@code -Dlakebase.kills=20} says, three times by default;
 * each time six of PostgreSQL's processes are killed before, so that it is 21 kills in all. {@code
 * -Dlakebase.seed} repeats a run's choices.
 */
class PostgresKillTest {

  private static final int KILLS = Integer.getInteger("lakebase.kills", 3);
  private static final int PROCESSES = 6;
  private static final int LONGEST_MILLIS = 1000;
  private static final String PROJECT = "projects/shop";

  @TempDir Path directory;

  private final Random random = new Random(seed());
  private final ScheduledExecutorService killer = Executors.newSingleThreadScheduledExecutor();
  private final KilledWriter writer = new KilledWriter();

  private static long seed() {
    long seed = Long.getLong("lakebase.seed", System.nanoTime());
    System.out.println("PostgresKillTest seed " + seed);
    return seed;
  }

  /** The last child was closed by a kill, too. */
  @AfterEach
  void endWhatIsLeft() {
    killer.shutdownNow();
    RealWorkspace.start(directory).close();
    assertThat(RealWorkspace.servers(directory)).isEmpty();
  }

  @Test
  void noAcknowledgedRowIsLostAndNoServerIsLeft() throws Exception {
    for (int kill = 0; kill < KILLS; kill++) {
      List<ProcessHandle> left = RealWorkspace.servers(directory);
      try (Child child = Child.startReal(directory)) {
        assertThat(left).noneMatch(ProcessHandle::isAlive);
        if (kill == 0) {
          JsonNode made = child.http().send("POST", "projects?project_id=shop", "{}").body();
          RealWorkspace.until("project", () -> isDone(child, made.path("name").asText()));
        }
        check(child);
        writer.write(child, 20);
        // Nobody waits for it: it is killed over this, or over the rows.
        assertThat(branch(child, "b" + kill).status()).isEqualTo(200);
        killSoon(child);
        writer.writeUntilDeath(child);
      }
    }
    try (Child child = Child.startReal(directory)) {
      check(child);
      writer.write(child, 1);
    }
    assertThat(writer.acknowledged()).isGreaterThan(KILLS * 20);
  }

  private void killSoon(Child child) {
    int after = 0;
    for (int servers = 0; servers < PROCESSES; servers++) {
      after += random.nextInt(LONGEST_MILLIS);
      int choice = random.nextInt(1000);
      var _ = killer.schedule(() -> killOneOf(choice), after, TimeUnit.MILLISECONDS);
    }
    after += random.nextInt(LONGEST_MILLIS);
    var _ = killer.schedule(child::kill, after, TimeUnit.MILLISECONDS);
  }

  /** Any of PostgreSQL's processes: a server's own, or one of those that work for it. */
  private void killOneOf(int choice) {
    List<ProcessHandle> all =
        RealWorkspace.servers(directory).stream()
            .flatMap(server -> Stream.concat(Stream.of(server), server.descendants()))
            .toList();
    if (!all.isEmpty()) {
      boolean ignored = all.get(choice % all.size()).destroyForcibly();
    }
  }

  private static ChildHttp.Answer branch(Child child, String id) throws IOException {
    return child
        .http()
        .send("POST", PROJECT + "/branches?branch_id=" + id, "{\"spec\":{\"no_expiry\":true}}");
  }

  private void check(Child child) throws IOException {
    RealWorkspace.until("the branches", () -> areReady(child));
    JsonNode branches = list(child, PROJECT + "/branches").path("branches");
    for (JsonNode branch : branches) {
      String endpoint = branch.path("name").asText() + "/endpoints/primary";
      RealWorkspace.until("the state of " + endpoint, () -> isTrue(child, endpoint));
    }
    // A branch whose source was killed over it has failed, and is being removed.
    RealWorkspace.until("only known branches on the disk", () -> isClean(child));
  }

  private boolean isClean(Child child) {
    Path data = directory.resolve("postgres");
    int known = list(child, PROJECT + "/branches").path("branches").size();
    try (Stream<Path> branches = Files.list(data);
        Stream<Path> half = Files.find(data, 4, (path, _) -> path.endsWith("data.partial"))) {
      return branches.filter(path -> path.getFileName().toString().startsWith("br-")).count()
              == known
          && half.findAny().isEmpty();
    } catch (IOException | UncheckedIOException vanished) {
      return false;
    }
  }

  /** It is active when it has a server, idle when it has none, and nothing is under way. */
  private static boolean isTrue(Child child, String endpoint) {
    JsonNode status = list(child, endpoint).path("status");
    boolean runs =
        !list(child, endpoint + "/compute-instances").path("compute_instances").isEmpty();
    return status.path("pending_state").isMissingNode()
        && status.path("current_state").asText().equals(runs ? "ACTIVE" : "IDLE");
  }

  private static boolean areReady(Child child) {
    return list(child, PROJECT + "/branches")
        .path("branches")
        .valueStream()
        .allMatch(branch -> branch.at("/status/current_state").asText().equals("READY"));
  }

  private static boolean isDone(Child child, String operation) {
    return list(child, operation).path("done").asBoolean();
  }

  private static JsonNode list(Child child, String path) {
    try {
      return child.http().send("GET", path, "").body();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
