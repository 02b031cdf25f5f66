package lakebase;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lakebase.api.ApiException;
import lakebase.auth.Account;
import lakebase.auth.Session;
import lakebase.auth.SignIns;
import lakebase.model.ApiFailure;
import lakebase.model.Secret;
import lakebase.model.ServiceError;

/** Signs in to nothing: every workspace but the local one stays signed out. */
final class Unsigned implements SignIns {

  @Override
  public Session open(Account account) {
    return new Refused(account.host().toString());
  }

  private record Refused(String host) implements Session {
    @Override
    public Secret token() {
      throw refused();
    }

    @Override
    public Optional<Instant> expires() {
      return Optional.empty();
    }

    @Override
    public void signIn() {
      throw refused();
    }

    @Override
    public void signOut() {}

    @Override
    public void close() {}

    private ApiException refused() {
      ServiceError error =
          new ServiceError("NO_SIGN_IN", "this console cannot sign in", List.of(), null);
      return new ApiException(new ApiFailure.Unauthorized(new ApiFailure.Details(0, error, host)));
    }
  }
}
