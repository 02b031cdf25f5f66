package lakebase.local.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScramExchangeTest {

  private static final String SALT = "W22ZaJ0SNY7soEsUEjb6gQ==";
  private static final String NONCE = "rOprNGfwEbeRWgbNEkqO";
  private static final String SERVER_NONCE = "%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0";
  private static final String FIRST = "n,,n=user,r=" + NONCE;
  private static final String LAST =
      "c=biws,r=" + NONCE + SERVER_NONCE + ",p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=";

  @Test
  void exchangesWhatRfc7677Shows() throws Exception {
    ScramExchange exchange = new ScramExchange(verifier(), SERVER_NONCE);

    assertThat(exchange.first(FIRST))
        .isEqualTo("r=" + NONCE + SERVER_NONCE + ",s=" + SALT + ",i=4096");
    assertThat(exchange.last(LAST)).isEqualTo("v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=");
  }

  @Test
  void refusesAnotherProof() throws Exception {
    ScramExchange exchange = new ScramExchange(verifier(), SERVER_NONCE);
    exchange.first(FIRST);

    assertThatThrownBy(() -> exchange.last(LAST.replace("p=dHz", "p=aHz")))
        .isInstanceOf(ScramExchange.WrongPassword.class);
  }

  @Test
  void noProofFitsAMock() throws Exception {
    ScramVerifier mock = ScramVerifier.mock(new byte[32], "user");
    ScramExchange exchange = new ScramExchange(mock, SERVER_NONCE);

    assertThat(exchange.first(FIRST)).endsWith(",i=4096");
    assertThatThrownBy(() -> exchange.last(LAST)).isInstanceOf(ScramExchange.WrongPassword.class);
    assertThat(ScramVerifier.mock(new byte[32], "user").salt()).isEqualTo(mock.salt()).hasSize(24);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "n,,",
        "n,,n=user",
        "n,,n=user,r=",
        "p=tls-server-end-point,,n=user,r=abc",
        "n,a=other,n=user,r=abc",
        "n,,m=ext,n=user,r=abc",
        "n,,n=user,r=a\u00e4"
      })
  void refusesMalformedFirstMessages(String message) throws Exception {
    ScramExchange exchange = new ScramExchange(verifier());

    assertThatThrownBy(() -> exchange.first(message)).isInstanceOf(Refused.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "c=biws",
        "c=eSws,r=" + NONCE + SERVER_NONCE + ",p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=",
        "c=biws,r=" + NONCE + ",p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=",
        "c=biws,r=" + NONCE + SERVER_NONCE + ",p=*"
      })
  void refusesMalformedLastMessages(String message) throws Exception {
    ScramExchange exchange = new ScramExchange(verifier(), SERVER_NONCE);
    exchange.first(FIRST);

    assertThatThrownBy(() -> exchange.last(message)).isInstanceOf(Refused.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "md5abc", "SCRAM-SHA-256$4096:a$b:c", "SCRAM-SHA-256$0:YQ==$YQ==:YQ=="})
  void readsNoOtherVerifiers(String stored) {
    assertThat(ScramVerifier.parse(stored)).isEmpty();
  }

  private static ScramVerifier verifier() throws Exception {
    Base64.Encoder base64 = Base64.getEncoder();
    byte[] salted =
        SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
            .generateSecret(
                new PBEKeySpec("pencil".toCharArray(), Base64.getDecoder().decode(SALT), 4096, 256))
            .getEncoded();
    byte[] clientKey = hmac(salted, "Client Key");
    String stored =
        "SCRAM-SHA-256$4096:%s$%s:%s"
            .formatted(
                SALT,
                base64.encodeToString(MessageDigest.getInstance("SHA-256").digest(clientKey)),
                base64.encodeToString(hmac(salted, "Server Key")));
    return ScramVerifier.parse(stored).orElseThrow();
  }

  private static byte[] hmac(byte[] key, String text) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
  }
}
