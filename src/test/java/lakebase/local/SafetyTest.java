package lakebase.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import lakebase.local.store.LedgerException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who gets in, and who gets at the files. */
class SafetyTest {

  @TempDir Path parent;
  private Path directory;
  private LocalWorkspace workspace;

  @BeforeEach
  void start() {
    directory = parent.resolve("workspace");
    workspace = Workspaces.start(Workspaces.instant(directory));
  }

  @AfterEach
  void stop() {
    workspace.close();
  }

  @Test
  void aNameThatOnlyPointsHereIsRefused() {
    for (String host :
        List.of("evil.example", "127.0.0.1.evil.example", "localhost.evil", "10.0.0.1")) {
      RawHttp.Answer answer = get("/api/2.0/postgres/projects", host);
      assertThat(answer.status()).as(host).isEqualTo(421);
      assertThat(answer.body()).startsWith("{\"error_code\":\"BAD_REQUEST\"");
      assertThat(get("/.well-known/databricks-config", host).status()).isEqualTo(421);
    }
    assertThat(get("/api/2.0/postgres/projects", "LOCALHOST:1").status()).isEqualTo(200);
  }

  @Test
  void withoutTheTokenThereIsNothing() {
    Http http = new Http(workspace);
    for (String path : List.of("projects", "/api/2.0/preview/scim/v2/Me", "/nothing", "/")) {
      assertThat(Http.exchange(http.request(path).build()).statusCode()).as(path).isEqualTo(401);
      var wrong = http.request(path).header("Authorization", "Bearer dapi0").build();
      assertThat(Http.exchange(wrong).statusCode()).as(path).isEqualTo(401);
    }
    assertThat(Http.exchange(http.request("/.well-known/databricks-config").build()).body())
        .contains(workspace.baseUri() + "/oidc");
  }

  @Test
  void noDetourLeadsAroundTheToken() {
    for (String path :
        List.of(
            "/oidc/../api/2.0/postgres/projects",
            "/.well-known/../api/2.0/postgres/projects",
            "/oidc/..;/api/2.0/postgres/projects",
            "/oidc/%2e%2e/api/2.0/postgres/projects",
            "//oidc/../api/2.0/postgres/projects")) {
      String request =
          "GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".formatted(path);
      RawHttp.Answer answer =
          RawHttp.send(workspace.baseUri(), request.getBytes(StandardCharsets.UTF_8));
      assertThat(answer.status()).as(path).isBetween(400, 499);
      assertThat(answer.body()).doesNotContain("\"projects\"");
    }
  }

  @Test
  void whoIsAskedForIsTold() {
    var me = new Http(workspace).get("/api/2.0/preview/scim/v2/Me");
    assertThat(me.text("/userName")).isEqualTo(workspace.userName());
  }

  @Test
  void filesAreTheirOwnersOnly() throws IOException {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    Http http = new Http(workspace);
    assertThat(http.get("/oidc/jwks.json").status()).isEqualTo(200);
    workspace.close();
    assertThat(permissions(directory)).isEqualTo("rwx------");
    try (Stream<Path> files = Files.list(directory)) {
      List<Path> all = files.toList();
      assertThat(all).hasSizeGreaterThanOrEqualTo(5);
      all.forEach(file -> assertThat(permissions(file)).as("%s", file).isEqualTo("rw-------"));
    }
  }

  @Test
  void oneProcessOwnsTheDirectory() {
    assertThatThrownBy(() -> Workspaces.start(Workspaces.instant(directory)))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining(directory.toString())
        .hasMessageContaining("in use");
  }

  @Test
  void aDirectoryThatCannotBeUsedIsNamed() throws IOException {
    Path file = Files.createFile(parent.resolve("file"));
    for (Path unusable : List.of(file, file.resolve("below"))) {
      assertThatThrownBy(() -> Workspaces.start(Workspaces.instant(unusable)))
          .isInstanceOf(LedgerException.class)
          .hasMessageStartingWith("The data directory " + unusable + " cannot be used (");
    }
  }

  @Test
  void aPortThatIsTakenIsNamed() {
    int port = workspace.baseUri().getPort();
    LocalWorkspaceOptions second = Workspaces.instant(parent.resolve("second")).withPort(port);
    assertThatThrownBy(() -> LocalWorkspace.start(second))
        .isInstanceOf(BindException.class)
        .hasMessage("Port " + port + " cannot be listened on.");
    workspace.close();
    workspace = Workspaces.start(second);
    assertThat(workspace.baseUri().getPort()).isEqualTo(port);
  }

  @Test
  void aShellIsToldWhereAndHowInTwoLines() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Serve.print(workspace, new PrintStream(out, true, StandardCharsets.UTF_8));
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "export DATABRICKS_HOST=" + workspace.baseUri(),
            "export DATABRICKS_TOKEN=" + workspace.token().reveal());
  }

  @Test
  void anInterruptedCallerHarmsNobody() {
    Http http = new Http(workspace);
    Thread.currentThread().interrupt();
    workspace.runDue();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(http.post("projects?project_id=shop", "{}").status()).isEqualTo(200);
    assertThat(http.get("projects/shop").status()).isEqualTo(200);
  }

  @Test
  void identityAndStateOutliveTheProcess() {
    new Http(workspace).post("projects?project_id=shop", "{}");
    workspace.close();
    LocalWorkspace next = Workspaces.start(Workspaces.instant(directory));
    assertThat(next.token()).isEqualTo(workspace.token());
    assertThat(next.clientId()).isEqualTo(workspace.clientId());
    workspace = next;
    assertThat(new Http(next).get("projects/shop").status()).isEqualTo(200);
  }

  private RawHttp.Answer get(String path, String host) {
    String request =
        "GET %s HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\nConnection: close\r\n\r\n"
            .formatted(path, host, workspace.token().reveal());
    return RawHttp.send(workspace.baseUri(), request.getBytes(StandardCharsets.UTF_8));
  }

  private static String permissions(Path path) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
