package lakebase.local.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import lakebase.local.proxy.Refused;
import lakebase.local.proxy.TokenCheck;
import lakebase.wire.Json;
import lakebase.wire.WireException;

/**
 * Checks the database credentials that {@link SigningKey} signs: signature, issuer, expiry. What it
 * refuses with says which of them is wrong and holds nothing of the token. Any thread.
 */
public final class TokenVerifier implements TokenCheck {

  private static final String INVALID_PASSWORD = "28P01";

  private final SigningKey key;
  private final Supplier<String> issuer;
  private final InstantSource clock;

  /**
   * Checks what that key signs.
   *
   * @param issuer the {@code iss} that tokens must have, asked for at each check
   */
  public TokenVerifier(SigningKey key, Supplier<String> issuer, InstantSource clock) {
    this.key = key;
    this.issuer = issuer;
    this.clock = clock;
  }

  @Override
  public String subject(String token) throws Refused {
    JWSObject parsed = parse(token);
    if (!isOurs(parsed)) {
      throw failed("provided authentication token was not signed by this workspace");
    }
    JsonNode claims = claims(parsed);
    if (!claims.path("iss").asText().equals(issuer.get())) {
      throw failed("provided authentication token was made by another issuer");
    }
    if (!claims.path("exp").isIntegralNumber() || !claims.path("sub").isTextual()) {
      throw failed("provided authentication token has no expiry or no subject");
    }
    Instant expiry = Instant.ofEpochSecond(claims.path("exp").asLong());
    if (!expiry.isAfter(clock.instant())) {
      throw failed("provided authentication token expired at " + expiry);
    }
    return claims.path("sub").asText();
  }

  private boolean isOurs(JWSObject token) {
    try {
      return token.getHeader().getAlgorithm().equals(JWSAlgorithm.RS256)
          && token.verify(new RSASSAVerifier(key.publicKey()));
    } catch (JOSEException unusable) {
      return false;
    }
  }

  private static JWSObject parse(String token) throws Refused {
    try {
      return JWSObject.parse(token);
    } catch (ParseException | IllegalArgumentException notOne) {
      throw notJwt();
    }
  }

  private static JsonNode claims(JWSObject token) throws Refused {
    try {
      return Json.parse(token.getPayload().toBytes());
    } catch (WireException notJson) {
      throw notJwt();
    }
  }

  private static Refused notJwt() {
    return new Refused(
        INVALID_PASSWORD, "Provided authentication token is not a valid JWT encoding");
  }

  private static Refused failed(String why) {
    return new Refused(INVALID_PASSWORD, "authentication failed: " + why);
  }
}
