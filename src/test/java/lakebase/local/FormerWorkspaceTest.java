package lakebase.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A data directory of the control plane alone: its branches have never had data. */
class FormerWorkspaceTest {

  private static final String PRODUCTION = "projects/shop/branches/production";
  private static final String DEV = "projects/shop/branches/dev";

  @TempDir Path directory;

  @BeforeEach
  void makeWithoutData() {
    try (LocalWorkspace former = Workspaces.start(Workspaces.instant(directory))) {
      Http http = new Http(former);
      http.post("projects?project_id=shop", "{}");
      http.post(
          PRODUCTION + "/roles?role_id=app",
          "{\"spec\":{\"postgres_role\":\"app\",\"attributes\":{\"createdb\":true}}}");
      http.post(
          PRODUCTION + "/databases?database_id=orders",
          "{\"spec\":{\"postgres_database\":\"orders\",\"role\":\""
              + PRODUCTION
              + "/roles/app\"}}");
      http.post("projects/shop/branches?branch_id=dev", "{\"spec\":{\"no_expiry\":true}}");
      http.post("projects/shop/branches?branch_id=gone", "{\"spec\":{\"no_expiry\":true}}");
      http.delete("projects/shop/branches/gone");
      assertThat(http.get(DEV + "/endpoints/primary").text("/status/current_state"))
          .isEqualTo("ACTIVE");
    }
  }

  /** What has been lost since must not be taken for new. */
  private static void lose(Path branch) throws IOException {
    Files.move(branch, branch.resolveSibling("lost"));
  }

  @Test
  void itsBranchesBeginEmptyWithTheirRolesAndDatabases() throws Exception {
    try (RealWorkspace workspace = RealWorkspace.start(directory)) {
      for (String branch : new String[] {PRODUCTION, DEV}) {
        String compute = branch + "/endpoints/primary";
        assertThat(workspace.state(compute)).isEqualTo("IDLE");
        workspace.run(compute, "CREATE TABLE t AS SELECT 7 AS x");
        assertThat(
                workspace.ask(
                    compute,
                    "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = 'orders'"))
            .isEqualTo("app");
        assertThat(workspace.http.get(branch + "/roles").body().path("roles")).hasSize(2);
        assertThat(workspace.http.get(branch + "/databases").body().path("databases")).hasSize(2);
      }
      workspace.done(workspace.http.post("projects/shop/branches/gone/undelete", "{}"));
      assertThat(workspace.ask("projects/shop/branches/gone/endpoints/primary", "SELECT 1"))
          .isEqualTo("1");
    }
    String uid;
    try (RealWorkspace again = RealWorkspace.start(directory)) {
      assertThat(again.ask(DEV + "/endpoints/primary", "SELECT x FROM t")).isEqualTo("7");
      uid = again.http.get(DEV).text("/uid");
    }
    lose(directory.resolve("postgres").resolve(uid));
    try (RealWorkspace without = RealWorkspace.start(directory)) {
      assertThatThrownBy(() -> without.connect(DEV + "/endpoints/primary"))
          .hasMessageContaining("not ready");
      assertThat(without.ask(PRODUCTION + "/endpoints/primary", "SELECT x FROM t")).isEqualTo("7");
    }
  }
}
