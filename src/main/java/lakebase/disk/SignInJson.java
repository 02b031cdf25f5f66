package lakebase.disk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import lakebase.model.SignIn;

/** How one signs in, as {@code {"kind": …}} with what the kind needs; never a secret. */
final class SignInJson {

  private SignInJson() {}

  static void put(ObjectNode json, SignIn signIn) {
    switch (signIn) {
      case SignIn.Embedded _ -> json.put("kind", "embedded");
      case SignIn.Profile(var name) -> json.put("kind", "profile").put("profile", name);
      case SignIn.Environment _ -> json.put("kind", "environment");
      case SignIn.Browser _ -> json.put("kind", "browser");
      case SignIn.ServicePrincipal(var clientId) ->
          json.put("kind", "service_principal").put("client_id", clientId);
      case SignIn.AccessToken _ -> json.put("kind", "access_token");
      case SignIn.AzureCli _ -> json.put("kind", "azure_cli");
      case SignIn.DatabricksCli _ -> json.put("kind", "databricks_cli");
    }
  }

  static Optional<SignIn> read(JsonNode json) {
    return switch (Json.text(json, "kind").orElse("")) {
      case "embedded" -> Optional.of(new SignIn.Embedded());
      case "profile" -> Json.text(json, "profile").map(SignIn.Profile::new);
      case "environment" -> Optional.of(new SignIn.Environment());
      case "browser" -> Optional.of(new SignIn.Browser());
      case "service_principal" -> Json.text(json, "client_id").map(SignIn.ServicePrincipal::new);
      case "access_token" -> Optional.of(new SignIn.AccessToken());
      case "azure_cli" -> Optional.of(new SignIn.AzureCli());
      case "databricks_cli" -> Optional.of(new SignIn.DatabricksCli());
      default -> Optional.empty();
    };
  }
}
