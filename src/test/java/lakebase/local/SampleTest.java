package lakebase.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import lakebase.local.engine.Pace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleTest {

  @TempDir Path directory;

  @Test
  void aFirstStartMakesTheSampleAndALaterOneDoesNotBringItBack() {
    LocalWorkspaceOptions options =
        LocalWorkspaceOptions.controlPlane(directory).withPace(Pace.INSTANT);
    try (LocalWorkspace workspace = Workspaces.start(options)) {
      Http http = new Http(workspace);
      assertThat(http.get("projects/sample-shop").text("/status/display_name")).isEqualTo("Shop");
      assertThat(http.get("projects/sample-shop/branches").names("branches"))
          .containsExactly(
              "projects/sample-shop/branches/development",
              "projects/sample-shop/branches/production");
      assertThat(http.get("projects/sample-shop/branches/production/endpoints").names("endpoints"))
          .containsExactly(
              "projects/sample-shop/branches/production/endpoints/primary",
              "projects/sample-shop/branches/production/endpoints/reports");
      assertThat(
              http.get("projects/sample-shop/branches/development/endpoints/primary")
                  .text("/status/current_state"))
          .isEqualTo("ACTIVE");
      http.patch(
          "projects/sample-shop/branches/production?update_mask=spec.is_protected",
          "{\"spec\":{\"is_protected\":false}}");
    }
    try (LocalWorkspace workspace = Workspaces.start(options)) {
      Http http = new Http(workspace);
      assertThat(http.delete("projects/sample-shop?purge=true").status()).isEqualTo(200);
    }
    try (LocalWorkspace workspace = Workspaces.start(options)) {
      assertThat(new Http(workspace).get("projects?show_deleted=true").names("projects")).isEmpty();
    }
  }
}
