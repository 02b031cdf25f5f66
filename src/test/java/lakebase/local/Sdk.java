package lakebase.local;

import com.databricks.sdk.WorkspaceClient;
import com.databricks.sdk.core.DatabricksConfig;
import com.google.protobuf.Duration;
import com.google.protobuf.FieldMask;
import java.util.List;
import lakebase.model.Secret;

/**
 * The official client against a local workspace. Host and credential are given, so it reads no
 * configuration file.
 */
final class Sdk {

  private Sdk() {}

  static WorkspaceClient withToken(LocalWorkspace workspace) {
    return with(workspace, workspace.token());
  }

  static WorkspaceClient with(LocalWorkspace workspace, Secret token) {
    return client(config(workspace).setAuthType("pat").setToken(token.reveal()));
  }

  static WorkspaceClient withClientSecret(LocalWorkspace workspace) {
    return client(
        config(workspace)
            .setAuthType("oauth-m2m")
            .setClientId(workspace.clientId())
            .setClientSecret(workspace.clientSecret().reveal()));
  }

  static FieldMask mask(String... paths) {
    return FieldMask.newBuilder().addAllPaths(List.of(paths)).build();
  }

  static Duration seconds(long seconds) {
    return Duration.newBuilder().setSeconds(seconds).build();
  }

  private static DatabricksConfig config(LocalWorkspace workspace) {
    return new DatabricksConfig().setHost(workspace.baseUri().toString());
  }

  private static WorkspaceClient client(DatabricksConfig config) {
    return new WorkspaceClient(config);
  }
}
