package lakebase.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.databricks.sdk.WorkspaceClient;
import com.databricks.sdk.core.error.platform.NotFound;
import com.databricks.sdk.service.settings.CreateTokenRequest;
import com.databricks.sdk.service.settings.CreateTokenResponse;
import com.databricks.sdk.service.settings.PublicTokenInfo;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Personal access tokens are made, expire and are revoked, by the official client. */
class PersonalTokensTest {

  @TempDir Path directory;
  private final ManualClock clock = new ManualClock();
  private LocalWorkspace workspace;
  private WorkspaceClient client;

  @BeforeEach
  void start() {
    workspace = Workspaces.start(Workspaces.instant(directory).withClock(clock));
    client = Sdk.withToken(workspace);
  }

  @AfterEach
  void stop() {
    workspace.close();
  }

  private int status(String token) {
    return Http.exchange(
            new Http(workspace)
                .request("projects")
                .header("Authorization", "Bearer " + token)
                .build())
        .statusCode();
  }

  private CreateTokenResponse make(@Nullable Long seconds) {
    return client
        .tokens()
        .create(new CreateTokenRequest().setComment("for a test").setLifetimeSeconds(seconds));
  }

  @Test
  void aTokenWorksUntilItIsRevoked() {
    CreateTokenResponse made = make(null);
    assertThat(status(made.getTokenValue())).isEqualTo(200);
    assertThat(client.tokens().list())
        .extracting(PublicTokenInfo::getTokenId, PublicTokenInfo::getComment)
        .containsExactly(tuple(made.getTokenInfo().getTokenId(), "for a test"));
    client.tokens().delete(made.getTokenInfo().getTokenId());
    assertThat(status(made.getTokenValue())).isEqualTo(401);
    assertThat(client.tokens().list()).isEmpty();
    assertThatThrownBy(() -> client.tokens().delete(made.getTokenInfo().getTokenId()))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void aTokenEndsWithItsLife() {
    CreateTokenResponse made = make(60L);
    assertThat(made.getTokenInfo().getExpiryTime())
        .isEqualTo(clock.instant().plusSeconds(60).toEpochMilli());
    assertThat(status(made.getTokenValue())).isEqualTo(200);
    clock.advance(Duration.ofSeconds(61));
    assertThat(status(made.getTokenValue())).isEqualTo(401);
  }

  @Test
  void nobodyRevokesAnothersToken() {
    CreateTokenResponse made = make(null);
    WorkspaceClient program = Sdk.withClientSecret(workspace);
    assertThat(program.tokens().list()).isEmpty();
    assertThatThrownBy(() -> program.tokens().delete(made.getTokenInfo().getTokenId()))
        .isInstanceOf(NotFound.class);
    assertThat(status(made.getTokenValue())).isEqualTo(200);
  }
}
