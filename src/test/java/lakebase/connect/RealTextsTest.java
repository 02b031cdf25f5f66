package lakebase.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each text lets its reader in at a real compute, under names that need to be written with care.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RealTextsTest {

  private static final List<String> NAMES =
      List.of(
          "first.last+x@example.com",
          "it's a \"group\" of 100 %",
          "back\\slash:'x' $HOME `id`",
          "Übergröße → 表 😀");

  @TempDir private Path directory;

  private RealCompute compute;

  @BeforeAll
  void start(@TempDir Path home) throws InterruptedException {
    compute = RealCompute.start(home);
    for (int at = 0; at < NAMES.size(); at++) {
      compute.group("group-" + at, NAMES.get(at));
    }
  }

  @AfterAll
  void close() {
    compute.close();
  }

  static List<String> names() {
    return NAMES;
  }

  private static String who(Connection open) throws SQLException {
    try (Connection connection = open;
        ResultSet rows =
            connection
                .createStatement()
                .executeQuery("select current_user || '|' || current_database()")) {
      rows.next();
      return rows.getString(1);
    }
  }

  private Path write(String name, String text) throws IOException {
    Path file =
        Files.createFile(
            directory.resolve(name),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    return Files.writeString(file, text);
  }

  private static String twice(String name) {
    return name + "|" + name;
  }

  @ParameterizedTest
  @MethodSource("names")
  void theJdbcUrlConnects(String name) throws Exception {
    String url = ConnectTexts.jdbcUrl(compute.login(name));
    assertThat(who(DriverManager.getConnection(url))).isEqualTo(twice(name));
  }

  @ParameterizedTest
  @MethodSource("names")
  void thePropertiesConnect(String name) throws Exception {
    Properties properties = new Properties();
    properties.load(new StringReader(ConnectTexts.jdbcProperties(compute.login(name))));
    String url = properties.getProperty("url");
    assertThat(who(DriverManager.getConnection(url, properties))).isEqualTo(twice(name));
  }

  private static final String ASK = "select current_user || '|' || current_database()";

  private void expect(Run.Ended ended, String name) {
    assertThat(ended.output()).isEqualTo(twice(name));
    assertThat(ended.status()).isZero();
  }

  @ParameterizedTest
  @MethodSource("names")
  void theUriConnectsPsql(String name) throws Exception {
    assumeTrue(Run.has("psql"), "no psql here");
    String uri = ConnectTexts.uri(compute.login(name));
    expect(Run.in(directory, Map.of(), List.of("psql", uri, "-XAtc", ASK)), name);
  }

  @ParameterizedTest
  @MethodSource("names")
  void theCommandConnects(String name) throws Exception {
    assumeTrue(Run.has("psql") && Run.has("sh"), "no psql here");
    String command = ConnectTexts.psql(compute.login(name), Shell.POSIX);
    expect(Run.shell(directory, Map.of(), command + " -XAtc \"" + ASK + "\""), name);
  }

  @ParameterizedTest
  @MethodSource("names")
  void theEnvFileConnectsPsql(String name) throws Exception {
    assumeTrue(Run.has("psql") && Run.has("sh"), "no psql here");
    write("env", ConnectTexts.env(compute.login(name)));
    expect(Run.shell(directory, Map.of(), "set -a; . ./env; psql -XAtc \"" + ASK + "\""), name);
  }

  @ParameterizedTest
  @MethodSource("names")
  void theServiceEntryAndThePasswordFileConnectPsql(String name) throws Exception {
    assumeTrue(Run.has("psql"), "no psql here");
    Login login = compute.login(name);
    Path passwords = write("pgpass", ConnectTexts.pgpass(login));
    Path services = write("service", ConnectTexts.service(login.target(), compute.endpoint));
    expect(
        Run.in(
            directory,
            Map.of("PGPASSFILE", passwords.toString(), "PGSERVICEFILE", services.toString()),
            List.of("psql", "service=" + ConnectTexts.serviceName(compute.endpoint), "-XAtc", ASK)),
        name);
  }
}
