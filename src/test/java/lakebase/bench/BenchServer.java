package lakebase.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import lakebase.local.Generator;
import lakebase.local.LocalWorkspace;
import lakebase.local.LocalWorkspaceOptions;

/**
 * A large local workspace in a process of its own, so that the figures are the console's alone;
 * ends when its starter does.
 */
final class BenchServer {

  private BenchServer() {}

  /** Fills the directory, serves it, and prints address and token, a line each. */
  public static void main(String[] args) throws IOException {
    Path directory = Path.of(args[0]);
    Generator.fill(directory, Size.PROJECTS, Size.BRANCHES, Size.COMPUTES);
    LocalWorkspace workspace =
        LocalWorkspace.start(
            LocalWorkspaceOptions.controlPlane(directory)
                .withoutSample()
                .withLatency(Duration.ofMillis(Size.LATENCY_MILLIS)));
    System.out.println(workspace.baseUri());
    System.out.println(workspace.token().reveal());
    System.out.flush();
    // Nothing is ever sent; the end of the stream is the end of the starter.
    int sent = System.in.readAllBytes().length;
    System.exit(sent);
  }
}
