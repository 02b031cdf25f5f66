package lakebase.local.store;

/** The workspace's state cannot be opened, read or written; the message says which and why. */
public final class LedgerException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final boolean inUse;

  LedgerException(String message, Throwable cause) {
    this(message, cause, false);
  }

  private LedgerException(String message, Throwable cause, boolean inUse) {
    super(message, cause);
    this.inUse = inUse;
  }

  static LedgerException inUse(String message, Throwable cause) {
    return new LedgerException(message, cause, true);
  }

  LedgerException(String message) {
    super(message);
    inUse = false;
  }

  /** Whether another process holds the state; it can be opened once that one has ended. */
  public boolean isInUse() {
    return inUse;
  }
}
