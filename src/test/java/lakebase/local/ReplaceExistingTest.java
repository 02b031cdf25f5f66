package lakebase.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Creating with {@code replace_existing}: how what came by itself is adopted (contract §10.8). */
class ReplaceExistingTest {

  private static final String BRANCHES = "projects/shop/branches";
  private static final String PRODUCTION = BRANCHES + "/production";

  @TempDir Path directory;
  private LocalWorkspace workspace;
  private Http http;

  @BeforeEach
  void start() {
    workspace = Workspaces.start(Workspaces.instant(directory));
    http = new Http(workspace);
    http.post("projects?project_id=shop", "{}");
  }

  @AfterEach
  void stop() {
    workspace.close();
  }

  @Test
  void theRootBranchNeedsNoExpiration() {
    JsonNode before = http.get(PRODUCTION).body();
    http.post(
        BRANCHES + "?branch_id=production&replace_existing=true",
        "{\"spec\":{\"is_protected\":true}}");
    assertSameIdentity(before, PRODUCTION);
    assertThat(http.get(PRODUCTION).text("/status/is_protected")).isEqualTo("true");
  }

  @Test
  void thePrimaryEndpointKeepsItsType() {
    String primary = PRODUCTION + "/endpoints/primary";
    String create = PRODUCTION + "/endpoints?endpoint_id=primary&replace_existing=true";
    JsonNode before = http.get(primary).body();
    String body =
        "{\"spec\":{\"endpoint_type\":\"ENDPOINT_TYPE_READ_WRITE\",\"autoscaling_limit_max_cu\":2}}";
    assertThat(http.post(create, body).status()).isEqualTo(200);
    assertSameIdentity(before, primary);
    assertThat(http.get(primary).text("/status/autoscaling_limit_max_cu")).isEqualTo("2");
    assertThat(http.post(create, body.replace("READ_WRITE", "READ_ONLY")).status()).isEqualTo(400);
  }

  @Test
  void aRoleIsReplacedWhole() {
    String owner = http.get(PRODUCTION + "/roles").names("roles").getFirst();
    assertThat(http.get(owner).text("/status/membership_roles/0"))
        .isEqualTo("DATABRICKS_SUPERUSER");
    http.post(
        PRODUCTION
            + "/roles?replace_existing=true&role_id="
            + owner.substring(owner.lastIndexOf('/') + 1),
        "{\"spec\":{\"postgres_role\":\""
            + workspace.userName()
            + "\",\"attributes\":{\"createdb\":true}}}");
    JsonNode status = http.get(owner).body().path("status");
    assertThat(status.has("membership_roles")).isFalse();
    assertThat(status.path("attributes").toString())
        .isEqualTo("{\"createdb\":true,\"createrole\":false,\"bypassrls\":false}");
  }

  @Test
  void aDatabaseIsRenamedAndNeedsNoOwner() {
    String database = PRODUCTION + "/databases/databricks-postgres";
    JsonNode before = http.get(database).body();
    http.post(
        PRODUCTION + "/databases?database_id=databricks-postgres&replace_existing=true",
        "{\"spec\":{\"postgres_database\":\"app\"}}");
    assertSameIdentity(before, database);
    assertThat(http.get(database).text("/status/postgres_database")).isEqualTo("app");
    assertThat(http.get(database).body().at("/status/role")).isEqualTo(before.at("/status/role"));
  }

  @Test
  void whatIsNotThereIsMade() {
    http.post(BRANCHES + "?branch_id=dev&replace_existing=true", "{\"spec\":{\"no_expiry\":true}}");
    assertThat(http.get(BRANCHES + "/dev").status()).isEqualTo(200);
  }

  private void assertSameIdentity(JsonNode before, String name) {
    JsonNode now = http.get(name).body();
    assertThat(now.path("uid")).isEqualTo(before.path("uid"));
    assertThat(now.path("create_time")).isEqualTo(before.path("create_time"));
  }
}
