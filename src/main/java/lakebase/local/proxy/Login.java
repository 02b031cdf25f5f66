package lakebase.local.proxy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/** Lets a client prove which role it is, as PostgreSQL does before its AuthenticationOk. */
final class Login {

  /** PostgreSQL's own limit for what a client may answer. */
  private static final int LONGEST_ANSWER = 65_535;

  private static final int PASSWORD = 'p';

  private final TokenCheck tokens;
  private final byte[] mockSecret = new byte[32];

  Login(TokenCheck tokens) {
    this.tokens = tokens;
    new SecureRandom().nextBytes(mockSecret);
  }

  /**
   * Returns when the client has proved that it is that role.
   *
   * @throws Refused when it is not
   */
  void check(Link client, Gate.Entry entry, String user)
      throws Refused, IOException, InterruptedException {
    Gate.LoginRole role =
        entry.role(user).orElseThrow(() -> invalid("role \"" + user + "\" does not exist"));
    switch (role.method()) {
      case NO_LOGIN -> throw invalid("role \"" + user + "\" is not permitted to log in");
      case OAUTH -> token(client, role);
      case PASSWORD -> {
        if (!entry.nativeLogin()) {
          throw invalid(
              "role \""
                  + user
                  + "\" has a password of its own, which the project does not allow to log in with"
                  + " (enable_pg_native_login is off)");
        }
        password(client, role);
      }
    }
  }

  private void token(Link client, Gate.LoginRole role) throws Refused, IOException {
    client.write(Messages.cleartextPassword());
    byte[] answer = answer(client);
    int length = answer.length - 1;
    if (length < 0 || answer[length] != 0) {
      throw violation("invalid password packet size");
    }
    if (length == 0) {
      throw new Refused(SqlState.INVALID_PASSWORD, "empty password returned by client");
    }
    String subject = tokens.subject(new String(answer, 0, length, StandardCharsets.UTF_8));
    if (!subject.equals(role.name())) {
      throw new Refused(
          SqlState.INVALID_PASSWORD,
          "authentication failed: provided authentication token was made for role \""
              + subject
              + "\", not for role \""
              + role.name()
              + "\"");
    }
  }

  private void password(Link client, Gate.LoginRole role) throws Refused, IOException {
    ScramVerifier verifier =
        role.verifier()
            .flatMap(ScramVerifier::parse)
            .orElseGet(() -> ScramVerifier.mock(mockSecret, role.name()));
    ScramExchange exchange = new ScramExchange(verifier);
    client.write(Messages.sasl(ScramExchange.MECHANISM));
    client.write(Messages.saslContinue(exchange.first(initialResponse(answer(client)))));
    try {
      String last = exchange.last(new String(answer(client), StandardCharsets.UTF_8));
      client.write(Messages.saslFinal(last));
    } catch (ScramExchange.WrongPassword e) {
      throw new Refused(
          SqlState.INVALID_PASSWORD,
          "password authentication failed for user \"" + role.name() + "\"");
    }
  }

  /** SASLInitialResponse: the mechanism, then the length and the bytes of the first message. */
  private static String initialResponse(byte[] answer) throws Refused {
    String mechanism = ScramExchange.MECHANISM;
    byte[] start = (mechanism + "\0").getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.wrap(answer);
    if (bytes.remaining() < start.length
        || !bytes.slice(0, start.length).equals(ByteBuffer.wrap(start))) {
      throw violation("client selected an invalid SASL authentication mechanism");
    }
    bytes.position(start.length);
    if (bytes.remaining() < 4 || bytes.getInt() != bytes.remaining()) {
      throw violation("malformed SCRAM message");
    }
    return StandardCharsets.UTF_8.decode(bytes).toString();
  }

  private static byte[] answer(Link client) throws Refused, IOException {
    ByteBuffer head = ByteBuffer.wrap(client.read(5));
    int type = head.get() & 0xff;
    if (type != PASSWORD) {
      throw violation("expected password response, got message type " + type);
    }
    int length = head.getInt() - 4;
    if (length < 0 || length > LONGEST_ANSWER) {
      throw violation("invalid message length");
    }
    return client.read(length);
  }

  private static Refused invalid(String message) {
    return new Refused(SqlState.INVALID_AUTHORIZATION, message);
  }

  private static Refused violation(String message) {
    return new Refused(SqlState.PROTOCOL_VIOLATION, message);
  }
}
