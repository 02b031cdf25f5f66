package lakebase.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens by itself when its time has come (contract §7). */
class PassingTimeTest {

  private static final String DEV = "projects/shop/branches/dev";

  @TempDir Path directory;
  private final ManualClock clock = new ManualClock();
  private LocalWorkspace workspace;
  private Http http;

  @BeforeEach
  void start() {
    workspace = Workspaces.start(Workspaces.instant(directory).withClock(clock));
    http = new Http(workspace);
    http.post("projects?project_id=shop", "{}");
    http.post("projects/shop/branches?branch_id=dev", "{\"spec\":{\"ttl\":\"3600s\"}}");
  }

  @AfterEach
  void stop() {
    workspace.close();
  }

  private void pass(Duration time) {
    clock.advance(time);
    workspace.runDue();
  }

  @Test
  void aBranchExpiresWithItsComputes() {
    pass(Duration.ofMinutes(59));
    assertThat(http.get(DEV + "/endpoints/primary").status()).isEqualTo(200);
    pass(Duration.ofMinutes(1));
    assertThat(http.get(DEV).status()).isEqualTo(404);
    assertThat(http.get("projects/shop/branches?show_deleted=true").names("branches"))
        .containsExactly("projects/shop/branches/production");
  }

  @Test
  void aBranchThatWasGivenMoreTimeStays() {
    http.patch(DEV + "?update_mask=spec.expiration", "{\"spec\":{\"ttl\":\"7200s\"}}");
    pass(Duration.ofHours(1));
    assertThat(http.get(DEV).status()).isEqualTo(200);
    pass(Duration.ofHours(1));
    assertThat(http.get(DEV).status()).isEqualTo(404);
  }

  @Test
  void aProtectedBranchOutlivesItsTimeUntilItIsNoLonger() {
    http.patch(DEV + "?update_mask=spec.is_protected", "{\"spec\":{\"is_protected\":true}}");
    pass(Duration.ofHours(2));
    assertThat(http.get(DEV).status()).isEqualTo(200);
    http.patch(DEV + "?update_mask=spec.is_protected", "{\"spec\":{\"is_protected\":false}}");
    workspace.runDue();
    assertThat(http.get(DEV).status()).isEqualTo(404);
  }

  @Test
  void whatIsSoftlyDeletedIsGoneAfterSevenDays() {
    assertThat(http.delete(DEV).status()).isEqualTo(200);
    assertThat(http.get(DEV).text("/status/current_state")).isEqualTo("DELETED");
    assertThat(http.get(DEV).text("/status/purge_time")).isEqualTo("2026-03-08T12:00:00Z");
    assertThat(http.get(DEV + "/endpoints").status()).isEqualTo(404);
    http.delete("projects/shop");
    assertThat(http.get("projects/shop").text("/purge_time")).isEqualTo("2026-03-08T12:00:00Z");
    pass(Duration.ofDays(7));
    assertThat(http.get("projects?show_deleted=true").names("projects")).isEmpty();
    assertThat(http.post("projects?project_id=shop", "{}").status()).isEqualTo(200);
  }

  @Test
  void whatIsBroughtBackStays() {
    http.patch(DEV + "?update_mask=spec.expiration", "{\"spec\":{\"no_expiry\":true}}");
    http.delete(DEV);
    assertThat(http.post(DEV + "/undelete", "{}").text("/response/@type"))
        .isEqualTo("type.googleapis.com/google.protobuf.Empty");
    assertThat(http.get(DEV).text("/status/current_state")).isEqualTo("READY");
    pass(Duration.ofDays(8));
    assertThat(http.get(DEV).body().at("/status/delete_time").isMissingNode()).isTrue();
    assertThat(http.get(DEV + "/endpoints").names("endpoints")).hasSize(1);
  }

  @Test
  void anUnusedComputeScalesToZero() {
    String primary = "projects/shop/branches/production/endpoints/primary";
    assertThat(http.get(primary).text("/status/current_state")).isEqualTo("ACTIVE");
    pass(Duration.ofDays(1));
    assertThat(http.get(primary).text("/status/current_state")).isEqualTo("IDLE");
  }
}
