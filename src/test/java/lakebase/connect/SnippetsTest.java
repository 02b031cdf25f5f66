package lakebase.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import lakebase.model.EndpointName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The programs run, against a real workspace and compute. Java has all that it needs here; what the
 * others need beside their language is replaced by a module that tells what it was given.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SnippetsTest {

  private static final String GROUP = "it's a \"group\" \\ über";

  private RealCompute compute;

  @TempDir private Path directory;

  @BeforeAll
  void start(@TempDir Path home) throws InterruptedException {
    compute = RealCompute.start(home);
    compute.group("odd", GROUP);
  }

  @AfterAll
  void close() {
    compute.close();
  }

  static List<TextKind> programs() {
    return List.of(TextKind.values()).stream().filter(TextKind::isProgram).toList();
  }

  private Target own() throws InterruptedException {
    return compute.target(compute.workspace.userName(), RealCompute.DATABASE);
  }

  private Map<String, String> signedIn() {
    return Map.of(
        "DATABRICKS_HOST",
        compute.workspace.baseUri().toString(),
        "DATABRICKS_TOKEN",
        compute.workspace.token().reveal(),
        "DATABRICKS_CONFIG_FILE",
        directory.resolve("none").toString());
  }

  @Test
  void theJavaProgramCompilesAndConnects() throws Exception {
    Path source = directory.resolve("Connect.java");
    Files.writeString(source, Snippets.java(own(), compute.minting("")));
    JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
    String path = System.getProperty("java.class.path");
    StringWriter said = new StringWriter();
    boolean compiled =
        compiler
            .getTask(
                said,
                null,
                null,
                List.of("-proc:none", "-cp", path, "-d", directory.toString()),
                null,
                compiler
                    .getStandardFileManager(null, null, null)
                    .getJavaFileObjects(source.toFile()))
            .call();
    assertThat(compiled).as(said.toString()).isTrue();
    Run.Ended ended =
        Run.in(
            directory,
            signedIn(),
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                directory + System.getProperty("path.separator") + path,
                "Connect"));
    assertThat(ended.output()).contains("PostgreSQL 1");
    assertThat(ended.status()).isZero();
  }

  @ParameterizedTest
  @MethodSource("programs")
  void aProgramIsTheSameForEverybodyAndNamesNoSecret(TextKind kind) throws InterruptedException {
    String text = kind.text(compute.login(), compute.minting(""), Shell.POSIX);
    assertThat(text)
        .contains(compute.endpoint.toString())
        .contains(compute.workspace.baseUri().toString())
        .doesNotContain("eyJ")
        .doesNotContain(compute.workspace.token().reveal());
  }

  private static final String FAKE_SDK =
      """
      import json, os, urllib.request

      class Credential:
          def __init__(self, token):
              self.token = token

      class Postgres:
          def generate_database_credential(self, **body):
              request = urllib.request.Request(
                  os.environ["DATABRICKS_HOST"] + "/api/2.0/postgres/credentials",
                  data=json.dumps(body).encode(),
                  headers={
                      "Authorization": "Bearer " + os.environ["DATABRICKS_TOKEN"],
                      "Content-Type": "application/json",
                  },
              )
              return Credential(json.load(urllib.request.urlopen(request))["token"])

      class WorkspaceClient:
          postgres = Postgres()
      """;

  private static final String FAKE_PSYCOPG =
      """
      class Connection:
          def __init__(self, arguments):
              self.arguments = arguments

          def __enter__(self):
              return self

          def __exit__(self, *ignored):
              pass

          def execute(self, sql):
              return self

          def fetchone(self):
              given = self.arguments
              token = given["password"][:3] + str(given["password"].count("."))
              names = ["host", "port", "dbname", "user", "sslmode"]
              return ["|".join([str(given[name]) for name in names] + [token])]

      def connect(**arguments):
          return Connection(arguments)
      """;

  private static final String FAKE_SQLALCHEMY =
      """
      class URL:
          @staticmethod
          def create(driver, **given):
              return given

      class Result:
          def __init__(self, text):
              self.text = text

          def scalar(self):
              return self.text

      class Engine:
          def __init__(self, given):
              self.given = given
              self.hook = None

          def connect(self):
              return self

          def __enter__(self):
              return self

          def __exit__(self, *ignored):
              pass

          def execute(self, sql):
              parameters = {}
              self.hook(None, None, [], parameters)
              token = parameters["password"][:3] + str(parameters["password"].count("."))
              names = ["host", "port", "database", "username"]
              values = [str(self.given[name]) for name in names]
              return Result("|".join(values + [self.given["query"]["sslmode"], token]))

      def create_engine(url):
          return Engine(url)

      class event:
          @staticmethod
          def listens_for(engine, name):
              assert name == "do_connect"
              def keep(function):
                  engine.hook = function
                  return function
              return keep

      def text(sql):
          return sql
      """;

  private void python(String text, String group) throws IOException, InterruptedException {
    assumeTrue(Run.has("python3"), "no Python here");
    Path sdk = Files.createDirectories(directory.resolve("databricks/sdk"));
    Files.writeString(sdk.resolve("__init__.py"), FAKE_SDK);
    Files.writeString(directory.resolve("psycopg.py"), FAKE_PSYCOPG);
    Files.writeString(directory.resolve("sqlalchemy.py"), FAKE_SQLALCHEMY);
    Files.writeString(directory.resolve("snippet.py"), text);
    expect(Run.in(directory, signedIn(), List.of("python3", "snippet.py")), group);
  }

  private void expect(Run.Ended ended, String group) throws InterruptedException {
    Target target = compute.target(group, group);
    assertThat(ended.output())
        .isEqualTo(
            target.host()
                + "|"
                + target.port()
                + "|"
                + target.database()
                + "|"
                + target.user()
                + "|require|eyJ2");
    assertThat(ended.status()).isZero();
  }

  @Test
  void psycopgGetsATokenOfItsOwn() throws Exception {
    python(Snippets.psycopg(compute.target(GROUP, GROUP), compute.minting(GROUP)), GROUP);
  }

  @Test
  void sqlAlchemyGetsATokenForEachConnection() throws Exception {
    python(Snippets.sqlAlchemy(compute.target(GROUP, GROUP), compute.minting(GROUP)), GROUP);
  }

  @Test
  void nodeGetsATokenOfItsOwn() throws Exception {
    assumeTrue(Run.has("node"), "no Node here");
    Path pg = Files.createDirectories(directory.resolve("node_modules/pg"));
    Files.writeString(pg.resolve("package.json"), "{\"main\": \"index.js\"}");
    Files.writeString(
        pg.resolve("index.js"),
        """
        exports.Pool = class {
          constructor(given) { this.given = given; }
          async query() {
            const password = await this.given.password();
            const { host, port, database, user, ssl } = this.given;
            const token = password.slice(0, 3) + (password.split(".").length - 1);
            const tls = ssl ? "require" : "no";
            return { rows: [{ version: [host, port, database, user, tls, token].join("|") }] };
          }
          async end() {}
        };
        """);
    Path file = directory.resolve("snippet.mjs");
    Files.writeString(file, Snippets.node(compute.target(GROUP, GROUP), compute.minting(GROUP)));
    expect(Run.in(directory, signedIn(), List.of("node", "snippet.mjs")), GROUP);
  }

  @Test
  void theGoProgramIsWrittenOut() {
    Target target = new Target("ep-1.example.com", 5432, "my db", "first.last+x@example.com");
    Minting minting =
        new Minting(
            "https://example.com",
            EndpointName.parse("projects/shop/branches/production/endpoints/primary"),
            "");
    assertThat(Snippets.go(target, minting))
        .contains("\tworkspace, err := databricks.NewWorkspaceClient()\n")
        .contains(
            "\tconfig, err := pgxpool.ParseConfig(\"postgresql://first.last%2Bx%40example.com"
                + "@ep-1.example.com:5432/my%20db?sslmode=require\")\n")
        .contains("\t\t\tEndpoint: \"projects/shop/branches/production/endpoints/primary\",\n")
        .contains("\t\tconnection.Password = credential.Token\n");
  }

  @Test
  void onlyPythonAndNodeCanAskForAGroup() {
    Minting group = compute.minting("analysts");
    assertThat(programs().stream().filter(kind -> kind.isPossible(group)))
        .containsExactly(TextKind.PSYCOPG, TextKind.SQLALCHEMY, TextKind.NODE);
    assertThat(Snippets.psycopg(new Target("h", 1, "d", "u"), compute.minting("")))
        .doesNotContain("group_name");
  }
}
