package lakebase.local.engine;

import java.time.Instant;
import lakebase.model.EndpointName;

/** Signs database credentials (contract §6.2). */
public interface CredentialSigner {

  /** The token that lets {@code subject} log in to the endpoint until {@code expiry}. */
  String sign(String subject, EndpointName endpoint, Instant issued, Instant expiry);
}
