package lakebase.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.databricks.sdk.WorkspaceClient;
import com.databricks.sdk.service.iam.MeRequest;
import com.databricks.sdk.service.postgres.Branch;
import com.databricks.sdk.service.postgres.BranchSpec;
import com.databricks.sdk.service.postgres.BranchStatusState;
import com.databricks.sdk.service.postgres.CreateBranchRequest;
import com.databricks.sdk.service.postgres.CreateDatabaseRequest;
import com.databricks.sdk.service.postgres.CreateEndpointRequest;
import com.databricks.sdk.service.postgres.CreateProjectRequest;
import com.databricks.sdk.service.postgres.CreateRoleRequest;
import com.databricks.sdk.service.postgres.Database;
import com.databricks.sdk.service.postgres.DatabaseDatabaseSpec;
import com.databricks.sdk.service.postgres.DeleteBranchRequest;
import com.databricks.sdk.service.postgres.DeleteProjectRequest;
import com.databricks.sdk.service.postgres.Endpoint;
import com.databricks.sdk.service.postgres.EndpointSpec;
import com.databricks.sdk.service.postgres.EndpointStatusState;
import com.databricks.sdk.service.postgres.EndpointType;
import com.databricks.sdk.service.postgres.GenerateDatabaseCredentialRequest;
import com.databricks.sdk.service.postgres.ListBranchesRequest;
import com.databricks.sdk.service.postgres.ListProjectsRequest;
import com.databricks.sdk.service.postgres.Project;
import com.databricks.sdk.service.postgres.ProjectSpec;
import com.databricks.sdk.service.postgres.Role;
import com.databricks.sdk.service.postgres.RoleAttributes;
import com.databricks.sdk.service.postgres.RoleAuthMethod;
import com.databricks.sdk.service.postgres.RoleRoleSpec;
import com.databricks.sdk.service.postgres.UndeleteProjectRequest;
import com.databricks.sdk.service.postgres.UpdateBranchRequest;
import com.databricks.sdk.service.postgres.UpdateDatabaseRequest;
import com.databricks.sdk.service.postgres.UpdateEndpointRequest;
import com.databricks.sdk.service.postgres.UpdateProjectRequest;
import com.databricks.sdk.service.postgres.UpdateRoleRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.StreamSupport;
import lakebase.local.engine.Pace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The official Java client does everything; where it disagrees, the server is wrong. */
class SdkConformanceTest {

  private static final String PROJECT = "projects/shop";
  private static final String PRODUCTION = PROJECT + "/branches/production";

  @TempDir Path directory;
  private LocalWorkspace workspace;
  private WorkspaceClient client;

  @BeforeEach
  void start() {
    workspace = Workspaces.start(Workspaces.instant(directory));
    client = Sdk.withToken(workspace);
  }

  @AfterEach
  void stop() {
    workspace.close();
  }

  @Test
  void projects() throws Exception {
    Project made = createProject("shop");
    assertThat(made.getName()).isEqualTo(PROJECT);
    assertThat(made.getStatus().getDisplayName()).isEqualTo("The shop");
    assertThat(made.getStatus().getOwner()).isEqualTo(workspace.userName());
    assertThat(made.getStatus().getHistoryRetentionDuration().getSeconds()).isEqualTo(604800);
    assertThat(client.postgres().getProject(PROJECT)).isEqualTo(made);

    Project updated =
        client
            .postgres()
            .updateProject(
                new UpdateProjectRequest()
                    .setName(PROJECT)
                    .setProject(new Project().setSpec(new ProjectSpec().setDisplayName("Renamed")))
                    .setUpdateMask(Sdk.mask("spec.display_name")))
            .waitForCompletion();
    assertThat(updated.getStatus().getDisplayName()).isEqualTo("Renamed");
    assertThat(updated.getUid()).isEqualTo(made.getUid());

    client.postgres().deleteProject(PROJECT).waitForCompletion();
    assertThat(client.postgres().listProjects(new ListProjectsRequest())).isEmpty();
    assertThat(client.postgres().listProjects(new ListProjectsRequest().setShowDeleted(true)))
        .hasSize(1);
    client
        .postgres()
        .undeleteProject(new UndeleteProjectRequest().setName(PROJECT))
        .waitForCompletion();
    assertThat(client.postgres().listProjects(new ListProjectsRequest())).hasSize(1);
    client
        .postgres()
        .deleteProject(new DeleteProjectRequest().setName(PROJECT).setPurge(true))
        .waitForCompletion();
    assertThat(client.postgres().listProjects(new ListProjectsRequest().setShowDeleted(true)))
        .isEmpty();
  }

  @Test
  void branches() throws Exception {
    createProject("shop");
    Branch root = client.postgres().getBranch(PRODUCTION);
    assertThat(root.getStatus().getDefault()).isTrue();
    assertThat(root.getStatus().getSourceBranch()).isNull();

    Branch made = createBranch();
    assertThat(made.getStatus().getCurrentState()).isEqualTo(BranchStatusState.READY);
    assertThat(made.getStatus().getSourceBranch()).isEqualTo(PRODUCTION);
    assertThat(made.getStatus().getExpireTime().getSeconds())
        .isEqualTo(made.getCreateTime().getSeconds() + 86400);

    Branch updated =
        client
            .postgres()
            .updateBranch(
                new UpdateBranchRequest()
                    .setName(made.getName())
                    .setBranch(new Branch().setSpec(new BranchSpec().setNoExpiry(true)))
                    .setUpdateMask(Sdk.mask("spec.expiration")))
            .waitForCompletion();
    assertThat(updated.getStatus().getExpireTime()).isNull();
    assertThat(client.postgres().listRoles(made.getName()))
        .extracting(Role::getRoleId)
        .containsExactlyElementsOf(
            StreamSupport.stream(client.postgres().listRoles(PRODUCTION).spliterator(), false)
                .map(Role::getRoleId)
                .toList());
    client
        .postgres()
        .deleteBranch(new DeleteBranchRequest().setName(made.getName()).setPurge(true))
        .waitForCompletion();
    assertThat(client.postgres().listBranches(PROJECT)).hasSize(1);
  }

  @Test
  void endpoints() throws Exception {
    createProject("shop");
    assertThat(client.postgres().getEndpoint(PRODUCTION + "/endpoints/primary").getStatus())
        .satisfies(status -> {
          assertThat(status.getCurrentState()).isEqualTo(EndpointStatusState.ACTIVE);
          assertThat(status.getHosts().getHost()).isNotEmpty();
        });
    Endpoint made = createEndpoint();
    assertThat(made.getStatus().getHosts().getReadOnlyHost())
        .isEqualTo(made.getStatus().getHosts().getHost());
    Endpoint updated =
        client
            .postgres()
            .updateEndpoint(
                new UpdateEndpointRequest()
                    .setName(made.getName())
                    .setEndpoint(
                        new Endpoint()
                            .setSpec(
                                new EndpointSpec()
                                    .setDisabled(true)
                                    .setSuspendTimeoutDuration(Sdk.seconds(300))))
                    .setUpdateMask(Sdk.mask("spec.disabled", "spec.suspension")))
            .waitForCompletion();
    assertThat(updated.getStatus().getCurrentState()).isEqualTo(EndpointStatusState.IDLE);
    assertThat(updated.getStatus().getSuspendTimeoutDuration().getSeconds()).isEqualTo(300);
    assertThat(updated.getStatus().getAutoscalingLimitMaxCu()).isEqualTo(4.0);
    client.postgres().deleteEndpoint(made.getName()).waitForCompletion();
    assertThat(client.postgres().listEndpoints(PRODUCTION)).hasSize(1);
  }

  @Test
  void roles() throws Exception {
    createProject("shop");
    Role role = createRole();
    assertThat(role.getStatus().getAuthMethod())
        .isEqualTo(RoleAuthMethod.PG_PASSWORD_SCRAM_SHA_256);
    Role updated =
        client
            .postgres()
            .updateRole(
                new UpdateRoleRequest()
                    .setName(role.getName())
                    .setRole(
                        new Role()
                            .setSpec(
                                new RoleRoleSpec()
                                    .setAttributes(new RoleAttributes().setCreatedb(true))))
                    .setUpdateMask(Sdk.mask("spec.attributes.createdb")))
            .waitForCompletion();
    assertThat(updated.getStatus().getAttributes().getCreatedb()).isTrue();
    client.postgres().deleteRole(role.getName()).waitForCompletion();
    assertThat(client.postgres().listRoles(PRODUCTION)).hasSize(1);
  }

  @Test
  void databases() throws Exception {
    createProject("shop");
    Role role = createRole();
    Database database =
        client
            .postgres()
            .createDatabase(
                new CreateDatabaseRequest()
                    .setParent(PRODUCTION)
                    .setDatabase(
                        new Database()
                            .setSpec(
                                new DatabaseDatabaseSpec()
                                    .setPostgresDatabase("order_items")
                                    .setRole(role.getName()))))
            .waitForCompletion();
    assertThat(database.getName()).isEqualTo(PRODUCTION + "/databases/order-items");
    Database renamed =
        client
            .postgres()
            .updateDatabase(
                new UpdateDatabaseRequest()
                    .setName(database.getName())
                    .setDatabase(
                        new Database()
                            .setSpec(new DatabaseDatabaseSpec().setPostgresDatabase("items")))
                    .setUpdateMask(Sdk.mask("spec.postgres_database")))
            .waitForCompletion();
    assertThat(renamed.getStatus().getPostgresDatabase()).isEqualTo("items");
    client.postgres().deleteDatabase(database.getName()).waitForCompletion();
    assertThat(client.postgres().listDatabases(PRODUCTION)).hasSize(1);
  }

  @Test
  void pagesAreFollowed() throws Exception {
    createProject("shop");
    Http http = new Http(workspace);
    for (int i = 0; i < 7; i++) {
      http.post(PROJECT + "/branches?branch_id=b" + i, "{\"spec\":{\"no_expiry\":true}}");
    }
    assertThat(
            client
                .postgres()
                .listBranches(new ListBranchesRequest().setParent(PROJECT).setPageSize(3L)))
        .extracting(Branch::getBranchId)
        .containsExactly("b0", "b1", "b2", "b3", "b4", "b5", "b6", "production");
  }

  @Test
  void credentials() throws Exception {
    createProject("shop");
    var credential =
        client
            .postgres()
            .generateDatabaseCredential(
                new GenerateDatabaseCredentialRequest()
                    .setEndpoint(PRODUCTION + "/endpoints/primary")
                    .setTtl(Sdk.seconds(600)));
    assertThat(credential.getToken().split("\\.")).hasSize(3);
    assertThat(credential.getExpireTime().getSeconds()).isPositive();
  }

  @Test
  void aProgramSignsInWithItsSecret() throws Exception {
    client = Sdk.withClientSecret(workspace);
    Project made = createProject("shop");
    assertThat(made.getStatus().getOwner()).isEqualTo(workspace.clientId());
    assertThat(client.currentUser().me(new MeRequest()).getUserName())
        .isEqualTo(workspace.clientId());
    assertThat(client.postgres().listRoles(PRODUCTION))
        .extracting(Role::getRoleId)
        .containsExactly("sp-" + workspace.clientId());
  }

  @Test
  void operationsThatTakeTheirTimeAreWaitedFor() throws Exception {
    workspace.close();
    Duration brief = Duration.ofMillis(200);
    workspace =
        Workspaces.start(
            Workspaces.instant(directory).withPace(new Pace(brief, brief, brief, brief, brief)));
    client = Sdk.withToken(workspace);
    assertThat(createProject("shop").getStatus().getDisplayName()).isEqualTo("The shop");
  }

  private Project createProject(String id) throws Exception {
    return client
        .postgres()
        .createProject(
            new CreateProjectRequest()
                .setProjectId(id)
                .setProject(new Project().setSpec(new ProjectSpec().setDisplayName("The shop"))))
        .waitForCompletion();
  }

  private Branch createBranch() throws Exception {
    return client
        .postgres()
        .createBranch(
            new CreateBranchRequest()
                .setParent(PROJECT)
                .setBranchId("dev")
                .setBranch(new Branch().setSpec(new BranchSpec().setTtl(Sdk.seconds(86400)))))
        .waitForCompletion();
  }

  private Endpoint createEndpoint() throws Exception {
    return client
        .postgres()
        .createEndpoint(
            new CreateEndpointRequest()
                .setParent(PRODUCTION)
                .setEndpointId("reports")
                .setEndpoint(
                    new Endpoint()
                        .setSpec(
                            new EndpointSpec()
                                .setEndpointType(EndpointType.ENDPOINT_TYPE_READ_ONLY)
                                .setAutoscalingLimitMinCu(0.5)
                                .setAutoscalingLimitMaxCu(4.0))))
        .waitForCompletion();
  }

  private Role createRole() throws Exception {
    return client
        .postgres()
        .createRole(
            new CreateRoleRequest()
                .setParent(PRODUCTION)
                .setRoleId("app")
                .setRole(new Role().setSpec(new RoleRoleSpec().setPostgresRole("app_user"))))
        .waitForCompletion();
  }
}
