package lakebase.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import lakebase.model.Credential;
import lakebase.model.CredentialRequest;
import lakebase.model.Secret;

/** Database credentials and what asks for them (contract §2.6). */
public final class CredentialJson {

  private CredentialJson() {}

  /**
   * Reads a credential.
   *
   * @throws WireException when it is not one
   */
  public static Credential read(JsonNode json) {
    Fields top = Fields.of(json);
    Instant expireTime = top.time("expire_time");
    if (expireTime == null) {
      throw new WireException("expire_time", "missing");
    }
    return new Credential(new Secret(top.text("token")), expireTime);
  }

  /** Writes a credential with its token: the result is as secret as the token. */
  public static ObjectNode write(Credential credential) {
    return Json.object()
        .put("token", credential.token().reveal())
        .put("expire_time", Timestamps.format(credential.expireTime()));
  }

  /** Writes a request for a credential. */
  public static ObjectNode writeRequest(CredentialRequest request) {
    ObjectNode json = Json.object().put("endpoint", request.endpoint().toString());
    Writing.put(json, "ttl", request.ttl());
    Writing.putText(json, "group_name", request.group());
    return json;
  }
}
