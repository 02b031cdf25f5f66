package lakebase.connect.port;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A message of PostgreSQL's protocol (version 3), as it is framed. */
final class Message {

  /** PostgreSQL's own limit for what is said before the log-in is done. */
  private static final int LONGEST = 65_535;

  private final char type;
  private final byte[] body;

  private Message(char type, byte[] body) {
    this.type = type;
    this.body = body;
  }

  /** A message of that type. */
  static Message of(char type, byte[] body) {
    return new Message(type, body);
  }

  char type() {
    return type;
  }

  byte[] body() {
    return body.clone();
  }

  /** Reads the next one, as far as log-ins know them. */
  static Message read(InputStream from) throws IOException {
    DataInputStream in = new DataInputStream(from);
    char type = (char) in.readUnsignedByte();
    return new Message(type, body(in, LONGEST));
  }

  /** Reads what a client says first, which has no type. */
  static byte[] readStart(InputStream from, int longest) throws IOException {
    return body(new DataInputStream(from), longest);
  }

  private static byte[] body(DataInputStream in, int longest) throws IOException {
    int length = in.readInt() - 4;
    if (length < 0 || length > longest) {
      throw new IOException("invalid length of a message: " + length);
    }
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      throw new EOFException("the other side has ended");
    }
    return body;
  }

  /** An authentication request of that kind. */
  static Message authentication(int kind, String data) {
    byte[] bytes = data.getBytes(StandardCharsets.UTF_8);
    return new Message('R', ByteBuffer.allocate(4 + bytes.length).putInt(kind).put(bytes).array());
  }

  /** The end of a connection, with its reason. */
  static Message fatal(String sqlState, String reason) {
    return text('E', "SFATAL\0VFATAL\0C" + sqlState + "\0M" + reason.replace('\0', ' ') + "\0\0");
  }

  /** A message of text alone. */
  static Message text(char type, String text) {
    return new Message(type, text.getBytes(StandardCharsets.UTF_8));
  }

  /** The kind of an authentication request. */
  int kind() {
    return body.length < 4 ? -1 : ByteBuffer.wrap(body).getInt();
  }

  /** A field of an error; empty when it has none. */
  String field(char wanted) {
    for (String field : new String(body, StandardCharsets.UTF_8).split("\0", -1)) {
      if (!field.isEmpty() && field.charAt(0) == wanted) {
        return field.substring(1);
      }
    }
    return "";
  }

  void write(OutputStream to) throws IOException {
    to.write(
        ByteBuffer.allocate(5 + body.length)
            .put((byte) type)
            .putInt(4 + body.length)
            .put(body)
            .array());
    to.flush();
  }
}
