package lakebase.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import lakebase.local.engine.DataPlane;
import lakebase.local.engine.Pace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Operations take their time, by a clock that the test sets (contract §4, §7). */
class OperationsTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final String PRODUCTION = "projects/shop/branches/production";
  private static final String BRANCH = "{\"spec\":{\"no_expiry\":true}}";
  private static final String REPLICA =
      "{\"spec\":{\"endpoint_type\":\"ENDPOINT_TYPE_READ_ONLY\"}}";

  @TempDir Path directory;
  private final ManualClock clock = new ManualClock();
  private LocalWorkspace workspace;
  private Http http;

  @BeforeEach
  void start() {
    open(DataPlane.namesOnly());
  }

  @AfterEach
  void stop() {
    workspace.close();
  }

  private void open(DataPlane dataPlane) {
    workspace =
        Workspaces.start(
            Workspaces.instant(directory)
                .withClock(clock)
                .withDataPlane(dataPlane)
                .withPace(new Pace(MINUTE, MINUTE, MINUTE, MINUTE, MINUTE)));
    http = new Http(workspace);
  }

  private void pass(Duration time) {
    clock.advance(time);
    workspace.runDue();
  }

  @Test
  void aProjectIsInTheMakingAndThenReady() {
    var accepted = http.post("projects?project_id=shop", "{}");
    assertThat(accepted.body().path("done").asBoolean()).isFalse();
    assertThat(accepted.text("/metadata/@type"))
        .isEqualTo("type.googleapis.com/databricks.postgres.v1.ProjectOperationMetadata");
    assertThat(http.get(PRODUCTION).text("/status/current_state")).isEqualTo("INIT");
    assertThat(http.get(PRODUCTION).text("/status/pending_state")).isEqualTo("READY");
    pass(MINUTE);
    var done = http.get(accepted.text("/name"));
    assertThat(done.body().path("done").asBoolean()).isTrue();
    assertThat(done.text("/response/name")).isEqualTo("projects/shop");
    assertThat(done.text("/response/@type"))
        .isEqualTo("type.googleapis.com/databricks.postgres.v1.Project");
    assertThat(http.get(PRODUCTION).text("/status/current_state")).isEqualTo("READY");
    assertThat(http.get(PRODUCTION).body().at("/status/pending_state").isMissingNode()).isTrue();
  }

  @Test
  void anEndpointReconcilesBeyondItsOperation() {
    project();
    var accepted = http.post(PRODUCTION + "/endpoints?endpoint_id=reports", REPLICA);
    pass(MINUTE);
    assertThat(http.get(accepted.text("/name")).body().path("done").asBoolean()).isTrue();
    String reports = PRODUCTION + "/endpoints/reports";
    assertThat(http.get(reports).text("/status/pending_state")).isEqualTo("ACTIVE");
    var refused = http.delete(reports);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.message()).contains("reconciliation");
    pass(MINUTE);
    assertThat(http.get(reports).body().at("/status/pending_state").isMissingNode()).isTrue();
    assertThat(http.delete(reports).status()).isEqualTo(200);
    pass(MINUTE);
    assertThat(http.get(reports).status()).isEqualTo(404);
  }

  @Test
  void conflictingOperationsAreRefusedAndOthersAreNot() {
    project();
    http.post("projects/shop/branches?branch_id=dev", BRANCH);
    assertThat(http.delete("projects/shop/branches/dev").message())
        .isEqualTo(
            "Your project already has conflicting operations in progress. Please wait until they"
                + " are complete, and then try again.");
    assertThat(http.delete("projects/shop").status()).isEqualTo(409);
    assertThat(http.post(PRODUCTION + "/roles", "{\"spec\":{\"postgres_role\":\"a\"}}").status())
        .isEqualTo(200);
    assertThat(http.post(PRODUCTION + "/roles", "{\"spec\":{\"postgres_role\":\"b\"}}").status())
        .isEqualTo(409);
    assertThat(
            http.patch(
                    "projects/shop?update_mask=spec.display_name",
                    "{\"spec\":{\"display_name\":\"x\"}}")
                .status())
        .isEqualTo(200);
    pass(MINUTE);
    assertThat(http.get("projects/shop").text("/status/display_name")).isEqualTo("x");
    assertThat(http.delete("projects/shop/branches/dev").status()).isEqualTo(200);
  }

  @Test
  void whatWasRunningIsFinishedAtTheNextStart() {
    project();
    var branch = http.post("projects/shop/branches?branch_id=dev", BRANCH);
    var role = http.post(PRODUCTION + "/roles", "{\"spec\":{\"postgres_role\":\"a\"}}");
    workspace.close();
    open(DataPlane.namesOnly());
    assertThat(http.get(branch.text("/name")).body().path("done").asBoolean()).isTrue();
    assertThat(http.get(role.text("/name")).body().path("done").asBoolean()).isTrue();
    assertThat(http.get("projects/shop/branches/dev").text("/status/current_state"))
        .isEqualTo("READY");
  }

  @Test
  void whatCannotBeFinishedFailsVisiblyAndLeavesNothingBehind() {
    project();
    var branch = http.post("projects/shop/branches?branch_id=dev", BRANCH);
    workspace.close();
    open((_, _, _) -> {
      throw new IllegalStateException("no room for another compute");
    });
    var failed = http.get(branch.text("/name"));
    assertThat(failed.body().path("done").asBoolean()).isTrue();
    assertThat(failed.text("/error/error_code")).isEqualTo("INTERNAL_ERROR");
    assertThat(failed.body().has("response")).isFalse();
    assertThat(http.get("projects/shop/branches/dev").status()).isEqualTo(404);
    assertThat(http.get("projects/shop/branches").names("branches")).containsExactly(PRODUCTION);
  }

  private void project() {
    http.post("projects?project_id=shop", "{}");
    pass(MINUTE);
    pass(MINUTE);
  }
}
