package lakebase.local.proxy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * What a server knows of a password (RFC 5802), as PostgreSQL stores it: {@code
 * SCRAM-SHA-256$<iterations>:<salt>$<StoredKey>:<ServerKey>}.
 */
final class ScramVerifier {

  private static final Pattern FORM =
      Pattern.compile("SCRAM-SHA-256\\$(\\d{1,9}):([^$:]+)\\$([^$:]+):([^$:]+)");
  private static final int KEY_BYTES = 32;
  private static final int SALT_BYTES = 16;
  private static final int ITERATIONS = 4096;

  private final int iterations;
  private final byte[] salt;
  private final byte[] storedKey;
  private final byte[] serverKey;
  private final boolean mock;

  /** With {@code mock}, it stands for a role without one: no proof fits it. */
  private ScramVerifier(
      int iterations, byte[] salt, byte[] storedKey, byte[] serverKey, boolean mock) {
    this.iterations = iterations;
    this.salt = salt;
    this.storedKey = storedKey;
    this.serverKey = serverKey;
    this.mock = mock;
  }

  /** Reads a stored verifier; empty when it is none. */
  static Optional<ScramVerifier> parse(String stored) {
    Matcher form = FORM.matcher(stored);
    if (!form.matches()) {
      return Optional.empty();
    }
    try {
      Base64.Decoder base64 = Base64.getDecoder();
      byte[] storedKey = base64.decode(form.group(3));
      byte[] serverKey = base64.decode(form.group(4));
      int iterations = Integer.parseInt(form.group(1));
      return storedKey.length == KEY_BYTES && serverKey.length == KEY_BYTES && iterations > 0
          ? Optional.of(
              new ScramVerifier(
                  iterations, base64.decode(form.group(2)), storedKey, serverKey, false))
          : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /**
   * One for a role without a verifier, so that its exchange looks like any other.
   *
   * @param secret gives the same role the same salt each time
   */
  static ScramVerifier mock(byte[] secret, String role) {
    byte[] hash = hmac(secret, role);
    return new ScramVerifier(ITERATIONS, Arrays.copyOf(hash, SALT_BYTES), hash, hash, true);
  }

  /** How often the password is hashed. */
  int iterations() {
    return iterations;
  }

  /** What is hashed with the password, in Base64. */
  String salt() {
    return Base64.getEncoder().encodeToString(salt);
  }

  /** Whether the client's proof shows that it knows the password. */
  boolean proves(byte[] proof, String authMessage) {
    byte[] signature = hmac(storedKey, authMessage);
    byte[] clientKey = new byte[KEY_BYTES];
    for (int i = 0; i < KEY_BYTES && i < proof.length; i++) {
      clientKey[i] = (byte) (proof[i] ^ signature[i]);
    }
    boolean fits = MessageDigest.isEqual(sha256(clientKey), storedKey);
    return fits && proof.length == KEY_BYTES && !mock;
  }

  /** What shows the client that the server knows the password. */
  String serverSignature(String authMessage) {
    return Base64.getEncoder().encodeToString(hmac(serverKey, authMessage));
  }

  private static byte[] hmac(byte[] key, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    HMac mac = new HMac(new SHA256Digest());
    mac.init(new KeyParameter(key));
    mac.update(bytes, 0, bytes.length);
    byte[] result = new byte[mac.getMacSize()];
    mac.doFinal(result, 0);
    return result;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
