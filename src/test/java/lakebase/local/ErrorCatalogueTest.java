package lakebase.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contract §3.3 and §3.4, word for word; none of the requests changes anything. */
class ErrorCatalogueTest {

  private static final String ERRORS =
      """
      GET    | projects/no                                       | | 404 | NOT_FOUND | project id not found #
      GET    | projects/no/branches                              | | 404 | NOT_FOUND | project id not found #
      GET    | projects/shop/branches/no                         | | 404 | NOT_FOUND | branch id not found #
      GET    | projects/no/branches/no                           | | 404 | NOT_FOUND | project id not found #
      GET    | projects/shop/branches/dev/endpoints/no           | | 404 | NOT_FOUND | endpoint id not found #
      GET    | projects/shop/branches/dev/roles/no               | | 404 | NOT_FOUND | role id not found #
      GET    | projects/shop/branches/dev/databases/no           | | 404 | NOT_FOUND | database id not found #
      GET    | projects/shop/operations/no                       | | 404 | NOT_FOUND | operation id not found #
      GET    | projects/no/operations/no                         | | 404 | NOT_FOUND | project id not found #
      GET    | 1234                                              | | 404 | NOT_FOUND | resource not found
      GET    | projects/gone/branches                            | | 404 | NOT_FOUND | Project with name 'projects/gone' not found
      GET    | projects/gone/branches/production                 | | 404 | NOT_FOUND | Project with name 'projects/gone' not found
      POST   | projects?project_id=shop                          | {} | 409 | ALREADY_EXISTS | project with such id already exists in the workspace
      POST   | projects?project_id=gone                          | {} | 409 | ALREADY_EXISTS | project with such id already exists in the workspace
      POST   | projects                                          | {} | 400 | INVALID_PARAMETER_VALUE | Field 'project_id' is required, expected non-default value (not "")!
      POST   | projects/shop/branches                            | {} | 400 | INVALID_PARAMETER_VALUE | Field 'branch_id' is required, expected non-default value (not "")!
      POST   | projects/shop/branches?branch_id=dev              | {"spec":{"no_expiry":true}} | 409 | ALREADY_EXISTS | branch with such id already exists
      POST   | projects/shop/branches?branch_id=x                | {} | 400 | INVALID_PARAMETER_VALUE | Field 'branch.spec.expiration' is required, expected non-default value (not "")!
      POST   | projects/shop/branches?branch_id=x                | {"spec":{"ttl":"9999999s"}} | 400 | INVALID_PARAMETER_VALUE | expiration time exceeds the maximum expiration time #
      POST   | projects/shop/branches?branch_id=x                | {"spec":{"no_expiry":true,"source_branch":"projects/shop/branches/child"}} | 400 | BAD_REQUEST | Branches with an expiration date cannot have child branches
      PATCH  | projects/shop/branches/dev?update_mask=spec.expiration | {"spec":{"ttl":"86400s"}} | 400 | BAD_REQUEST | Branches with an expiration date cannot have child branches
      POST   | projects/shop/branches/dev/endpoints?endpoint_id=primary | {"spec":{"endpoint_type":"ENDPOINT_TYPE_READ_WRITE"}} | 409 | ALREADY_EXISTS | endpoint with such id already exists
      POST   | projects/shop/branches/dev/endpoints?endpoint_id=second | {"spec":{"endpoint_type":"ENDPOINT_TYPE_READ_WRITE"}} | 400 | BAD_REQUEST | read_write endpoint already exists
      POST   | projects/shop/branches/dev/endpoints?endpoint_id=ab | {} | 400 | INVALID_PARAMETER_VALUE | Field endpoint_id must be at least 3 characters
      POST   | projects/shop/branches/dev/endpoints?endpoint_id=abc | {} | 400 | INVALID_PARAMETER_VALUE | Field 'endpoint.spec.endpoint_type' is required, expected non-default value (not "")!
      POST   | projects/shop/branches/dev/databases?database_id=Invalid_DB_ID | {"spec":{}} | 400 | INVALID_PARAMETER_VALUE | Field database_id must match pattern ^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$, got 'Invalid_DB_ID'.
      POST   | projects/shop/branches/dev/databases?database_id=d | {"spec":{"postgres_database":"d"}} | 400 | INVALID_PARAMETER_VALUE | Field 'database.spec.role' is required, expected non-default value (not "")!
      POST   | projects/shop/branches/dev/databases?database_id=d | {"spec":{"postgres_database":"d","role":"projects/shop/branches/dev/roles/no"}} | 404 | NOT_FOUND | role not found; role_id:"no" #
      POST   | projects/shop/branches/dev/roles?role_id=r        | {} | 400 | INVALID_PARAMETER_VALUE | Field 'role' is required and must contain at least one subfield with a non-default value
      POST   | projects/shop/branches/dev/roles?role_id=r        | {"role":{}} | 400 | INVALID_PARAMETER_VALUE | Field 'role' is required and must contain at least one subfield with a non-default value
      POST   | credentials                                       | {"endpoint":"shop"} | 400 | INVALID_PARAMETER_VALUE | Endpoint name expects 'projects/{project_id}/branches/{branch_id}/endpoints/{endpoint_id}' format
      POST   | credentials                                       | {"endpoint":"projects/shop/branches/dev/endpoints/no"} | 404 | NOT_FOUND | endpoint id not found #
      DELETE | projects/shop/branches/production                 | | 400 | BAD_REQUEST | Cannot delete root branch 'projects/shop/branches/production'. Root branches cannot be deleted independently.
      DELETE | projects/shop/branches/dev/endpoints/primary      | | 400 | BAD_REQUEST | Cannot delete read-write endpoint 'projects/shop/branches/dev/endpoints/primary'. Read-write endpoints cannot be deleted.
      DELETE | projects/shop                                     | | 400 | BAD_REQUEST | cannot delete project with protected branches
      DELETE | projects/shop/branches/dev                        | | 400 | BAD_REQUEST | cannot delete branch with child branches
      PATCH  | projects/shop?update_mask=spec.default_branch     | {"spec":{"default_branch":"projects/shop/branches/child"}} | 400 | BAD_REQUEST | root and default branches cannot have an expiration date
      DELETE | projects/shop/branches/production/endpoints/rea   | | 400 | BAD_REQUEST | cannot delete endpoint of protected branch
      POST   | projects/shop/undelete                            | {} | 400 | BAD_REQUEST | project is not deleted
      POST   | projects/shop/branches/dev/undelete               | {} | 400 | BAD_REQUEST | branch is not deleted
      DELETE | projects/gone                                     | | 404 | NOT_FOUND | Project with name 'projects/gone' not found
      PATCH  | projects/gone?update_mask=spec.display_name       | {"spec":{"display_name":"x"}} | 404 | NOT_FOUND | Project with name 'projects/gone' not found
      POST   | projects/shop/branches?branch_id=x                | {"spec":{"no_expiry":true,"source_snapshot":"projects/shop/snapshots/s"}} | 501 | NOT_IMPLEMENTED | Snapshots: not in a local workspace.
      POST   | credentials                                       | {"endpoint":"projects/shop/branches/dev/endpoints/primary","ttl":"299s"} | 400 | INVALID_PARAMETER_VALUE | A credential must be valid for 300s to 3600s.
      POST   | credentials                                       | {"endpoint":"projects/shop/branches/dev/endpoints/primary","claims":[{"permission_set":"READ_ONLY"}]} | 400 | INVALID_PARAMETER_VALUE | Unsupported permission set
      POST   | credentials                                       | {"endpoint":"projects/shop/branches/dev/endpoints/primary","group_name":"g"} | 404 | NOT_FOUND | role not found; role_id:"g" #
      GET    | catalogs/main                                     | | 501 | NOT_IMPLEMENTED | Catalogs: not in a local workspace, which has no Unity Catalog.
      """;

  @TempDir static Path directory;
  private static LocalWorkspace workspace;
  private static Http http;

  @BeforeAll
  static void start() {
    workspace = Workspaces.start(Workspaces.instant(directory));
    http = new Http(workspace);
    http.post("projects?project_id=shop", "{\"initial_branch_spec\":{\"is_protected\":true}}");
    http.post(
        "projects/shop/branches/production/endpoints?endpoint_id=rea",
        "{\"spec\":{\"endpoint_type\":\"ENDPOINT_TYPE_READ_ONLY\"}}");
    http.post("projects?project_id=gone", "{}");
    http.delete("projects/gone");
    http.post("projects/shop/branches?branch_id=dev", "{\"spec\":{\"no_expiry\":true}}");
    http.post(
        "projects/shop/branches?branch_id=child",
        "{\"spec\":{\"ttl\":\"86400s\",\"source_branch\":\"projects/shop/branches/dev\"}}");
  }

  @AfterAll
  static void stop() {
    workspace.close();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = ERRORS)
  void errors(String method, String path, String body, int status, String code, String message) {
    var answer = http.send(method, path, body == null ? "" : body);
    assertThat(answer.message().replaceAll(" \\[TraceId: [0-9a-f]{32}]$", " #")).isEqualTo(message);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.body().path("details").isArray()).isTrue();
  }

  @Test
  void duplicateRolesAndDatabasesAreBadRequests() {
    String branch = "projects/shop/branches/dev/";
    String owner = http.get(branch + "roles").names("roles").getFirst();
    String role = "{\"spec\":{\"postgres_role\":\"" + workspace.userName() + "\"}}";
    assertThat(http.post(branch + "roles?role_id=other", role).message())
        .isEqualTo("role with that name already exists");
    String database =
        "{\"spec\":{\"postgres_database\":\"databricks_postgres\",\"role\":\"" + owner + "\"}}";
    var answer = http.post(branch + "databases?database_id=other", database);
    assertThat(answer.message()).isEqualTo("database with that name already exists");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("BAD_REQUEST");
  }

  @Test
  void whatComesWithItsParentSaysSo() {
    JsonNode details = http.delete("projects/shop/branches/production").body().path("details");
    assertThat(details.at("/0/@type").asText())
        .isEqualTo("type.googleapis.com/google.rpc.ErrorInfo");
    assertThat(details.at("/0/reason").asText()).isEqualTo("RESOURCE_CONFLICT");
    assertThat(details.at("/0/metadata/declarative_context").asText())
        .isEqualTo("MANAGED_BY_PARENT");
    assertThat(details.at("/1/@type").asText())
        .isEqualTo("type.googleapis.com/google.rpc.RequestInfo");
  }

  @Test
  void permissionsHoldTheDocumentedRefusals() {
    String path = "/api/2.0/permissions/database-projects/shop";
    String create =
        "{\"access_control_list\":[{\"group_name\":\"g\",\"permission_level\":\"CAN_CREATE\"}]}";
    assertThat(http.patch(path, create).status()).isEqualTo(400);
    assertThat(http.send("PUT", path, "{\"access_control_list\":[]}").message())
        .startsWith("cannot remove management permissions for the current user");
    String use =
        "{\"access_control_list\":[{\"group_name\":\"g\",\"permission_level\":\"CAN_USE\"}]}";
    assertThat(http.patch(path, use).body().toString()).contains("\"g\"", workspace.userName());
  }
}
