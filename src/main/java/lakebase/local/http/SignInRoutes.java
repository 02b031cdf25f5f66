package lakebase.local.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;
import lakebase.local.identity.SigningKey;
import lakebase.model.HostMetadata;
import lakebase.wire.HostMetadataJson;
import lakebase.wire.Json;

/** What a host says of itself before anybody has signed in (contract §9.3, §9.4). */
final class SignInRoutes {

  private final SigningKey key;
  private final String workspaceId;

  SignInRoutes(SigningKey key, String workspaceId) {
    this.key = key;
    this.workspaceId = workspaceId;
  }

  void register(RoutesConfig routes) {
    routes.get(
        "/.well-known/databricks-config",
        c ->
            Answers.json(
                c,
                HostMetadataJson.write(
                    new HostMetadata(base(c) + "/oidc", workspaceId, null, "WORKSPACE_HOST"))));
    routes.get("/oidc/.well-known/oauth-authorization-server", SignInRoutes::discovery);
    routes.get("/oidc/.well-known/openid-configuration", SignInRoutes::discovery);
    routes.get("/oidc/jwks.json", c -> Answers.json(c, key.jwks()));
  }

  private static void discovery(Context c) {
    String oidc = base(c) + "/oidc";
    ObjectNode answer = Json.object();
    answer.put("issuer", oidc);
    answer.put("authorization_endpoint", oidc + "/v1/authorize");
    answer.put("token_endpoint", oidc + "/v1/token");
    answer.put("revocation_endpoint", oidc + "/v1/revoke");
    answer.put("jwks_uri", oidc + "/jwks.json");
    answer.putArray("response_types_supported").add("code");
    answer
        .putArray("grant_types_supported")
        .add("client_credentials")
        .add("authorization_code")
        .add("refresh_token");
    answer.putArray("code_challenge_methods_supported").add("S256");
    answer.putArray("scopes_supported").add("all-apis").add("offline_access");
    answer.putArray("id_token_signing_alg_values_supported").add("RS256");
    answer
        .putArray("token_endpoint_auth_methods_supported")
        .add("client_secret_basic")
        .add("client_secret_post")
        .add("none");
    Answers.json(c, answer);
  }

  /** The address that the caller knows this server by; the guard has seen that it is loopback. */
  private static String base(Context c) {
    return "http://" + Optional.ofNullable(c.header("Host")).orElseThrow();
  }
}
