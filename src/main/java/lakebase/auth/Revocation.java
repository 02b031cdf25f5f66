package lakebase.auth;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import lakebase.api.ApiException;
import lakebase.api.RawAnswer;
import lakebase.api.RawHttp;
import lakebase.api.RawRequest;
import lakebase.model.Secret;

/** Makes a refresh token worthless at the host, where the host says how (RFC 7009). */
final class Revocation {

  private static final String DISCOVERY = "/oidc/.well-known/oauth-authorization-server";

  private final Account account;
  private final RawHttp http;

  Revocation(Account account, RawHttp http) {
    this.account = account;
    this.http = http;
  }

  /** Tries; what becomes of it changes nothing here, where the token is already forgotten. */
  void revoke(Secret refresh) {
    try {
      RawAnswer discovered = http.send(RawRequest.get(account.host().resolve(DISCOVERY)));
      Optional<URI> endpoint =
          discovered
              .text("revocation_endpoint")
              .map(URI::create)
              .filter(uri -> Objects.equals(uri.getAuthority(), account.host().getAuthority()));
      if (endpoint.isPresent()) {
        String token = URLEncoder.encode(refresh.reveal(), StandardCharsets.UTF_8);
        http.send(RawRequest.form(endpoint.get(), "token_type_hint=refresh_token&token=" + token));
      }
    } catch (ApiException | IllegalArgumentException unreached) {
      // Nobody has the token any more; it ends by itself.
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }
}
