package lakebase.connect.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import lakebase.connect.Login;
import lakebase.connect.RealCompute;
import lakebase.connect.Run;
import lakebase.connect.Target;
import lakebase.connect.Trust;
import lakebase.model.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts in the place of terminals and tools tell what they were given. */
final class ToolsTest {

  private static final String TOKEN = "eyJraWQiOiJrMSJ9.eyJzdWIiOiJhIn0.planted-secret";
  private static final Target ODD =
      new Target("127.0.0.1", 5432, "it's; touch /tmp/x", "first.last+x@example.com $(id) \"");

  @TempDir private Path home;

  private Path bin;
  private Path made;
  private PrivateFiles files;
  private Tools tools;

  @BeforeEach
  void prepare() throws IOException {
    assumeTrue(Run.has("sh"), "no POSIX shell here");
    bin = Files.createDirectories(home.resolve("bin"));
    made = Files.createDirectories(home.resolve("made"));
    files = new PrivateFiles(made);
    tools = tools(Os.LINUX);
  }

  @AfterEach
  void close() {
    tools.close();
  }

  private Tools tools(Os os) {
    Map<String, String> variables = Map.of("PATH", bin.toString(), "PGADMIN_HOME", home.toString());
    return new Tools(new SystemPrograms(variables::get), files, os, Clock.systemUTC());
  }

  private static Login login(Target target) {
    return new Login(target, new Secret(TOKEN), RealCompute.later());
  }

  private void script(String name, String text) throws IOException {
    Path file = bin.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + text + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }

  /** Records arguments, environment and all files that it can see, then goes on. */
  private String recording(String name, String then) {
    return """
    { for one in "$@"; do printf '<%%s>\\n' "$one"; done; } > '%1$s/%2$s.arguments'
    env > '%1$s/%2$s.environment'
    ls -lR '%3$s' > '%1$s/%2$s.files'
    %4$s
    : > '%1$s/%2$s.done'
    """
        .formatted(home, name, made, then);
  }

  private String recorded(String name) throws IOException {
    return Files.readString(home.resolve(name));
  }

  private static void until(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("still waiting for " + what).isLessThan(end);
      LockSupport.parkNanos(5_000_000);
    }
  }

  private void waitFor(String name) {
    until(name, () -> Files.exists(home.resolve(name + ".done")));
  }

  private boolean nothingIsLeft() {
    try (Stream<Path> left = Files.list(made)) {
      return left.findAny().isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void psqlGetsThePasswordByItsEnvironmentAlone() throws Exception {
    script("x-terminal-emulator", recording("terminal", "\"$2\" </dev/null >/dev/null"));
    script("psql", recording("psql", ""));
    tools.open(Tool.PSQL, login(ODD), Trust.SYSTEM, "Shop", "ended");
    waitFor("terminal");
    assertThat(recorded("terminal.arguments")).startsWith("<-e>\n</").doesNotContain("planted");
    assertThat(recorded("terminal.environment")).doesNotContain("planted");
    assertThat(recorded("terminal.files"))
        .contains("drwx------", "-rw-------", "-rwx------", "password");
    assertThat(recorded("psql.arguments"))
        .doesNotContain("planted")
        .contains("dbname='it\\'s; touch /tmp/x'")
        .contains("user='first.last+x@example.com $(id) \"'")
        .contains("sslmode=require");
    assertThat(recorded("psql.environment")).contains("PGPASSWORD=" + TOKEN + "\n");
    // Gone before psql was started, not when it ended.
    assertThat(recorded("psql.files")).doesNotContain("password", "connect.command");
    assertThat(nothingIsLeft()).isTrue();
  }

  @Test
  void psqlInATerminalIsConnectedToARealCompute(@TempDir Path workspace) throws Exception {
    assumeTrue(Run.has("psql"), "no psql here");
    Path real = new SystemPrograms(System::getenv).find("psql").orElseThrow();
    script("psql", "exec '" + real + "' \"$@\"");
    try (RealCompute compute = RealCompute.start(workspace)) {
      script(
          "xterm",
          recording(
              "terminal",
              "printf '%s\\n' 'select current_user, 6 * 7;' '\\! ps -eo args | grep -v grep |"
                  + " grep -c eyJ' | PATH=\"$PATH:/usr/bin:/bin\" \"$2\" > '"
                  + home.resolve("said")
                  + "' 2>&1"));
      Login login = compute.login();
      tools.open(Tool.PSQL, login, compute.trust(), "Shop", "ended");
      waitFor("terminal");
      assertThat(recorded("said"))
          .contains(compute.workspace.userName())
          .contains("42")
          .containsPattern("\\n0\\s");
      assertThat(nothingIsLeft()).isTrue();
    }
  }

  @Test
  void aTerminalSaysThatPsqlEndedWithAnError() throws Exception {
    script(
        "konsole",
        recording("terminal", "\"$2\" </dev/null > '" + home.resolve("said") + "' 2>&1"));
    script("psql", "exit 2");
    tools.open(Tool.PSQL, login(ODD), Trust.SYSTEM, "Shop", "It's over. 100 %");
    waitFor("terminal");
    assertThat(recorded("said")).contains("It's over. 100 %");
  }

  @Test
  void saysWhatItLookedFor() {
    assertThat(tools.missing(Tool.PSQL)).contains("psql", "x-terminal-emulator", "xterm");
    assertThat(tools.missing(Tool.DBEAVER)).contains("dbeaver", "dbeaver-ce");
    assertThat(tools.missing(Tool.PGADMIN))
        .containsExactly(home.resolve("web/setup.py").toString());
    assertThatThrownBy(() -> tools.open(Tool.PSQL, login(ODD), Trust.SYSTEM, "Shop", "ended"))
        .isInstanceOf(LaunchException.class);
    assertThat(nothingIsLeft()).isTrue();
  }

  @Test
  void theChosenTerminalComesFirst() {
    Programs programs =
        new SystemPrograms(Map.of("PATH", bin.toString(), "TERMINAL", "kitty")::get);
    assertThat(Terminals.names(programs))
        .startsWith("kitty", "x-terminal-emulator")
        .doesNotHaveDuplicates();
  }

  @Test
  void aTerminalOnMacIsGivenAFile() throws Exception {
    tools = tools(Os.MAC);
    script("psql", ":");
    Path open = home.resolve("opened");
    Programs recorded = recordingPrograms(open);
    new PsqlOpener(recorded, files, Os.MAC).open(login(ODD), Trust.SYSTEM, "Shop", "ended");
    assertThat(Files.readString(open)).startsWith("open -a Terminal /").endsWith(".command {}");
  }

  @Test
  void psqlOnWindowsGetsAllByItsEnvironment() throws Exception {
    script("psql", ":");
    Path open = home.resolve("opened");
    new PsqlOpener(recordingPrograms(open), files, Os.WINDOWS)
        .open(login(ODD), Trust.SYSTEM, "Shop", "ended");
    String started = Files.readString(open);
    assertThat(started.substring(0, started.indexOf('{')))
        .isEqualTo("cmd.exe /c start Lakebase Console cmd.exe /k psql ");
    assertThat(started).contains("PGPASSWORD=" + TOKEN).contains("PGUSER=" + ODD.user());
    assertThat(nothingIsLeft()).isTrue();
  }

  /** Those of another system cannot be started here. */
  private Programs recordingPrograms(Path into) {
    return new Programs() {
      @Override
      public Optional<Path> find(String name) {
        return Optional.of(bin.resolve(name));
      }

      @Override
      public Process start(List<String> command, Map<String, String> environment)
          throws IOException {
        Files.writeString(into, String.join(" ", command) + " " + environment);
        return new ProcessBuilder("sh", "-c", ":").start();
      }

      @Override
      public String variable(String name) {
        return "";
      }
    };
  }

  @Test
  void dbeaverReadsThePasswordFromAFile() throws Exception {
    script("dbeaver-ce", recording("dbeaver", "cat \"$PGPASSFILE\" > '" + home + "/read'"));
    Target target = new Target("ep-1.example.com", 5432, "shop", "first.last+x@example.com");
    tools.open(Tool.DBEAVER, login(target), Trust.SYSTEM, "Shop | primary", "ended");
    waitFor("dbeaver");
    assertThat(recorded("dbeaver.arguments"))
        .doesNotContain("planted")
        .contains("|host=ep-1.example.com|port=5432|database=shop|user=first.last+x@example.com|")
        .contains("name=Shop / primary|")
        .contains("auth=postgres_pgpass");
    assertThat(recorded("dbeaver.environment")).doesNotContain("planted");
    assertThat(recorded("dbeaver.files")).contains("-rw-------");
    assertThat(recorded("read"))
        .isEqualTo("ep-1.example.com:5432:shop:first.last+x@example.com:" + TOKEN + "\n");
    assertThat(nothingIsLeft()).isFalse();
    tools.close();
    assertThat(nothingIsLeft()).isTrue();
  }

  @Test
  void aPasswordFileIsGoneWhenTheTokenExpires() throws Exception {
    script("dbeaver", recording("dbeaver", ""));
    Login brief =
        new Login(
            new Target("h", 5432, "d", "u"),
            new Secret(TOKEN),
            Instant.now().plus(Duration.ofMillis(300)));
    tools.open(Tool.DBEAVER, brief, Trust.SYSTEM, "Shop", "ended");
    until("the file to be removed", this::nothingIsLeft);
  }

  @Test
  void aNameThatDbeaverCannotBeToldIsRefused() throws IOException {
    script("dbeaver", recording("dbeaver", ""));
    Target target = new Target("h", 5432, "a|password=x", "u");
    assertThatThrownBy(() -> tools.open(Tool.DBEAVER, login(target), Trust.SYSTEM, "Shop", "ended"))
        .isInstanceOf(LaunchException.class);
    assertThat(nothingIsLeft()).isTrue();
  }

  @Test
  void pgadminGetsADefinitionWithoutThePassword() throws Exception {
    script("../venv/bin/python3", recording("python", "cat \"$3\" > '" + home + "/read'"));
    script("../web/setup.py", "");
    tools.open(Tool.PGADMIN, login(ODD), Trust.SYSTEM, "Shop \"x\"", "ended");
    assertThat(recorded("python.arguments")).contains("<load-servers>").doesNotContain("planted");
    String definition = recorded("read");
    assertThat(definition)
        .contains("\"Name\": \"Shop \\\"x\\\"\"")
        .contains("\"Username\": \"first.last+x@example.com $(id) \\\"\"")
        .doesNotContain("planted");
    String passfile = definition.replaceAll("(?s).*\"passfile\": \"([^\"]*)\".*", "$1");
    assertThat(Files.readString(Path.of(passfile))).endsWith(":" + TOKEN + "\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(passfile))))
        .isEqualTo("rw-------");
    tools.close();
    assertThat(nothingIsLeft()).isTrue();
  }

  @Test
  void whatAKilledConsoleHasLeftIsSweptAndNothingElse() throws Exception {
    FileTime old = FileTime.from(Instant.now().minus(Duration.ofHours(2)));
    Path left = Files.createDirectories(made.resolve("lakebase-console-1"));
    Files.writeString(left.resolve("pgpass"), "old");
    Files.setLastModifiedTime(left, old);
    Path others = Files.createDirectories(made.resolve("others"));
    Files.setLastModifiedTime(others, old);
    Path fresh = Files.createDirectories(made.resolve("lakebase-console-2"));
    Path linked = Files.createDirectories(home.resolve("linked"));
    Files.writeString(linked.resolve("mine"), "mine");
    Files.createSymbolicLink(made.resolve("lakebase-console-3"), linked);
    try (PrivateFiles next = new PrivateFiles(made)) {
      until("the old directory to go", () -> !Files.exists(left));
      assertThat(next).isNotNull();
    }
    assertThat(others).exists();
    assertThat(fresh).exists();
    assertThat(linked.resolve("mine")).exists();
  }

  @Test
  void aFailedImportLeavesNothing() throws Exception {
    script("../venv/bin/python3", "exit 3");
    script("../web/setup.py", "");
    assertThatThrownBy(() -> tools.open(Tool.PGADMIN, login(ODD), Trust.SYSTEM, "Shop", "ended"))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("3");
    assertThat(nothingIsLeft()).isTrue();
  }
}
