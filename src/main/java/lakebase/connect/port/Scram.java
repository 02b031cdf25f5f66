package lakebase.connect.port;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The server's side of SCRAM-SHA-256 (RFC 5802, RFC 7677) for one password of ASCII letters. Any
 * thread.
 */
final class Scram {

  static final String MECHANISM = "SCRAM-SHA-256";

  private static final int ITERATIONS = 4096;
  private static final int BITS = 256;
  private static final int NONCE_BYTES = 18;
  private static final int SALT_BYTES = 16;
  private static final Pattern FIRST =
      Pattern.compile("(?<gs2>[ny],,)(?<bare>n=[^,]*,r=(?<nonce>[!-+\\--~]+))");
  private static final Pattern LAST =
      Pattern.compile("(?<unproved>c=(?<binding>[^,]*),r=(?<nonce>[^,]+)),p=(?<proof>[^,]+)");

  private final SecureRandom random = new SecureRandom();
  private final byte[] salt = new byte[SALT_BYTES];
  private final byte[] storedKey;
  private final byte[] serverKey;

  /** For that password. */
  Scram(String password) {
    random.nextBytes(salt);
    try {
      byte[] salted =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
              .generateSecret(new PBEKeySpec(password.toCharArray(), salt, ITERATIONS, BITS))
              .getEncoded();
      storedKey = digest(hmac(salted, "Client Key"));
      serverKey = hmac(salted, "Server Key");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** One client's exchange; {@link #first}, then {@link #last}. */
  final class Exchange {

    private String gs2 = "";
    private String nonce = "";
    private String signed = "";

    /** Answers the client's first message. */
    String first(String message) throws Refused {
      Matcher form = FIRST.matcher(message);
      if (!form.matches()) {
        throw malformed();
      }
      byte[] own = new byte[NONCE_BYTES];
      random.nextBytes(own);
      gs2 = form.group("gs2");
      nonce = form.group("nonce") + base64(own);
      String answer = "r=" + nonce + ",s=" + base64(salt) + ",i=" + ITERATIONS;
      signed = form.group("bare") + "," + answer;
      return answer;
    }

    /** Answers the client's second message, which must prove the password. */
    String last(String message) throws Refused {
      Matcher form = LAST.matcher(message);
      if (!form.matches()
          || !form.group("binding").equals(base64(gs2.getBytes(StandardCharsets.US_ASCII)))
          || !form.group("nonce").equals(nonce)) {
        throw malformed();
      }
      String all = signed + "," + form.group("unproved");
      byte[] signature = hmac(storedKey, all);
      byte[] key = decoded(form.group("proof"));
      if (key.length != signature.length) {
        throw malformed();
      }
      for (int at = 0; at < key.length; at++) {
        key[at] ^= signature[at];
      }
      if (!MessageDigest.isEqual(digest(key), storedKey)) {
        throw new Refused(Refused.INVALID_PASSWORD, "the local port's password is another one");
      }
      return "v=" + base64(hmac(serverKey, all));
    }
  }

  private static byte[] decoded(String proof) throws Refused {
    try {
      return Base64.getDecoder().decode(proof);
    } catch (IllegalArgumentException notBase64) {
      throw malformed();
    }
  }

  private static Refused malformed() {
    return new Refused(Refused.PROTOCOL_VIOLATION, "malformed SCRAM message");
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static byte[] digest(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
