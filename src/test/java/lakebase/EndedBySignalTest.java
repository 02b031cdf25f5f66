package lakebase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import lakebase.local.RealWorkspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The console is told to end by a signal, as by Ctrl+C in the terminal that it was started from or
 * at the end of a session: its servers end with it, and not at its next start.
 */
class EndedBySignalTest {

  @TempDir Path home;

  @Test
  void noServerOutlivesAConsoleThatIsToldToEnd() throws IOException, InterruptedException {
    Process console = open();
    try {
      RealWorkspace.until("a server", () -> !RealWorkspace.servers(home).isEmpty());
      console.destroy();
      assertThat(console.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(RealWorkspace.servers(home)).isEmpty();
    } finally {
      console.destroyForcibly().waitFor();
    }
  }

  private Process open() throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--module-path",
                System.getProperty("jdk.module.path"),
                "--add-modules",
                "javafx.controls",
                "--enable-native-access=javafx.graphics,ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "-D" + Directories.HOME + "=" + home,
                "-cp",
                System.getProperty("java.class.path"),
                OpenedConsole.class.getName()))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
