package lakebase.connect.port;

/** A client is not let in; it is told why. */
final class Refused extends Exception {

  private static final long serialVersionUID = 1L;

  static final String PROTOCOL_VIOLATION = "08P01";
  static final String CANNOT_CONNECT = "08001";
  static final String REJECTED = "08004";
  static final String INVALID_PASSWORD = "28P01";
  static final String TOO_MANY = "53300";

  private final String sqlState;

  Refused(String sqlState, String message) {
    super(message, null, false, false);
    this.sqlState = sqlState;
  }

  String sqlState() {
    return sqlState;
  }

  String reason() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
