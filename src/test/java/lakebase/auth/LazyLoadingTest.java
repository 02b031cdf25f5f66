package lakebase.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import lakebase.api.ApiException;
import lakebase.api.Connections;
import lakebase.api.Pacing;
import lakebase.model.SignIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The vendor's library and the keyring are loaded by who needs them, not by the start. */
class LazyLoadingTest {

  private static final List<String> LATE =
      List.of("com.databricks.", "com.github.javakeyring.internal.", "com.sun.net.httpserver.");

  @TempDir Path directory;

  @Test
  void openingASessionLoadsNothingOfTheVendor() throws Exception {
    assertThat(loaded("open")).doesNotContain(LATE.toArray(String[]::new));
    assertThat(loaded("token")).contains("com.databricks.sdk.core.DatabricksConfig");
  }

  private String loaded(String what) throws Exception {
    Path log = directory.resolve(what + ".log");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:file=" + log,
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName(),
                what,
                directory.toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    return Files.readString(log);
  }

  /** What the console does at its start; and, if told so, at its first token. */
  static final class Program {

    private Program() {}

    public static void main(String[] args) throws InterruptedException {
      Machine machine = new Machine(Map.of("PATH", ""), Path.of(args[1]), "Linux");
      Discovery.of(machine);
      try (Connections connections = new Connections(Pacing.standard())) {
        UnifiedSignIns signIns =
            new UnifiedSignIns(
                machine,
                new SystemSecrets(),
                account -> connections.raw(account.key(), account.certificates()),
                BrowserRobot.idle(),
                InstantSource.system());
        Session session =
            signIns.open(
                new Account(
                    "w1", URI.create("https://w1.example"), new SignIn.Profile("none"), null));
        if (args[0].equals("token")) {
          try {
            session.token();
          } catch (ApiException expected) {
            return;
          }
        }
      }
    }
  }
}
