package lakebase.auth;

import java.io.IOException;
import java.net.URI;

/** The person's browser. */
public interface Browser {

  /**
   * Shows that page.
   *
   * @throws IOException when there is no browser that would
   */
  void open(URI page) throws IOException;

  /**
   * What the browser says when it comes back from the sign-in: text, to be put into a page.
   *
   * @param signedIn whether it came back with what was asked for
   */
  String farewell(boolean signedIn);
}
