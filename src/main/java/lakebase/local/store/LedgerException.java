package lakebase.local.store;

/** The workspace's state cannot be opened, read or written; the message says which and why. */
public final class LedgerException extends RuntimeException {

  private static final long serialVersionUID = 1;

  LedgerException(String message, Throwable cause) {
    super(message, cause);
  }

  LedgerException(String message) {
    super(message);
  }
}
