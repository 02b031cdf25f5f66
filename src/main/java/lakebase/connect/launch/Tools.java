package lakebase.connect.launch;

import java.io.IOException;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lakebase.connect.Login;
import lakebase.connect.Trust;

/** Opens other programs on a compute. Any thread. */
public final class Tools implements AutoCloseable {

  private final PrivateFiles files;
  private final Map<Tool, Opener> openers = new EnumMap<>(Tool.class);

  /** Those of that system. */
  public Tools(Programs programs, PrivateFiles files, Os os, InstantSource clock) {
    this.files = files;
    openers.put(Tool.PSQL, new PsqlOpener(programs, files, os));
    openers.put(Tool.DBEAVER, new DbeaverOpener(programs, files, os, clock));
    openers.put(Tool.PGADMIN, new PgadminOpener(programs, files, os, clock));
  }

  /** What was looked for and is not there, so that it cannot be opened; empty when it can. */
  public List<String> missing(Tool tool) {
    return opener(tool).missing();
  }

  /**
   * Opens it on that compute. Blocks.
   *
   * @param title what a person calls the compute
   * @param ended what a terminal says when the program has ended with an error
   * @throws LaunchException when it is not there, or cannot be started
   */
  public void open(Tool tool, Login login, Trust trust, String title, String ended)
      throws LaunchException, InterruptedException {
    try {
      opener(tool).open(login, trust, title, ended);
    } catch (IOException e) {
      throw new LaunchException(Objects.requireNonNullElse(e.getMessage(), e.toString()), e);
    }
  }

  private Opener opener(Tool tool) {
    return Objects.requireNonNull(openers.get(tool));
  }

  /** Removes the files that they have not read. */
  @Override
  public void close() {
    files.close();
  }
}
