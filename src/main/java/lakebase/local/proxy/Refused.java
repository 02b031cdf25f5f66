package lakebase.local.proxy;

/** A connection that is not let in; the client gets the message as a FATAL error of PostgreSQL. */
public final class Refused extends Exception {

  private static final long serialVersionUID = 1L;

  private final String sqlState;
  private final boolean passing;

  /**
   * With what the client is told.
   *
   * @param sqlState the error's code, for example {@code 28P01}
   */
  public Refused(String sqlState, String message) {
    this(sqlState, message, false);
  }

  private Refused(String sqlState, String message, boolean passing) {
    super(message);
    this.sqlState = sqlState;
    this.passing = passing;
  }

  /** One that may be over in a moment: the client is told only if it is not over in time. */
  public static Refused forNow(String sqlState, String message) {
    return new Refused(sqlState, message, true);
  }

  /** The error's code. */
  public String sqlState() {
    return sqlState;
  }

  /** Whether it may be over in a moment. */
  public boolean isForNow() {
    return passing;
  }
}
