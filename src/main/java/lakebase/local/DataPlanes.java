package lakebase.local;

import java.io.IOException;
import java.nio.file.Path;
import lakebase.local.engine.DataPlane;
import lakebase.local.proxy.TokenCheck;

/** Makes the data plane of a workspace when it starts. */
@FunctionalInterface
public interface DataPlanes {

  /** Names of hosts and nothing behind them: the control plane alone. */
  DataPlanes NONE = (_, _) -> DataPlane.namesOnly();

  /**
   * The data plane of the workspace in that directory.
   *
   * @param tokens checks the credentials that the workspace signs
   * @throws IOException when a directory cannot be made or read
   */
  DataPlane in(Path directory, TokenCheck tokens) throws IOException;
}
