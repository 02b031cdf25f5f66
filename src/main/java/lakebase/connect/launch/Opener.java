package lakebase.connect.launch;

import java.io.IOException;
import java.util.List;
import lakebase.connect.Login;
import lakebase.connect.Trust;

/** Opens one program on a compute. */
interface Opener {

  /** What was looked for and is not there; empty when all is. */
  List<String> missing();

  /**
   * Opens it. Blocks.
   *
   * @param title what a person calls the compute
   * @param ended what a terminal says when the program has ended with an error
   */
  void open(Login login, Trust trust, String title, String ended)
      throws IOException, LaunchException, InterruptedException;
}
