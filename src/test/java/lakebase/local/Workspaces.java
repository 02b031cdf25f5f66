package lakebase.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import lakebase.local.engine.Pace;

/** Starts local workspaces for tests and benchmarks. */
public final class Workspaces {

  private Workspaces() {}

  /** Options of an empty workspace whose operations are done when they are answered. */
  public static LocalWorkspaceOptions instant(Path directory) {
    return LocalWorkspaceOptions.controlPlane(directory).withPace(Pace.INSTANT).withoutSample();
  }

  /** Starts a workspace. */
  public static LocalWorkspace start(LocalWorkspaceOptions options) {
    try {
      return LocalWorkspace.start(options);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
