package lakebase.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.databricks.sdk.WorkspaceClient;
import com.databricks.sdk.core.DatabricksError;
import com.databricks.sdk.core.error.platform.AlreadyExists;
import com.databricks.sdk.core.error.platform.BadRequest;
import com.databricks.sdk.core.error.platform.InvalidParameterValue;
import com.databricks.sdk.core.error.platform.NotFound;
import com.databricks.sdk.core.error.platform.ResourceConflict;
import com.databricks.sdk.core.error.platform.Unauthenticated;
import com.databricks.sdk.service.postgres.CreateProjectRequest;
import com.databricks.sdk.service.postgres.Project;
import com.databricks.sdk.service.postgres.UpdateProjectRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import lakebase.local.engine.Pace;
import lakebase.model.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Errors reach the official client as its own exception types. */
class SdkErrorsTest {

  private static final Duration LONG = Duration.ofHours(1);

  @TempDir Path directory;
  private LocalWorkspace workspace;

  interface Call {
    void on(WorkspaceClient client) throws Exception;
  }

  @BeforeEach
  void start() {
    workspace =
        Workspaces.start(
            Workspaces.instant(directory)
                .withPace(new Pace(Duration.ZERO, LONG, LONG, LONG, LONG)));
    new Http(workspace).post("projects?project_id=shop", "{}");
  }

  @AfterEach
  void stop() {
    workspace.close();
  }

  static Stream<Arguments> errors() {
    return Stream.of(
        Arguments.of(NotFound.class, (Call) c -> c.postgres().getProject("projects/nope")),
        Arguments.of(AlreadyExists.class, (Call) c -> create(c, "shop")),
        Arguments.of(InvalidParameterValue.class, (Call) c -> create(c, "No Good")),
        Arguments.of(
            InvalidParameterValue.class,
            (Call)
                c ->
                    c.postgres()
                        .updateProject(
                            new UpdateProjectRequest()
                                .setName("projects/shop")
                                .setProject(new Project())
                                .setUpdateMask(Sdk.mask("spec.nonsense")))),
        Arguments.of(
            BadRequest.class,
            (Call) c -> c.postgres().deleteBranch("projects/shop/branches/production")));
  }

  @ParameterizedTest
  @MethodSource("errors")
  void haveTheClientsTypes(Class<? extends DatabricksError> type, Call call) {
    assertThatThrownBy(() -> call.on(Sdk.withToken(workspace))).isInstanceOf(type);
  }

  @Test
  void aConflictIsOne() {
    Http http = new Http(workspace);
    String body = "{\"spec\":{\"no_expiry\":true}}";
    assertThat(http.post("projects/shop/branches?branch_id=dev", body).status()).isEqualTo(200);
    assertThatThrownBy(
            () -> Sdk.withToken(workspace).postgres().deleteBranch("projects/shop/branches/dev"))
        .isInstanceOf(ResourceConflict.class)
        .hasMessageContaining("conflicting operations in progress");
  }

  @Test
  void aWrongTokenIsUnauthenticated() {
    WorkspaceClient stranger = Sdk.with(workspace, new Secret("dapi0"));
    assertThatThrownBy(() -> stranger.postgres().getProject("projects/shop"))
        .isInstanceOf(Unauthenticated.class);
  }

  private static void create(WorkspaceClient client, String id) {
    var operation =
        client
            .postgres()
            .createProject(new CreateProjectRequest().setProjectId(id).setProject(new Project()));
    assertThat(operation.getName()).isNotEmpty();
  }
}
