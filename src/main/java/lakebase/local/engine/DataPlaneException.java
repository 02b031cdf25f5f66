package lakebase.local.engine;

/**
 * The data plane cannot do what was asked; the message can be shown to a person, and holds no
 * secret.
 */
public final class DataPlaneException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What it means for who asked. */
  public enum Kind {
    /** The request asks for something that cannot be: 400. */
    INVALID,
    /** There is no room: the disk is full. */
    EXHAUSTED,
    /** It went wrong here. */
    FAILED
  }

  private final Kind kind;

  /** Of that kind. */
  public DataPlaneException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  /** Of that kind, because of another. */
  public DataPlaneException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /** The request asks for something that cannot be. */
  public static DataPlaneException invalid(String message) {
    return new DataPlaneException(Kind.INVALID, message);
  }

  /** What it means for who asked. */
  public Kind kind() {
    return kind;
  }
}
