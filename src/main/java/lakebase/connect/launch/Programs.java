package lakebase.connect.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The programs of this machine. Any thread. */
public interface Programs {

  /** The program of that name on the path, or at that absolute path. */
  Optional<Path> find(String name);

  /**
   * Starts a program, whose output nobody reads.
   *
   * @param environment what is added to this process's own
   * @throws IOException when it cannot be started
   */
  Process start(List<String> command, Map<String, String> environment) throws IOException;

  /** The value of that variable of this process; empty when it has none. */
  String variable(String name);
}
