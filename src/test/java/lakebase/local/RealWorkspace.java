package lakebase.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A local workspace with PostgreSQL under it, driven over HTTP and SQL as a client would. */
public final class RealWorkspace implements AutoCloseable {

  /** Where the programs are unpacked, once for all tests. */
  public static final Path CACHE = Path.of("target", "postgres-cache").toAbsolutePath();

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  public final LocalWorkspace workspace;
  final Http http;

  private RealWorkspace(LocalWorkspace workspace) {
    this.workspace = workspace;
    this.http = new Http(workspace);
  }

  /** Options of an empty workspace in that directory. */
  public static LocalWorkspaceOptions options(Path directory) {
    return LocalWorkspaceOptions.in(directory, CACHE).withoutSample();
  }

  static RealWorkspace start(Path directory) {
    return start(options(directory));
  }

  public static RealWorkspace start(LocalWorkspaceOptions options) {
    return new RealWorkspace(Workspaces.start(options));
  }

  /** Makes a project and gives the name of its first branch. */
  String project(String id) {
    return project(id, "{}");
  }

  public String project(String id, String body) {
    done(http.post("projects?project_id=" + id, body));
    return "projects/" + id + "/branches/production";
  }

  /** Takes a branch that never expires; more fields of its spec may be given. */
  public String branch(String source, String id, String more) {
    String project = source.substring(0, source.indexOf("/branches/"));
    done(
        http.post(
            project + "/branches?branch_id=" + id,
            "{\"spec\":{\"no_expiry\":true,\"source_branch\":\"" + source + "\"" + more + "}}"));
    return project + "/branches/" + id;
  }

  /** Deletes something for good. */
  public void remove(String name) {
    done(http.delete(name + "?purge=true"));
  }

  /** Waits for the operation, which must succeed, and gives its response. */
  JsonNode done(Http.Answer accepted) {
    JsonNode operation = ended(accepted);
    assertThat(operation.path("error").toString()).isEmpty();
    return operation.path("response");
  }

  /** Waits for the operation, however it ends. */
  JsonNode ended(Http.Answer accepted) {
    assertThat(accepted.status()).as(accepted.body().toString()).isEqualTo(200);
    String name = accepted.text("/name");
    JsonNode[] last = {accepted.body()};
    until(
        name,
        () -> {
          last[0] = http.get(name).body();
          return last[0].path("done").asBoolean();
        });
    return last[0];
  }

  /** The state of an endpoint, as the API tells it. */
  public String state(String endpoint) {
    return http.get(endpoint).text("/status/current_state");
  }

  /** Connects through the front door with a new credential. */
  public Connection connect(String endpoint) throws SQLException {
    return connect(endpoint, workspace.userName(), credential(endpoint), new Properties());
  }

  public Connection connect(String endpoint, String user, String password, Properties more)
      throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    properties.setProperty("sslmode", "require");
    properties.putAll(more);
    return DriverManager.getConnection(url(endpoint), properties);
  }

  public String url(String endpoint) {
    JsonNode hosts = http.get(endpoint).body().at("/status/hosts");
    int port = hosts.path("port").asInt(5432);
    return "jdbc:postgresql://" + hosts.path("host").asText() + ":" + port + "/databricks_postgres";
  }

  public String credential(String endpoint) {
    Http.Answer answer = http.post("credentials", "{\"endpoint\":\"" + endpoint + "\"}");
    assertThat(answer.status()).isEqualTo(200);
    return answer.text("/token");
  }

  /** Runs statements through a connection of their own. */
  public void run(String endpoint, String... sql) throws SQLException {
    try (Connection connection = connect(endpoint);
        Statement statement = connection.createStatement()) {
      for (String one : sql) {
        statement.execute(one);
      }
    }
  }

  /** The first column of the first row. */
  String ask(String endpoint, String sql) throws SQLException {
    try (Connection connection = connect(endpoint)) {
      return ask(connection, sql);
    }
  }

  public static String ask(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return String.valueOf(rows.getString(1));
    }
  }

  /** Waits for a condition. */
  public static void until(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("still waiting for " + what).isLessThan(end);
      Thread.onSpinWait();
      java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
    }
  }

  /** The bytes below a directory. */
  public static long size(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).mapToLong(RealWorkspace::sizeOf).sum();
    }
  }

  /** The processes of PostgreSQL that work below that directory. */
  public static List<ProcessHandle> servers(Path directory) {
    return ProcessHandle.allProcesses()
        .filter(process ->
            process.info().arguments().stream()
                .flatMap(Stream::of)
                .anyMatch(argument -> argument.startsWith(directory.toString())))
        .filter(process -> process.info().command().orElse("").endsWith("postgres"))
        .sorted(Comparator.comparingLong(ProcessHandle::pid))
        .toList();
  }

  private static long sizeOf(Path file) {
    try {
      return Files.size(file);
    } catch (IOException gone) {
      return 0;
    }
  }

  @Override
  public void close() {
    workspace.close();
  }
}
