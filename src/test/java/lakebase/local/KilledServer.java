package lakebase.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import lakebase.local.engine.Pace;

/** A local workspace in a process of its own, to be killed; ends when its starter does. */
final class KilledServer {

  private KilledServer() {}

  public static void main(String[] args) throws IOException {
    Duration brief = Duration.ofMillis(15);
    Path directory = Path.of(args[0]);
    boolean isReal = args.length > 1;
    LocalWorkspace workspace =
        LocalWorkspace.start(
            isReal
                ? RealWorkspace.options(directory)
                : Workspaces.instant(directory)
                    .withPace(new Pace(brief, brief, brief, brief, brief)));
    System.out.println(workspace.baseUri());
    System.out.println(workspace.token().reveal());
    System.out.println(workspace.userName());
    System.out.flush();
    // Nothing is ever sent; the end of the stream is the end of the starter.
    int sent = System.in.readAllBytes().length;
    System.exit(sent);
  }
}
