package lakebase.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javakeyring.BackendNotSupportedException;
import lakebase.model.Secret;
import org.junit.jupiter.api.Test;

/** Where there is no keyring, secrets last as long as the run. */
class SystemSecretsTest {

  private static final Secret SECRET = new Secret("planted");

  @Test
  void withoutAKeyringSecretsAreKeptForThisRun() {
    SystemSecrets secrets =
        new SystemSecrets(() -> {
          throw new BackendNotSupportedException("none");
        });
    assertThat(secrets.isLasting()).isFalse();
    secrets.keep("w1", SecretKind.ACCESS_TOKEN, SECRET);
    secrets.keep("w2", SecretKind.CLIENT_SECRET, SECRET);
    assertThat(secrets.find("w1", SecretKind.ACCESS_TOKEN)).contains(SECRET);
    assertThat(secrets.find("w1", SecretKind.CLIENT_SECRET)).isEmpty();
    secrets.forgetAll("w1");
    assertThat(secrets.find("w1", SecretKind.ACCESS_TOKEN)).isEmpty();
    assertThat(secrets.find("w2", SecretKind.CLIENT_SECRET)).contains(SECRET);
  }

  @Test
  void aKeyringThatCannotBeLoadedIsNone() {
    SystemSecrets secrets =
        new SystemSecrets(() -> {
          throw new UnsatisfiedLinkError("no native library");
        });
    assertThat(secrets.isLasting()).isFalse();
  }

  @Test
  void secretsThatWereTriedMoveOn() {
    MemorySecrets tried = new MemorySecrets();
    MemorySecrets kept = new MemorySecrets();
    tried.keep("w1", SecretKind.REFRESH_TOKEN, SECRET);
    tried.moveTo(kept);
    assertThat(tried.find("w1", SecretKind.REFRESH_TOKEN)).isEmpty();
    assertThat(kept.find("w1", SecretKind.REFRESH_TOKEN)).contains(SECRET);
  }
}
