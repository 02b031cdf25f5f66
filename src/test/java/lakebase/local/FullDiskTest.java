package lakebase.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A workspace on a small disk that is full: a file system of its own, which only root can make.
 * Where that is not possible, {@code DataCopyTest} has copies fail for want of space, and {@code
 * LedgerThreadTest} commits.
 */
class FullDiskTest {

  private static final int MEGABYTES = 400;
  private static final String SHOP = "projects/shop";
  private static final byte[] MEGABYTE = new byte[1 << 20];

  @TempDir Path directory;
  private Child child;
  private Path disk;
  private Path ballast;

  @BeforeEach
  void start() throws Exception {
    List<String> mounted = mounted("size=" + MEGABYTES + "m");
    assumeTrue(succeeds(mounted), "a small file system can be made");
    child = Child.startReal(mounted, directory);
    disk = Path.of("/proc", Long.toString(child.process().pid()), "root").resolve(relative());
    ballast = disk.resolve("ballast");
  }

  private Path relative() {
    return Path.of("/").relativize(directory.toAbsolutePath());
  }

  private List<String> mounted(String options) {
    String script = "mount -t tmpfs -o mode=0700," + options + " none \"$0\" && exec \"$@\"";
    return List.of("unshare", "--mount", "sh", "-c", script, directory.toString());
  }

  private static boolean succeeds(List<String> mounted) throws InterruptedException {
    List<String> command = Stream.concat(mounted.stream(), Stream.of("true")).toList();
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** Nobody will start there again and find the servers. */
  @AfterEach
  void end() {
    if (child != null) {
      child.close();
      for (ProcessHandle server : RealWorkspace.servers(directory)) {
        server.destroyForcibly();
        server.onExit().join();
      }
    }
  }

  @Test
  void failsWhatNeedsRoomAndHarmsNothing() throws Exception {
    KilledWriter writer = new KilledWriter();
    assertThat(ended("POST", "projects?project_id=shop").has("response")).isTrue();
    writer.write(child, 50);
    fillUpTo(70);

    JsonNode failed = ended("POST", SHOP + "/branches?branch_id=copy");

    assertThat(failed.at("/error/error_code").asText()).isEqualTo("RESOURCE_EXHAUSTED");
    assertThat(failed.at("/error/message").asText()).endsWith("no space left on the disk.");
    assertThat(get(SHOP + "/branches").path("branches")).hasSize(1);
    try (Stream<Path> left = Files.list(disk.resolve("postgres"))) {
      assertThat(left.filter(path -> path.getFileName().toString().startsWith("br-"))).hasSize(1);
    }
    writer.write(child, 50);

    fillUpTo(0);
    assertThatThrownBy(() -> writer.write(child, 1_000_000))
        .isInstanceOfAny(SQLException.class, IOException.class);
    assertThat(get(SHOP).at("/status/display_name").asText()).isNotEmpty();

    Files.delete(ballast);
    RealWorkspace.until("the server to be back", () -> writes(writer));
    assertThat(ended("POST", SHOP + "/branches?branch_id=copy").has("response")).isTrue();
    assertThat(writer.acknowledged()).isGreaterThan(100);
  }

  private boolean writes(KilledWriter writer) {
    try {
      writer.write(child, 1);
      return true;
    } catch (IOException | SQLException e) {
      return false;
    }
  }

  /** Leaves that many megabytes free. */
  private void fillUpTo(int free) throws IOException {
    try (OutputStream out = Files.newOutputStream(ballast)) {
      while (disk.toFile().getUsableSpace() > (long) free << 20) {
        out.write(MEGABYTE);
      }
    } catch (IOException full) {
      assertThat(free).isZero();
    }
  }

  private JsonNode ended(String method, String path) throws IOException {
    String body = path.contains("branches") ? "{\"spec\":{\"no_expiry\":true}}" : "{}";
    ChildHttp.Answer accepted = child.http().send(method, path, body);
    assertThat(accepted.status()).as(accepted.body().toString()).isEqualTo(200);
    String name = accepted.body().path("name").asText();
    JsonNode[] last = {accepted.body()};
    RealWorkspace.until(
        name,
        () -> {
          last[0] = get(name);
          return last[0].path("done").asBoolean();
        });
    return last[0];
  }

  private JsonNode get(String path) {
    try {
      return child.http().send("GET", path, "").body();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
