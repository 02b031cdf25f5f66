package lakebase.local.proxy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The messages that the front door itself sends, as PostgreSQL's protocol frames them. */
final class Messages {

  private static final int CLEARTEXT = 3;
  private static final int SASL = 10;
  private static final int SASL_CONTINUE = 11;
  private static final int SASL_FINAL = 12;

  private Messages() {}

  /** ErrorResponse of severity FATAL. */
  static ByteBuffer fatal(String sqlState, String message) {
    String fields = "SFATAL\0VFATAL\0C" + sqlState + "\0M" + message.replace('\0', ' ') + "\0\0";
    return framed('E', fields.getBytes(StandardCharsets.UTF_8));
  }

  /** What a server's answer says if it begins with a whole ErrorResponse. */
  static Optional<Refused> error(ByteBuffer answer) {
    ByteBuffer bytes = answer.duplicate();
    if (bytes.remaining() < 5 || bytes.get() != 'E') {
      return Optional.empty();
    }
    int length = bytes.getInt() - 4;
    if (length < 0 || length > bytes.remaining()) {
      return Optional.empty();
    }
    Map<Character, String> fields = new HashMap<>();
    String body = StandardCharsets.UTF_8.decode(bytes.limit(bytes.position() + length)).toString();
    for (String field : body.split("\0", -1)) {
      if (!field.isEmpty()) {
        fields.put(field.charAt(0), field.substring(1));
      }
    }
    return Optional.of(new Refused(fields.getOrDefault('C', ""), fields.getOrDefault('M', "")));
  }

  /** AuthenticationCleartextPassword. */
  static ByteBuffer cleartextPassword() {
    return authentication(CLEARTEXT, "");
  }

  /** AuthenticationSASL with the one mechanism. */
  static ByteBuffer sasl(String mechanism) {
    return authentication(SASL, mechanism + "\0\0");
  }

  /** AuthenticationSASLContinue. */
  static ByteBuffer saslContinue(String data) {
    return authentication(SASL_CONTINUE, data);
  }

  /** AuthenticationSASLFinal. */
  static ByteBuffer saslFinal(String data) {
    return authentication(SASL_FINAL, data);
  }

  private static ByteBuffer authentication(int kind, String data) {
    byte[] bytes = data.getBytes(StandardCharsets.UTF_8);
    return framed('R', ByteBuffer.allocate(4 + bytes.length).putInt(kind).put(bytes).array());
  }

  private static ByteBuffer framed(char type, byte[] body) {
    return ByteBuffer.allocate(5 + body.length)
        .put((byte) type)
        .putInt(4 + body.length)
        .put(body)
        .flip();
  }
}
