package lakebase.local.proxy;

/** A connection that is not let in; the client gets the message as a FATAL error of PostgreSQL. */
public final class Refused extends Exception {

  private static final long serialVersionUID = 1L;

  private final String sqlState;

  /**
   * With what the client is told.
   *
   * @param sqlState the error's code, for example {@code 28P01}
   */
  public Refused(String sqlState, String message) {
    super(message);
    this.sqlState = sqlState;
  }

  /** The error's code. */
  public String sqlState() {
    return sqlState;
  }
}
