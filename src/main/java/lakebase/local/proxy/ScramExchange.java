package lakebase.local.proxy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The server's side of one SCRAM-SHA-256 exchange (RFC 5802, RFC 7677) without channel binding.
 * Call {@link #first} with the client's first message, then {@link #last} with its second.
 */
final class ScramExchange {

  /** The one mechanism. */
  static final String MECHANISM = "SCRAM-SHA-256";

  private static final Pattern FIRST =
      Pattern.compile(
          "(?<gs2>[ny],(?<authzid>[^,]*),)(?<bare>n=[^,]*,r=(?<nonce>[!-+\\--~]+)(,.*)?)");
  private static final Pattern LAST =
      Pattern.compile(
          "(?<unproved>c=(?<binding>[A-Za-z0-9+/=]*),r=(?<nonce>[^,]+)(,.*)?),p=(?<proof>[^,]+)");
  private static final int NONCE_BYTES = 18;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final ScramVerifier verifier;
  private final String serverNonce;
  private String gs2 = "";
  private String nonce = "";
  private String signed = "";

  /** An exchange with a fresh nonce. */
  ScramExchange(ScramVerifier verifier) {
    this(verifier, nonce());
  }

  /** An exchange with that nonce as the server's part. */
  ScramExchange(ScramVerifier verifier, String serverNonce) {
    this.verifier = verifier;
    this.serverNonce = serverNonce;
  }

  private static String nonce() {
    byte[] bytes = new byte[NONCE_BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** Answers the client's first message. */
  String first(String message) throws Refused {
    Matcher form = FIRST.matcher(message);
    if (!form.matches()) {
      throw malformed();
    }
    if (!form.group("authzid").isEmpty()) {
      throw new Refused(
          SqlState.FEATURE_NOT_SUPPORTED,
          "client uses authorization identity, but it is not supported");
    }
    gs2 = form.group("gs2");
    nonce = form.group("nonce") + serverNonce;
    String answer = "r=%s,s=%s,i=%d".formatted(nonce, verifier.salt(), verifier.iterations());
    signed = form.group("bare") + "," + answer;
    return answer;
  }

  /**
   * Answers the client's second message.
   *
   * @throws Refused when it is malformed
   * @throws WrongPassword when it does not prove the password
   */
  String last(String message) throws Refused, WrongPassword {
    Matcher form = LAST.matcher(message);
    if (!form.matches()) {
      throw malformed();
    }
    String bound = Base64.getEncoder().encodeToString(gs2.getBytes(StandardCharsets.UTF_8));
    if (!form.group("binding").equals(bound)) {
      throw new Refused(
          SqlState.PROTOCOL_VIOLATION,
          "unexpected SCRAM channel-binding attribute in client-final-message");
    }
    if (!same(form.group("nonce"), nonce)) {
      throw new Refused(
          SqlState.PROTOCOL_VIOLATION, "invalid SCRAM response: nonce does not match");
    }
    String authMessage = signed + "," + form.group("unproved");
    if (!verifier.proves(decoded(form.group("proof")), authMessage)) {
      throw new WrongPassword();
    }
    return "v=" + verifier.serverSignature(authMessage);
  }

  /** The proof does not fit the password. */
  static final class WrongPassword extends Exception {

    private static final long serialVersionUID = 1L;

    private WrongPassword() {
      super("the password is wrong", null, false, false);
    }
  }

  private static byte[] decoded(String proof) throws Refused {
    try {
      return Base64.getDecoder().decode(proof);
    } catch (IllegalArgumentException notBase64) {
      throw malformed();
    }
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private static Refused malformed() {
    return new Refused(SqlState.PROTOCOL_VIOLATION, "malformed SCRAM message");
  }
}
