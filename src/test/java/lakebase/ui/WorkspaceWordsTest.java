package lakebase.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import lakebase.model.ApiFailure;
import lakebase.model.CurrentUser;
import lakebase.state.Inventory;
import lakebase.state.LoadState;
import lakebase.state.Workspace;
import lakebase.state.Workspace.Connection;
import lakebase.state.WorkspaceId;
import lakebase.testkit.Samples;
import org.junit.jupiter.api.Test;

class WorkspaceWordsTest {

  private static final Instant NOW = Samples.NOW;
  private static final Workspace WORKSPACE =
      Workspace.of(new WorkspaceId("w-prod"), "prod").withInventory(Samples.inventory());
  private static final Workspace SIGNED_IN =
      WORKSPACE.withConnection(
          new Connection.Connected(new CurrentUser("ada@example.com", "Ada", "1")));

  private static WorkspaceWords words(Locale locale) {
    Texts texts = new Texts(locale);
    return new WorkspaceWords(texts, new Formats(texts, Samples.CLOCK), Samples.CLOCK);
  }

  private static String status(Workspace workspace) {
    return words(Locale.UK).status(workspace);
  }

  private static Workspace lost(ApiFailure failure) {
    return WORKSPACE.withConnection(new Connection.Lost(failure, NOW.minusSeconds(780)));
  }

  private static ApiFailure.Details details() {
    return Samples.failure(0, "CODE", "why");
  }

  @Test
  void saysHowEachStands() {
    assertThat(status(WORKSPACE)).isEqualTo("connecting");
    assertThat(status(WORKSPACE.withConnection(new Connection.SigningIn())))
        .isEqualTo("signing in");
    assertThat(status(SIGNED_IN)).isEqualTo("signed in as ada@example.com");
    assertThat(status(SIGNED_IN.withTokenExpires(NOW.plusSeconds(42 * 60 + 10))))
        .isEqualTo("signed in as ada@example.com · token 42 min left");
    assertThat(status(SIGNED_IN.withTokenExpires(NOW.minusSeconds(1)))).contains("token 0 s left");
    assertThat(status(lost(new ApiFailure.Network(details())))).isEqualTo("offline since 09:01");
    assertThat(status(lost(new ApiFailure.Unavailable(details())))).startsWith("offline since");
    assertThat(status(lost(new ApiFailure.Forbidden(details())))).isEqualTo("not permitted");
    assertThat(status(lost(new ApiFailure.Unauthorized(details())))).isEqualTo("signed out");
    assertThat(status(WORKSPACE.withConnection(new Connection.SignedOut())))
        .isEqualTo("signed out");
  }

  @Test
  void aListThatMayNotBeReadIsNotPermitted() {
    Workspace closed =
        SIGNED_IN.withInventory(
            new Inventory(
                Inventory.EMPTY
                    .projects()
                    .withLoad(new LoadState.Failed(new ApiFailure.Forbidden(details()), NOW))));
    assertThat(status(closed)).isEqualTo("not permitted");
  }

  @Test
  void theAgeIsATimeTodayAndADateBefore() {
    assertThat(words(Locale.UK).asOf(WORKSPACE)).isEqualTo("as of 09:14");
    Workspace old =
        WORKSPACE.withInventory(
            new Inventory(
                Inventory.EMPTY
                    .projects()
                    .withLoad(new LoadState.Loaded(NOW.minusSeconds(3 * 86_400)))));
    assertThat(words(Locale.UK).asOf(old)).isEqualTo("as of 19 Nov 2026, 09:14");
    assertThat(words(Locale.UK).asOf(WORKSPACE.withInventory(Inventory.EMPTY))).isEmpty();
    assertThat(words(Locale.GERMANY).asOf(WORKSPACE)).isEqualTo("Stand 09:14");
  }
}
