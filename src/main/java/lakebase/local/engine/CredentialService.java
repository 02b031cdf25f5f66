package lakebase.local.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import lakebase.model.Credential;
import lakebase.model.CredentialRequest;
import lakebase.model.EndpointName;
import lakebase.model.IdentityType;
import lakebase.model.Secret;
import lakebase.wire.CredentialJson;

/** Database credentials (contract §6). Nothing is stored: a credential is its signature. */
public final class CredentialService {

  private final Core core;
  private final CredentialSigner signer;

  CredentialService(Core core, CredentialSigner signer) {
    this.core = core;
    this.signer = signer;
  }

  /** Makes a credential for the caller, or for a group that has a role there. */
  public ObjectNode create(Caller caller, Body body) {
    EndpointName endpoint = Names.endpoint(body.textOrEmpty("endpoint"));
    if (!body.objects("claims").isEmpty()) {
      throw Refusals.invalid("Unsupported permission set");
    }
    Instant now = core.now();
    Instant expiry = expiry(body, now);
    String group = body.textOrEmpty("group_name");
    core.read(resources -> {
      resources.requireLive(endpoint);
      if (!group.isEmpty()) {
        requireGroup(resources, endpoint, group);
      }
      return true;
    });
    String subject = group.isEmpty() ? caller.name() : group;
    Secret token = new Secret(signer.sign(subject, endpoint, now, expiry));
    return CredentialJson.write(new Credential(token, expiry));
  }

  private static Instant expiry(Body body, Instant now) {
    Duration ttl = body.duration("ttl");
    Instant time = body.time("expire_time");
    if (ttl != null && time != null) {
      throw Refusals.invalid("Only one of 'ttl' and 'expire_time' may be set.");
    }
    Duration life = ttl;
    if (life == null) {
      life = time == null ? CredentialRequest.LONGEST : Duration.between(now, time);
    }
    if (life.compareTo(CredentialRequest.SHORTEST) < 0
        || life.compareTo(CredentialRequest.LONGEST) > 0) {
      throw Refusals.invalid("A credential must be valid for 300s to 3600s.");
    }
    return now.plus(life);
  }

  private static void requireGroup(Resources resources, EndpointName endpoint, String group) {
    boolean there =
        resources.roles(endpoint.branch()).stream()
            .anyMatch(role ->
                role.postgresRole().equals(group)
                    && role.identityType().equals(IdentityType.GROUP));
    if (!there) {
      throw Refusals.roleNotFound(group);
    }
  }
}
