package lakebase.auth;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The browser that the system opens web pages with. */
public final class SystemBrowser implements Browser {

  private final Machine machine;
  private final Function<Boolean, String> farewell;

  /**
   * The one of that machine.
   *
   * @param farewell what it says in the end; told whether somebody is signed in
   */
  public SystemBrowser(Machine machine, Function<Boolean, String> farewell) {
    this.machine = machine;
    this.farewell = farewell;
  }

  /** {@inheritDoc} The address holds no secret: it may stand in a list of processes. */
  @Override
  public void open(URI page) throws IOException {
    Process opener =
        new ProcessBuilder(command(machine.system(), page))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    opener.getOutputStream().close();
  }

  @Override
  public String farewell(boolean signedIn) {
    return farewell.apply(signedIn);
  }

  static List<String> command(String system, URI page) {
    String lower = system.toLowerCase(Locale.ROOT);
    if (lower.startsWith("windows")) {
      return List.of("rundll32", "url.dll,FileProtocolHandler", page.toString());
    }
    return List.of(lower.startsWith("mac") ? "open" : "xdg-open", page.toString());
  }
}
