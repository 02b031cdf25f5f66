package lakebase.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import lakebase.local.engine.Limits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The limits of contract §8.1, made small. */
class LimitsTest {

  private static final String PROJECT = "projects/shop";
  private static final String PRODUCTION = PROJECT + "/branches/production";
  private static final String BRANCH = "{\"spec\":{\"no_expiry\":true}}";

  @TempDir Path directory;
  private LocalWorkspace workspace;
  private Http http;

  @BeforeEach
  void start() {
    workspace =
        Workspaces.start(
            Workspaces.instant(directory)
                .withLimits(new Limits(1, 3, 1, 2, 2, 1, 1, Duration.ofDays(1))));
    http = new Http(workspace);
    http.post("projects?project_id=shop", "{}");
  }

  @AfterEach
  void stop() {
    workspace.close();
  }

  @Test
  void projectsOfTheWorkspaceAlsoDeletedOnes() {
    http.delete(PROJECT);
    assertRefused(http.post("projects?project_id=more", "{}"), "projects (1)");
  }

  @Test
  void branchesOfAProject() {
    branch("one");
    branch("two");
    assertRefused(
        http.post(PROJECT + "/branches?branch_id=three", BRANCH), "branches of a project (3)");
  }

  @Test
  void protectedBranchesOfAProject() {
    String mask = "?update_mask=spec.is_protected";
    String body = "{\"spec\":{\"is_protected\":true}}";
    assertThat(http.patch(PRODUCTION + mask, body).status()).isEqualTo(200);
    assertThat(http.patch(PRODUCTION + mask, body).status()).isEqualTo(200);
    branch("dev");
    String problem = "protected branches of a project (1)";
    assertRefused(http.patch(PROJECT + "/branches/dev" + mask, body), problem);
    assertRefused(
        http.post(
            PROJECT + "/branches?branch_id=more",
            "{\"spec\":{\"no_expiry\":true,\"is_protected\":true}}"),
        problem);
  }

  @Test
  void rolesAndDatabasesOfABranch() {
    String owner = http.get(PRODUCTION + "/roles").names("roles").getFirst();
    http.post(PRODUCTION + "/roles", "{\"spec\":{\"postgres_role\":\"a\"}}");
    assertRefused(
        http.post(PRODUCTION + "/roles", "{\"spec\":{\"postgres_role\":\"b\"}}"),
        "roles of a branch (2)");
    String database = "{\"spec\":{\"postgres_database\":\"%s\",\"role\":\"" + owner + "\"}}";
    http.post(PRODUCTION + "/databases", database.formatted("a"));
    assertRefused(
        http.post(PRODUCTION + "/databases", database.formatted("b")), "databases of a branch (2)");
  }

  @Test
  void readReplicasOfABranch() {
    String replica = "{\"spec\":{\"endpoint_type\":\"ENDPOINT_TYPE_READ_ONLY\"}}";
    http.post(PRODUCTION + "/endpoints?endpoint_id=one", replica);
    assertRefused(
        http.post(PRODUCTION + "/endpoints?endpoint_id=two", replica),
        "read-only endpoints of a branch (1)");
  }

  @Test
  void oneRunningComputeTooManyStaysSuspendedAndTheDefaultBranchsDoNotCount() {
    branch("one");
    branch("two");
    assertThat(stateOfPrimary("production")).isEqualTo("ACTIVE");
    assertThat(stateOfPrimary("one")).isEqualTo("ACTIVE");
    assertThat(stateOfPrimary("two")).isEqualTo("IDLE");
  }

  @Test
  void howFarAheadABranchExpires() {
    String within = "{\"spec\":{\"ttl\":\"86400s\"}}";
    assertThat(http.post(PROJECT + "/branches?branch_id=dev", within).status()).isEqualTo(200);
    assertThat(
            http.post(PROJECT + "/branches?branch_id=more", within.replace("400s", "401s"))
                .message())
        .startsWith("expiration time exceeds the maximum expiration time");
  }

  private void branch(String id) {
    assertThat(http.post(PROJECT + "/branches?branch_id=" + id, BRANCH).status()).isEqualTo(200);
  }

  private String stateOfPrimary(String branch) {
    return http.get(PROJECT + "/branches/" + branch + "/endpoints/primary")
        .text("/status/current_state");
  }

  private static void assertRefused(Http.Answer answer, String what) {
    assertThat(answer.message()).isEqualTo("The maximum number of " + what + " has been reached.");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("QUOTA_EXCEEDED");
  }
}
