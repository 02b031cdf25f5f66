package lakebase.ui.connect;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.Function;
import lakebase.connect.Trust;
import lakebase.connect.launch.Os;
import lakebase.connect.launch.PrivateFiles;
import lakebase.connect.launch.SystemPrograms;
import lakebase.connect.launch.Tools;
import lakebase.connect.port.LocalPorts;
import lakebase.state.WorkspaceId;

/**
 * What connecting is done with; lives as long as the console, whatever its language.
 *
 * @param tools opens other programs
 * @param ports the local ports
 * @param trusts who may sign for the computes of a workspace
 * @param fx runs things on the FX thread
 */
public record ConnectServices(
    Tools tools, LocalPorts ports, Function<WorkspaceId, Trust> trusts, Executor fx)
    implements AutoCloseable {

  /** With the programs of this machine, and no port yet. */
  public static ConnectServices ofThisMachine(
      InstantSource clock, Function<WorkspaceId, Trust> trusts, Executor fx) {
    return new ConnectServices(
        new Tools(
            new SystemPrograms(System::getenv),
            new PrivateFiles(Path.of(System.getProperty("java.io.tmpdir"))),
            Os.of(System.getProperty("os.name")),
            clock),
        new LocalPorts(clock),
        trusts,
        fx);
  }

  /** Closes the ports, and removes what programs have not read. */
  @Override
  public void close() {
    ports.close();
    tools.close();
  }
}
