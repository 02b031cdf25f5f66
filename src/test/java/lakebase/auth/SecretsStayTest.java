package lakebase.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import lakebase.api.ApiException;
import lakebase.model.Secret;
import lakebase.model.SignIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever way one signs in, and fails to, no secret is found anywhere but in its keeper. */
class SecretsStayTest {

  private static final Logger ROOT = Logger.getLogger("");

  @TempDir Path directory;

  private final List<String> heard = Collections.synchronizedList(new ArrayList<>());

  private final Handler ear =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          // The server of this test runs in this process, too, and at this level tells everything.
          String name = String.valueOf(line.getLoggerName());
          if (!name.startsWith("org.eclipse.jetty") && !name.startsWith("io.javalin")) {
            heard.add(new SimpleFormatter().format(line));
          }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @Test
  void noSecretIsHeardOrWritten() throws Exception {
    List<String> secrets = new ArrayList<>();
    Path home = Files.createDirectory(directory.resolve("home"));
    Level before = ROOT.getLevel();
    ROOT.addHandler(ear);
    ROOT.setLevel(Level.FINE);
    try (Foreign foreign = new Foreign(directory, options -> options)) {
      secrets.addAll(walk(foreign, home));
      heard.add(foreign.api(foreign.open(new SignIn.AccessToken())).journal().entries().toString());
    } finally {
      ROOT.setLevel(before);
      ROOT.removeHandler(ear);
    }
    assertThat(secrets).hasSizeGreaterThan(8);
    assertThat(String.join("\n", heard)).contains("/oidc/v1/token");
    for (String secret : secrets) {
      assertThat(heard).noneMatch(text -> text.contains(secret));
      assertThat(written(home)).noneMatch(text -> text.contains(secret));
    }
  }

  private List<String> walk(Foreign foreign, Path home) throws Exception {
    List<String> secrets = new ArrayList<>();
    secrets.addAll(fail(foreign));
    secrets.add(foreign.workspace.clientSecret().reveal());
    foreign.secrets.keep("w1", SecretKind.CLIENT_SECRET, foreign.workspace.clientSecret());
    Session program = foreign.open(new SignIn.ServicePrincipal(foreign.workspace.clientId()));
    listen(() -> foreign.api(program).me());
    secrets.add(program.token().reveal());
    BrowserRobot browser = BrowserRobot.approving(foreign.workspace);
    Session person = foreign.open(new SignIn.Browser(), browser);
    person.signIn();
    listen(() -> foreign.api(person).me());
    secrets.add(person.token().reveal());
    secrets.add(refresh(foreign));
    Session again = foreign.open(new SignIn.Browser(), browser);
    secrets.add(again.token().reveal());
    secrets.add(refresh(foreign));
    heard.add(person.toString() + program + foreign.account(new SignIn.Browser()));
    Files.writeString(home.resolve("list"), foreign.machine().toString());
    foreign.secrets.keep("w1", SecretKind.ACCESS_TOKEN, foreign.workspace.token());
    Session token = foreign.open(new SignIn.AccessToken());
    listen(() -> foreign.api(token).me());
    secrets.add(foreign.workspace.token().reveal());
    person.signOut();
    heard.add(String.valueOf(browser.opened.size()));
    return secrets;
  }

  private List<String> fail(Foreign foreign) throws InterruptedException {
    List<String> wrong = List.of("planted-wrong-secret", "planted-dead-token");
    for (String planted : wrong) {
      Secret secret = new Secret(planted);
      foreign.secrets.keep("w1", SecretKind.CLIENT_SECRET, secret);
      foreign.secrets.keep("w1", SecretKind.REFRESH_TOKEN, secret);
      foreign.secrets.keep("w1", SecretKind.ACCESS_TOKEN, secret);
      for (SignIn way :
          List.of(
              new SignIn.ServicePrincipal(foreign.workspace.clientId()),
              new SignIn.Browser(),
              new SignIn.AccessToken(),
              new SignIn.Profile("none"))) {
        listen(() -> foreign.api(foreign.open(way)).me());
      }
    }
    return wrong;
  }

  private static String refresh(Foreign foreign) {
    return foreign.secrets.find("w1", SecretKind.REFRESH_TOKEN).orElseThrow().reveal();
  }

  @FunctionalInterface
  private interface Attempt {
    void run() throws InterruptedException;
  }

  /** Listens to what fails, down to its causes. */
  private void listen(Attempt attempt) throws InterruptedException {
    try {
      attempt.run();
    } catch (ApiException failed) {
      StringWriter trace = new StringWriter();
      failed.printStackTrace(new PrintWriter(trace));
      heard.add(trace + failed.failure().toString());
    }
  }

  private static List<String> written(Path home) throws Exception {
    try (Stream<Path> files = Files.walk(home)) {
      return files.filter(Files::isRegularFile).map(SecretsStayTest::text).toList();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (java.io.IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }
}
