package lakebase.local.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import lakebase.local.proxy.Refused;
import lakebase.model.EndpointName;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenVerifierTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final String ISSUER = "http://127.0.0.1:1/oidc";
  private static final EndpointName ENDPOINT =
      EndpointName.parse("projects/p/branches/b/endpoints/e");

  @TempDir static Path directory;
  private static SigningKey key;
  private static TokenVerifier verifier;

  @BeforeAll
  static void make() {
    key = new SigningKey(directory, () -> ISSUER);
    verifier = new TokenVerifier(key, () -> ISSUER, InstantSource.fixed(NOW));
  }

  @Test
  void givesTheSubjectUntilTheLastMoment() throws Exception {
    assertThat(verifier.subject(key.sign("a@example.com", ENDPOINT, NOW, NOW.plusSeconds(1))))
        .isEqualTo("a@example.com");
    refused(key.sign("a@example.com", ENDPOINT, NOW.minusSeconds(60), NOW))
        .hasMessageContaining("expired at 2026-03-01T12:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "a.b", "a.b.c", "....", "dapi0123", "\0\uffff"})
  void refusesWhatIsNoToken(String token) {
    refused(token).hasMessage("Provided authentication token is not a valid JWT encoding");
  }

  @Test
  void refusesATokenWithoutASignature() {
    refused(base64("{\"alg\":\"none\"}") + "." + base64("{\"sub\":\"a\"}") + ".");
  }

  @Test
  void refusesTheSignatureOfThePublicKeyAsASecret() throws Exception {
    JWSObject forged =
        new JWSObject(new JWSHeader(JWSAlgorithm.HS256), new Payload("{\"sub\":\"a\"}"));
    forged.sign(new MACSigner(key.publicKey().getEncoded()));
    refused(forged.serialize()).hasMessageContaining("not signed by this workspace");
  }

  @Test
  void refusesChangedClaims() {
    String[] parts = key.sign("a@example.com", ENDPOINT, NOW, NOW.plusSeconds(60)).split("\\.", -1);
    String claims =
        new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
            .replace("a@example.com", "b@example.com");
    refused(parts[0] + "." + base64(claims) + "." + parts[2])
        .hasMessageContaining("not signed by this workspace")
        .hasMessageNotContaining("example.com");
  }

  private static AbstractThrowableAssert<?, ?> refused(String token) {
    return assertThatThrownBy(() -> verifier.subject(token))
        .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.sqlState()).isEqualTo("28P01"));
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
