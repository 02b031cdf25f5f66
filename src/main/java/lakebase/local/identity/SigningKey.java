package lakebase.local.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import lakebase.local.engine.CredentialSigner;
import lakebase.local.store.OwnerOnly;
import lakebase.model.EndpointName;
import lakebase.wire.Json;
import org.jspecify.annotations.Nullable;

/**
 * The key that signs database credentials (RS256), kept in the data directory. Making one takes
 * some tenths of a second, so it is read or made when it is first needed, not at the start. Any
 * thread.
 */
public final class SigningKey implements CredentialSigner {

  /** Holds the key pair. */
  public static final String FILE = "signing-key.json";

  private static final int BITS = 2048;

  private final Path file;
  private final Supplier<String> issuer;
  private @Nullable RSAKey key;

  /**
   * The key in that directory.
   *
   * @param issuer the {@code iss} of what it signs, asked for at each signature
   */
  public SigningKey(Path directory, Supplier<String> issuer) {
    this.file = directory.resolve(FILE);
    this.issuer = issuer;
  }

  @Override
  public String sign(String subject, EndpointName endpoint, Instant issued, Instant expiry) {
    String claims =
        Json.text(
            Json.object()
                .put("iss", issuer.get())
                .put("sub", subject)
                .put("iat", issued.getEpochSecond())
                .put("exp", expiry.getEpochSecond())
                .put("jti", UUID.randomUUID().toString())
                .put("endpoint", endpoint.toString()));
    RSAKey pair = key();
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .type(JOSEObjectType.JWT)
            .keyID(pair.getKeyID())
            .build();
    JWSObject token = new JWSObject(header, new Payload(claims));
    try {
      token.sign(new RSASSASigner(pair));
    } catch (JOSEException e) {
      throw new IllegalStateException("the signing key does not sign", e);
    }
    return token.serialize();
  }

  /** The public key as a JWK set. */
  public String jwks() {
    return new JWKSet(key().toPublicJWK()).toString();
  }

  /** The public key, without the private one. */
  RSAPublicKey publicKey() throws JOSEException {
    return key().toRSAPublicKey();
  }

  private synchronized RSAKey key() {
    if (key == null) {
      key = readOrMake(file);
    }
    return key;
  }

  private static RSAKey readOrMake(Path file) {
    try {
      if (Files.exists(file)) {
        return RSAKey.parse(Files.readString(file));
      }
      RSAKey made =
          new RSAKeyGenerator(BITS)
              .keyIDFromThumbprint(true)
              .keyUse(KeyUse.SIGNATURE)
              .algorithm(JWSAlgorithm.RS256)
              .generate();
      OwnerOnly.write(file, made.toJSONString());
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ParseException | JOSEException damaged) {
      throw new IllegalStateException("the signing key cannot be read or made", damaged);
    }
  }
}
