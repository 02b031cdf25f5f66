package lakebase.connect.port;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lakebase.connect.Target;

/** What a client says first. */
sealed interface Start {

  /** The longest one PostgreSQL reads. */
  int LONGEST = 10_000;

  int VERSION_3_0 = 3 << 16;
  int CANCEL = 80_877_102;
  int TLS = 80_877_103;
  int GSS = 80_877_104;

  /** Asks for encryption, which a port on loopback does not offer. */
  record Encryption() implements Start {}

  /** Asks to end what another connection is doing. */
  record Cancel(ByteBuffer body) implements Start {}

  /** Asks to log in. */
  record LogIn(int version, Map<String, String> parameters) implements Start {

    private static final String EXTENSION = "_pq_.";

    String parameter(String name) {
      return parameters.getOrDefault(name, "");
    }

    /** Whether it speaks more than is understood here; it is told so then. */
    boolean isNewer() {
      return version != VERSION_3_0 || !extensions().isEmpty();
    }

    /** Says how much is understood: version 3.0 and no extension. */
    Message negotiation() {
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      body.writeBytes(
          ByteBuffer.allocate(8).putInt(VERSION_3_0).putInt(extensions().size()).array());
      extensions().forEach(name -> text(body, name));
      return Message.of('v', body.toByteArray());
    }

    private List<String> extensions() {
      return parameters.keySet().stream().filter(name -> name.startsWith(EXTENSION)).toList();
    }

    /** The same for the compute: as its role, in the database that was asked for. */
    byte[] to(Target target) {
      Map<String, String> changed = new LinkedHashMap<>(parameters);
      changed.keySet().removeIf(name -> name.startsWith(EXTENSION));
      changed.put("user", target.user());
      changed.putIfAbsent("database", target.database());
      ByteArrayOutputStream rest = new ByteArrayOutputStream();
      changed.forEach((name, value) -> {
        text(rest, name);
        text(rest, value);
      });
      rest.write(0);
      return ByteBuffer.allocate(8 + rest.size())
          .putInt(8 + rest.size())
          .putInt(VERSION_3_0)
          .put(rest.toByteArray())
          .array();
    }

    private static void text(ByteArrayOutputStream into, String text) {
      into.writeBytes(text.getBytes(StandardCharsets.UTF_8));
      into.write(0);
    }
  }

  /**
   * Reads it.
   *
   * @param body without its length
   */
  static Start of(byte[] body) throws IOException, Refused {
    if (body.length < 4) {
      throw new IOException("invalid length of startup packet");
    }
    ByteBuffer bytes = ByteBuffer.wrap(body);
    int version = bytes.getInt();
    return switch (version) {
      case TLS, GSS -> new Encryption();
      case CANCEL -> new Cancel(ByteBuffer.wrap(body));
      default -> {
        if (version >>> 16 != 3) {
          throw new Refused(Refused.PROTOCOL_VIOLATION, "unsupported frontend protocol");
        }
        yield new LogIn(version, parameters(bytes));
      }
    };
  }

  private static Map<String, String> parameters(ByteBuffer bytes) throws Refused {
    List<String> texts = new ArrayList<>();
    while (bytes.hasRemaining()) {
      ByteBuffer text = bytes.slice();
      int length = 0;
      while (bytes.hasRemaining() && bytes.get() != 0) {
        length++;
      }
      texts.add(StandardCharsets.UTF_8.decode(text.limit(length)).toString());
    }
    if (texts.size() % 2 == 0 || !texts.getLast().isEmpty()) {
      throw new Refused(Refused.PROTOCOL_VIOLATION, "invalid startup packet layout");
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int at = 0; at + 1 < texts.size(); at += 2) {
      parameters.put(texts.get(at), texts.get(at + 1));
    }
    return parameters;
  }
}
