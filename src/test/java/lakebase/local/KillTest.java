package lakebase.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A stream of changes, and the process is killed in the midst of it, again and again: what was
 * acknowledged is there, what was not is there whole or not at all, and no operation is half done.
 */
class KillTest {

  private static final int KILLS = 20;

  @TempDir Path directory;

  /** What the server has acknowledged: display name by project. */
  private final Map<String, String> acknowledged = new TreeMap<>();

  /** Projects with a request that was never answered: they may be in either state. */
  private final Set<String> unanswered = new HashSet<>();

  private final List<String> operations = new ArrayList<>();
  private volatile CountDownLatch answers = new CountDownLatch(0);
  private int sequence;

  @Test
  void nothingAcknowledgedIsLostAndNothingIsHalfDone() throws Exception {
    long seed = System.nanoTime();
    System.out.println("KillTest seed " + seed);
    Random random = new Random(seed);
    for (int kill = 0; kill < KILLS; kill++) {
      try (Child child = Child.start(directory)) {
        check(child);
        // Counted in answers, not in time: a slow machine kills in the midst of changes as well.
        answers = new CountDownLatch(random.nextInt(2, 25));
        CompletableFuture<Void> killed =
            CompletableFuture.runAsync(this::awaitAnswers)
                .thenRunAsync(
                    child::kill,
                    CompletableFuture.delayedExecutor(
                        random.nextInt(20_000), TimeUnit.MICROSECONDS));
        changeUntilItDies(child, random);
        killed.join();
      }
    }
    try (Child child = Child.start(directory)) {
      check(child);
    }
    assertThat(acknowledged).hasSizeGreaterThan(KILLS);
  }

  private void changeUntilItDies(Child child, Random random) {
    List<String> mine = new ArrayList<>();
    while (true) {
      String fresh = "p" + sequence++;
      String target =
          mine.isEmpty() || random.nextBoolean() ? fresh : mine.get(random.nextInt(mine.size()));
      boolean purge = !target.equals(fresh) && random.nextInt(4) == 0;
      String name = "Name " + sequence;
      try {
        ChildHttp.Answer answer = send(child, target, target.equals(fresh), purge, name);
        if (answer.status() == 200) {
          answers.countDown();
          operations.add(answer.body().path("name").asText());
          if (purge) {
            acknowledged.remove(target);
            mine.remove(target);
          } else {
            acknowledged.put(target, name);
            mine.add(target);
          }
        } else {
          assertThat(answer.status()).isIn(409, 404);
        }
      } catch (IOException died) {
        unanswered.add(target);
        drainAnswers();
        return;
      }
    }
  }

  /** Lets nobody wait for answers that will not come. */
  private void drainAnswers() {
    while (answers.getCount() > 0) {
      answers.countDown();
    }
  }

  private void awaitAnswers() {
    try {
      answers.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ChildHttp.Answer send(
      Child child, String target, boolean create, boolean purge, String name) throws IOException {
    String body = "{\"spec\":{\"display_name\":\"" + name + "\"}}";
    if (create) {
      return child.http().send("POST", "projects?project_id=" + target, body);
    }
    return purge
        ? child.http().send("DELETE", "projects/" + target + "?purge=true", "")
        : child.http().send("PATCH", "projects/" + target + "?update_mask=spec.display_name", body);
  }

  private void check(Child child) throws IOException {
    Map<String, String> found = inventory(child);
    for (String open : unanswered) {
      // Either way is right; from now on it is known which.
      if (found.containsKey(open)) {
        acknowledged.put(open, found.get(open));
      } else {
        acknowledged.remove(open);
      }
      if (found.containsKey(open)) {
        checkWhole(child, open);
      }
    }
    unanswered.clear();
    assertThat(found).isEqualTo(acknowledged);
    for (String operation : operations) {
      JsonNode body = child.http().send("GET", operation, "").body();
      assertThat(body.path("done").asBoolean()).as(operation).isTrue();
      assertThat(body.has("response")).isTrue();
    }
    operations.clear();
  }

  private static Map<String, String> inventory(Child child) throws IOException {
    Map<String, String> found = new TreeMap<>();
    String token = "";
    do {
      JsonNode page =
          child.http().send("GET", "projects?show_deleted=true&page_token=" + token, "").body();
      page.path("projects")
          .forEach(project ->
              found.put(
                  project.path("project_id").asText(),
                  project.at("/status/display_name").asText()));
      token = page.path("next_page_token").asText();
    } while (!token.isEmpty());
    return found;
  }

  private static void checkWhole(Child child, String project) throws IOException {
    String branch = "projects/" + project + "/branches/production";
    assertThat(child.http().send("GET", branch, "").body().at("/status/current_state").asText())
        .isEqualTo("READY");
    assertThat(
            child
                .http()
                .send("GET", branch + "/endpoints/primary", "")
                .body()
                .at("/status/current_state")
                .asText())
        .isEqualTo("ACTIVE");
    for (String kind : List.of("roles", "databases")) {
      assertThat(child.http().send("GET", branch + "/" + kind, "").body().path(kind)).hasSize(1);
    }
  }
}
