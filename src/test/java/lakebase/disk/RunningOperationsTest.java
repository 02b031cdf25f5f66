package lakebase.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;
import lakebase.model.OperationName;
import lakebase.model.ProjectName;
import lakebase.model.ResourceKind;
import lakebase.state.BackgroundTask;
import lakebase.state.BackgroundTask.Verb;
import lakebase.state.Ref;
import lakebase.state.SentRequest;
import lakebase.state.WorkspaceId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningOperationsTest {

  /** What is said of broken files is for their owner, not for the build's output. */
  private static final Logger LOG = Logger.getLogger(JsonFile.class.getName());

  @BeforeAll
  static void quiet() {
    LOG.setUseParentHandlers(false);
  }

  @AfterAll
  static void loud() {
    LOG.setUseParentHandlers(true);
  }

  private static final BackgroundTask TASK =
      new BackgroundTask(
              7,
              Verb.UPDATE,
              Ref.of(new WorkspaceId("prod-eu"), ProjectName.of("shop")),
              "Shop “größer”",
              List.of("spec.display_name", "spec.custom_tags"),
              Instant.parse("2026-11-22T09:14:00.123456Z"),
              null,
              new OperationName("projects/shop/operations/abc=="),
              new BackgroundTask.Progress.Running())
          .withRequest(
              new SentRequest(
                  "PATCH",
                  "/api/2.0/postgres/projects/shop?update_mask=spec.display_name",
                  "{\"spec\":{\"display_name\":\"Größer\"}}"));

  @TempDir private Path directory;

  @Test
  void whatIsSavedIsLoaded() {
    RunningOperations.Content content = new RunningOperations.Content(9, List.of(TASK));
    new RunningOperations(directory).save(() -> content);
    assertThat(new RunningOperations(directory).load()).isEqualTo(content);
  }

  @Test
  void whatAnOlderConsoleWroteIsTakenUpWithoutItsRequest() throws IOException {
    BackgroundTask older = TASK.withRequest(null);
    new RunningOperations(directory).save(() -> new RunningOperations.Content(7, List.of(older)));
    assertThat(Files.readString(directory.resolve(RunningOperations.NAME)))
        .doesNotContain("request");
    assertThat(new RunningOperations(directory).load().running()).containsExactly(older);
  }

  @Test
  void anEntryThatCannotBeUnderstoodIsLeftOut() throws IOException {
    new RunningOperations(directory).save(() -> new RunningOperations.Content(3, List.of(TASK)));
    Path file = directory.resolve(RunningOperations.NAME);
    String text = Files.readString(file);
    Files.writeString(
        file,
        text.replaceFirst(
            "\\[ \\{",
            "[ 1, {}, {\"verb\":\"DANCE\"}, {\"verb\":\"UPDATE\",\"started\":\"noon\"}, {"));
    assertThat(new RunningOperations(directory).load())
        .isEqualTo(new RunningOperations.Content(7, List.of(TASK)));
  }

  @Test
  void aBrokenFileIsAFreshStart() throws IOException {
    Files.writeString(directory.resolve(RunningOperations.NAME), "{\"running\": [");
    Files.writeString(directory.resolve(TaskHistory.NAME), "durations");
    assertThat(new RunningOperations(directory).load())
        .isEqualTo(new RunningOperations.Content(0, List.of()));
    assertThat(new TaskHistory(directory).load()).isEmpty();
    assertThat(directory.resolve(RunningOperations.NAME + ".broken")).exists();
    assertThat(directory.resolve(TaskHistory.NAME + ".broken")).exists();
  }

  @Test
  void durationsAreKept() throws IOException {
    Map<TaskHistory.Kind, List<Duration>> runs =
        Map.of(
            new TaskHistory.Kind(Verb.CREATE, ResourceKind.BRANCH),
            List.of(Duration.ofMillis(1_234), Duration.ofSeconds(9)),
            new TaskHistory.Kind(Verb.CREATE, ResourceKind.PROJECT),
            List.of(Duration.ofSeconds(2)));
    new TaskHistory(directory).save(runs);
    assertThat(new TaskHistory(directory).load()).isEqualTo(runs);

    Files.writeString(
        directory.resolve(TaskHistory.NAME), "{\"CREATE\":{\"BRANCH\":[-1,\"x\",5]},\"X\":1}");
    assertThat(new TaskHistory(directory).load())
        .containsExactly(
            Map.entry(
                new TaskHistory.Kind(Verb.CREATE, ResourceKind.BRANCH),
                List.of(Duration.ofMillis(5))));
  }
}
