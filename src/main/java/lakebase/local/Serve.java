package lakebase.local;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** The local workspace alone, for any official client. */
public final class Serve {

  private Serve() {}

  /**
   * Serves until the process is stopped. Prints what a shell needs to reach the workspace, a line
   * each, and nothing else.
   *
   * @param directory where the state is
   * @param cache where PostgreSQL's programs are unpacked
   * @param port 0: any free one
   * @throws IOException when the directory cannot be made or written
   */
  public static void run(Path directory, Path cache, int port)
      throws IOException, InterruptedException {
    LocalWorkspace workspace =
        LocalWorkspace.start(LocalWorkspaceOptions.in(directory, cache).withPort(port));
    Runtime.getRuntime()
        .addShutdownHook(Thread.ofPlatform().name("local-shutdown").unstarted(workspace::close));
    print(workspace, System.out);
    new CountDownLatch(1).await();
  }

  static void print(LocalWorkspace workspace, PrintStream out) {
    out.println("export DATABRICKS_HOST=" + workspace.baseUri());
    out.println("export DATABRICKS_TOKEN=" + workspace.token().reveal());
    out.flush();
  }
}
