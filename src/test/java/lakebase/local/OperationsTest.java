package lakebase.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import lakebase.local.engine.DataPlane;
import lakebase.local.engine.NamesOnly;
import lakebase.local.engine.Pace;
import lakebase.model.EndpointGroup;
import lakebase.model.EndpointHosts;
import lakebase.model.EndpointType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Operations take their time, by a clock that the test sets (contract §4, §7). */
class OperationsTest {

  private static final Logger LOG = Logger.getLogger("lakebase.local.engine.Operations");
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final String PRODUCTION = "projects/shop/branches/production";
  private static final String DEV = "projects/shop/branches/dev";
  private static final String DEFAULT_MASK = "projects/shop?update_mask=spec.default_branch";
  private static final String DEFAULT_DEV = "{\"spec\":{\"default_branch\":\"" + DEV + "\"}}";
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
    LOG.setLevel(null);
    workspace.close();
  }

  private void open(DataPlane dataPlane) {
    workspace =
        Workspaces.start(
            Workspaces.instant(directory)
                .withClock(clock)
                .withDataPlane((_, _) -> dataPlane)
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
    LOG.setLevel(Level.OFF); // the failure below is meant
    project();
    var branch = http.post("projects/shop/branches?branch_id=dev", BRANCH);
    workspace.close();
    open(
        new NamesOnly() {
          @Override
          public EndpointHosts hosts(String uid, EndpointType type, EndpointGroup group) {
            throw new IllegalStateException("no room for another compute");
          }
        });
    var failed = http.get(branch.text("/name"));
    assertThat(failed.body().path("done").asBoolean()).isTrue();
    assertThat(failed.text("/error/error_code")).isEqualTo("INTERNAL_ERROR");
    assertThat(failed.body().has("response")).isFalse();
    assertThat(http.get("projects/shop/branches/dev").status()).isEqualTo(404);
    assertThat(http.get("projects/shop/branches").names("branches")).containsExactly(PRODUCTION);
  }

  @Test
  void noBranchIsTakenFromOneThatIsBeingDeleted() {
    project();
    branch("dev");
    http.delete(DEV);
    var refused =
        http.post(
            "projects/shop/branches?branch_id=child",
            "{\"spec\":{\"no_expiry\":true,\"source_branch\":\"" + DEV + "\"}}");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("ABORTED");
  }

  @Test
  void aBranchThatBecameTheDefaultOneMeanwhileIsKept() {
    project();
    branch("dev");
    var promoted = http.patch(DEFAULT_MASK, DEFAULT_DEV);
    clock.advance(Duration.ofSeconds(1));
    var deleted = http.delete(DEV);
    assertThat(deleted.status()).isEqualTo(200);
    pass(MINUTE);
    assertThat(http.get(promoted.text("/name")).body().has("response")).isTrue();
    assertThat(http.get(deleted.text("/name")).text("/error/message"))
        .isEqualTo("cannot delete default branch");
    assertThat(http.get(DEV).text("/status/default")).isEqualTo("true");
    assertThat(http.get(DEV).body().at("/status/pending_state").isMissingNode()).isTrue();
  }

  @Test
  void aBranchThatIsGoneMeanwhileDoesNotBecomeTheDefaultOne() {
    project();
    branch("dev");
    http.delete(DEV);
    clock.advance(Duration.ofSeconds(1));
    var promoted = http.patch(DEFAULT_MASK, DEFAULT_DEV);
    pass(MINUTE);
    assertThat(http.get(promoted.text("/name")).text("/error/error_code")).isEqualTo("NOT_FOUND");
    assertThat(http.get("projects/shop").text("/status/default_branch")).isEqualTo(PRODUCTION);
  }

  @Test
  void onlyOneOfTwoBranchesIsProtectedAtTheSameTime() {
    project();
    branch("dev");
    String protect = "?update_mask=spec.is_protected";
    String body = "{\"spec\":{\"is_protected\":true}}";
    http.patch(DEV + protect, body);
    clock.advance(Duration.ofSeconds(1));
    var second = http.patch(PRODUCTION + protect, body);
    pass(MINUTE);
    assertThat(http.get(second.text("/name")).text("/error/error_code"))
        .isEqualTo("QUOTA_EXCEEDED");
    assertThat(http.get(DEV).text("/status/is_protected")).isEqualTo("true");
  }

  private void branch(String id) {
    http.post("projects/shop/branches?branch_id=" + id, BRANCH);
    pass(MINUTE);
    pass(MINUTE);
  }

  private void project() {
    http.post("projects?project_id=shop", "{}");
    pass(MINUTE);
    pass(MINUTE);
  }
}
