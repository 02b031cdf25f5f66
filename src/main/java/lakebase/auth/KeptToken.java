package lakebase.auth;

import java.time.InstantSource;
import lakebase.model.Secret;

/** A personal access token, as the person typed it. */
final class KeptToken implements TokenMaker {

  private final Account account;
  private final SecretKeeper secrets;
  private final InstantSource clock;

  KeptToken(Account account, SecretKeeper secrets, InstantSource clock) {
    this.account = account;
    this.secrets = secrets;
    this.clock = clock;
  }

  @Override
  public Grant fetch() {
    Secret token =
        secrets
            .find(account.key(), SecretKind.ACCESS_TOKEN)
            .orElseThrow(() ->
                Reason.SECRET_MISSING.exception(account, "the access token is not kept any more"));
    return new Grant(token, clock.instant(), null);
  }

  @Override
  public boolean renews() {
    return false;
  }

  @Override
  public void forget() {
    secrets.forgetAll(account.key());
  }
}
