package lakebase.local.proxy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a client may say first (PostgreSQL's protocol, "Start-up"), told apart as {@code
 * ProcessStartupPacket} does.
 */
sealed interface StartupPacket {

  /** The longest one PostgreSQL reads, in bytes with its length. */
  int LONGEST = 10_000;

  /** The shortest there is: a length and a code. */
  int SHORTEST = 8;

  /** Asks for TLS. */
  record Tls() implements StartupPacket {}

  /** Asks for GSSAPI encryption. */
  record Gss() implements StartupPacket {}

  /** Asks to cancel what another connection is doing. */
  record Cancel(ByteBuffer packet) implements StartupPacket {}

  /**
   * Asks to log in.
   *
   * @param packet all of it, for the server
   */
  record Login(ByteBuffer packet, Map<String, String> parameters) implements StartupPacket {

    /** The role. */
    String user() {
      return parameters.getOrDefault("user", "");
    }

    /** The database, which is named like the role when none is given. */
    String database() {
      return Optional.of(parameters.getOrDefault("database", ""))
          .filter(name -> !name.isEmpty())
          .orElse(user());
    }
  }

  /**
   * Reads a packet.
   *
   * @param packet all of it, with its length
   * @param encryptionAsked whether the client may not ask for encryption any more
   */
  static StartupPacket parse(byte[] packet, boolean encryptionAsked) throws Refused {
    ByteBuffer bytes = ByteBuffer.wrap(packet).position(4);
    int code = bytes.getInt();
    if (code == Codes.CANCEL) {
      return new Cancel(ByteBuffer.wrap(packet));
    }
    if (code == Codes.TLS && !encryptionAsked) {
      return new Tls();
    }
    if (code == Codes.GSS && !encryptionAsked) {
      return new Gss();
    }
    if (code >>> 16 != 3) {
      throw new Refused(
          SqlState.FEATURE_NOT_SUPPORTED,
          "unsupported frontend protocol %d.%d: server supports 3.0 to 3.2"
              .formatted(code >>> 16, code & 0xffff));
    }
    Map<String, String> parameters = parameters(bytes);
    if (parameters.getOrDefault("user", "").isEmpty()) {
      throw new Refused(
          SqlState.INVALID_AUTHORIZATION, "no PostgreSQL user name specified in startup packet");
    }
    return new Login(ByteBuffer.wrap(packet), parameters);
  }

  private static Map<String, String> parameters(ByteBuffer bytes) throws Refused {
    Map<String, String> parameters = new LinkedHashMap<>();
    while (bytes.hasRemaining()) {
      String name = text(bytes);
      if (name.isEmpty()) {
        if (bytes.hasRemaining()) {
          break;
        }
        return parameters;
      }
      parameters.put(name, text(bytes));
    }
    throw new Refused(
        SqlState.PROTOCOL_VIOLATION,
        "invalid startup packet layout: expected terminator as last byte");
  }

  private static String text(ByteBuffer bytes) {
    ByteBuffer text = bytes.slice();
    while (bytes.hasRemaining() && bytes.get() != 0) {
      text.position(text.position() + 1);
    }
    return StandardCharsets.UTF_8.decode(text.flip()).toString();
  }

  /** The numbers in the place of a protocol version that mean something else. */
  final class Codes {
    static final int CANCEL = 80877102;
    static final int TLS = 80877103;
    static final int GSS = 80877104;

    private Codes() {}
  }
}
