package lakebase.wire;

import java.io.Serial;

/**
 * Some JSON is not what the contract says. Names the place and what was expected there, never the
 * content, which may hold a secret.
 */
public final class WireException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  private final String path;

  /**
   * Reports what is wrong.
   *
   * @param path the dotted path of the offending value; empty for the text as a whole
   * @param problem what was expected, without the content
   */
  public WireException(String path, String problem) {
    super(path.isEmpty() ? problem : path + ": " + problem);
    this.path = path;
  }

  /** The dotted path of the offending value; empty for the text as a whole. */
  public String path() {
    return path;
  }
}
