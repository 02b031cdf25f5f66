package lakebase.connect.launch;

/** A program could not be opened; the message says why, and holds no secret. */
public final class LaunchException extends Exception {

  private static final long serialVersionUID = 1L;

  LaunchException(String message) {
    super(message);
  }

  LaunchException(String message, Exception cause) {
    super(message, cause);
  }
}
