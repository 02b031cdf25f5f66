package lakebase.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import lakebase.model.EndpointName;
import lakebase.model.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each text is read back by the rules of what reads it. */
final class ConnectTextsTest {

  static final String TOKEN = "eyJraWQiOiJrMSJ9.eyJzdWIiOiJhIn0.c2ln_bmF0-dXJl";

  private static final EndpointName PRIMARY =
      EndpointName.parse("projects/shop/branches/production/endpoints/primary");
  private static final Minting MINTING = new Minting("https://example.com", PRIMARY, "");

  @TempDir private Path directory;

  static Stream<String> names() {
    return Stream.of(
        "admin@local",
        "first.last+x@example.com",
        "it's a \"group\" of 100 %",
        "back\\slash 'quoted'",
        "$HOME `id` $(id) ! #x",
        "a:b/c?d#e&f=g;h|i,j",
        "Übergröße → 表 😀",
        " leads and trails ");
  }

  private static Login login(String name) {
    return new Login(
        new Target("ep-1.database.example.com", 5432, name + "db", name),
        new Secret(TOKEN),
        Instant.MAX);
  }

  @ParameterizedTest
  @MethodSource("names")
  void theUriIsReadByJava(String name) {
    URI uri = URI.create(ConnectTexts.uri(login(name)));
    String[] user = Objects.requireNonNull(uri.getRawUserInfo()).split(":", -1);
    assertThat(decoded(user[0])).isEqualTo(name);
    assertThat(decoded(user[1])).isEqualTo(TOKEN);
    assertThat(uri.getHost()).isEqualTo("ep-1.database.example.com");
    assertThat(uri.getPort()).isEqualTo(5432);
    assertThat(decoded(uri.getRawPath().substring(1))).isEqualTo(name + "db");
    assertThat(uri.getRawQuery()).isEqualTo("sslmode=require");
  }

  /** A plus stands for itself in a URI, so that it must not be written as one. */
  private static String decoded(String part) {
    assertThat(part).doesNotContain("+");
    return URLDecoder.decode(part, StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @MethodSource("names")
  void theJdbcUrlIsReadByTheDriver(String name) throws SQLException {
    assertThat(parsed(ConnectTexts.jdbcUrl(login(name))))
        .containsEntry("PGHOST", "ep-1.database.example.com")
        .containsEntry("PGPORT", "5432")
        .containsEntry("PGDBNAME", name + "db")
        .containsEntry("user", name)
        .containsEntry("password", TOKEN)
        .containsEntry("sslmode", "require");
  }

  /** As the driver reads it. */
  private static Map<String, String> parsed(String url) throws SQLException {
    Map<String, String> read = new HashMap<>();
    for (DriverPropertyInfo info :
        DriverManager.getDriver(url).getPropertyInfo(url, new Properties())) {
      if (info.value != null) {
        read.put(info.name, info.value);
      }
    }
    return read;
  }

  @ParameterizedTest
  @MethodSource("names")
  void thePropertiesAreReadByJava(String name) throws Exception {
    String text = ConnectTexts.jdbcProperties(login(name));
    assertThat(text).matches("\\p{ASCII}*");
    Properties read = new Properties();
    read.load(new StringReader(text));
    assertThat(read).containsEntry("user", name).containsEntry("password", TOKEN).hasSize(3);
    assertThat(parsed(read.getProperty("url"))).containsEntry("PGDBNAME", name + "db");
  }

  @ParameterizedTest
  @MethodSource("names")
  void thePasswordFileIsReadByItsRules(String name) {
    String line = ConnectTexts.pgpass(login(name));
    assertThat(line).endsWith("\n");
    assertThat(fields(line.substring(0, line.length() - 1)))
        .containsExactly("ep-1.database.example.com", "5432", name + "db", name, TOKEN);
  }

  /** As libpq reads it: a colon ends a field unless a backslash is before it. */
  private static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    for (int at = 0; at < line.length(); at++) {
      char one = line.charAt(at);
      if (one == '\\') {
        field.append(line.charAt(++at));
      } else if (one == ':') {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(one);
      }
    }
    fields.add(field.toString());
    return fields;
  }

  @ParameterizedTest
  @MethodSource("names")
  void theEnvFileIsReadByTheShell(String name) throws IOException, InterruptedException {
    assumeTrue(Run.has("sh"), "no POSIX shell here");
    Files.writeString(directory.resolve("env"), ConnectTexts.env(login(name)));
    Run.Ended ended =
        Run.shell(
            directory,
            Map.of(),
            "set -a; . ./env; printf '%s|' \"$PGHOST\" \"$PGPORT\" \"$PGDATABASE\" \"$PGUSER\""
                + " \"$PGPASSWORD\" \"$PGSSLMODE\"");
    assertThat(ended.output())
        .isEqualTo(
            String.join(
                    "|", "ep-1.database.example.com", "5432", name + "db", name, TOKEN, "require")
                + "|");
  }

  @ParameterizedTest
  @MethodSource("names")
  void thePsqlCommandGivesOneArgumentWithoutThePassword(String name)
      throws IOException, InterruptedException {
    assumeTrue(Run.has("sh"), "no POSIX shell here");
    Path psql = directory.resolve("psql");
    Files.writeString(psql, "#!/bin/sh\nprintf '%s\\n' \"$#\" \"$PGPASSWORD\" \"$1\"\n");
    assertThat(psql.toFile().setExecutable(true)).isTrue();
    Run.Ended ended =
        Run.shell(
            directory,
            Map.of("PATH", directory + ":" + System.getenv("PATH")),
            ConnectTexts.psql(login(name), Shell.POSIX));
    List<String> lines = ended.output().lines().toList();
    assertThat(lines.subList(0, 2)).containsExactly("1", TOKEN);
    assertThat(conninfo(lines.get(2)))
        .containsEntry("user", name)
        .containsEntry("dbname", name + "db")
        .containsEntry("sslmode", "require");
  }

  /** As libpq reads it. */
  private static Map<String, String> conninfo(String text) {
    Map<String, String> values = new HashMap<>();
    int at = 0;
    while (at < text.length()) {
      int equals = text.indexOf('=', at);
      String name = text.substring(at, equals);
      StringBuilder value = new StringBuilder();
      at = equals + 1;
      boolean quoted = at < text.length() && text.charAt(at) == '\'';
      at += quoted ? 1 : 0;
      while (at < text.length() && text.charAt(at) != (quoted ? '\'' : ' ')) {
        at += text.charAt(at) == '\\' ? 1 : 0;
        value.append(text.charAt(at++));
      }
      at += quoted ? 2 : 1;
      values.put(name, value.toString());
    }
    return values;
  }

  @Test
  void powerShellTakesQuotesOfAllKindsForItself() {
    Login login = login("o'neill ‘x’");
    assertThat(ConnectTexts.psql(login, Shell.POWERSHELL))
        .isEqualTo(
            "$env:PGPASSWORD='"
                + TOKEN
                + "'; psql 'host=ep-1.database.example.com port=5432"
                + " dbname=''o\\''neill ‘‘x’’db'' user=''o\\''neill ‘‘x’’'' sslmode=require'");
  }

  @Test
  void theServiceEntryOutlivesTheToken() {
    assertThat(ConnectTexts.service(login("admin@local").target(), PRIMARY))
        .isEqualTo(
            """
            [lakebase-shop-production-primary]
            host=ep-1.database.example.com
            port=5432
            dbname=admin@localdb
            user=admin@local
            sslmode=require
            """);
  }

  @Test
  void anAddressOfVersionSixIsInBrackets() throws SQLException {
    Login login = new Login(new Target("fd00::1", 5432, "d", "u"), new Secret(TOKEN), Instant.MAX);
    assertThat(ConnectTexts.uri(login)).contains("@[fd00::1]:5432/d");
    assertThat(parsed(ConnectTexts.jdbcUrl(login))).containsEntry("PGHOST", "[fd00::1]");
    assertThat(ConnectTexts.pgpass(login)).startsWith("fd00\\:\\:1:5432:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "two\nlines", "bell\u0007", "nul\0", "del\u007f"})
  void aNameThatBeginsAnotherSettingIsRefused(String name) {
    assertThat(Target.isUsable(name)).isFalse();
    assertThatThrownBy(() -> new Target("host", 5432, "db", name))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @EnumSource(TextKind.class)
  void onlyASecretTextTellsThePasswordAndAMaskedOneNever(TextKind kind) {
    Login login = login("admin@local");
    for (Shell shell : Shell.values()) {
      assertThat(kind.text(login, MINTING, shell).contains(TOKEN)).isEqualTo(kind.isSecret());
      String masked = kind.masked(login, MINTING, shell, "•••");
      assertThat(masked).doesNotContain(TOKEN).doesNotContain("Token".repeat(5));
      assertThat(masked.contains("•••")).isEqualTo(kind.isSecret());
    }
  }
}
