package lakebase.local.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import lakebase.local.identity.SigningKey;
import lakebase.model.EndpointName;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who comes in by the front door, and what the others are told. */
class LoginTest {

  private static final String ROLE = RealDoor.OAUTH_ROLE;
  private static final String NATIVE = "native";
  private static final String SECRET = "päss, word=1";

  @TempDir static Path directory;
  private static RealDoor door;

  @BeforeAll
  static void open() throws Exception {
    door = new RealDoor(directory, Map.of());
    door.passwordRole(NATIVE, SECRET);
  }

  @AfterAll
  static void close() throws Exception {
    door.close();
  }

  @Test
  void aTokenLogsInItsRole() throws Exception {
    try (Connection connection = door.connect()) {
      assertThat(RealDoor.query(connection, "SELECT current_user")).isEqualTo(ROLE);
      assertThat(door.door.connections(door.address)).isPositive();
    }
  }

  @Test
  void anExpiredTokenIsToldWhen() {
    refused(ROLE, door.token(ROLE, Duration.ofSeconds(-5)), "28P01")
        .hasMessageContaining("authentication token expired at");
  }

  @Test
  void aTokenOfAnotherKeyIsToldSo() throws Exception {
    SigningKey other = new SigningKey(directory.resolve("tls"), () -> RealDoor.ISSUER);
    refused(ROLE, signed(other), "28P01").hasMessageContaining("not signed by this workspace");
  }

  @Test
  void aTokenOfAnotherIssuerIsToldSo() throws Exception {
    SigningKey same = new SigningKey(directory, () -> "http://elsewhere/oidc");
    refused(ROLE, signed(same), "28P01").hasMessageContaining("made by another issuer");
  }

  private static String signed(SigningKey key) {
    return key.sign(
        ROLE,
        EndpointName.parse("projects/p/branches/b/endpoints/e"),
        Instant.now(),
        Instant.now().plusSeconds(60));
  }

  @Test
  void whatIsNoTokenIsToldSoAndNotRepeated() {
    refused(ROLE, "dapi-secret", "28P01")
        .hasMessageContaining("Provided authentication token is not a valid JWT encoding")
        .hasMessageNotContaining("dapi-secret");
  }

  @Test
  void aTokenOfAnotherRoleNamesBoth() {
    refused(ROLE, door.token("else@example.com", Duration.ofMinutes(5)), "28P01")
        .hasMessageContaining("else@example.com")
        .hasMessageContaining(ROLE);
  }

  @Test
  void anUnknownRoleIsToldSo() {
    refused("nobody", door.token(), "28000").hasMessageContaining("role \"nobody\" does not exist");
  }

  @Test
  void aRoleWithoutLoginIsToldSo() {
    door.roles.put("group", new Gate.LoginRole("group", Gate.Method.NO_LOGIN, Optional.empty()));
    refused("group", door.token(), "28000")
        .hasMessageContaining("role \"group\" is not permitted to log in");
  }

  @Test
  void aPasswordLogsInWhereTheProjectAllowsIt() throws Exception {
    try (Connection connection = door.connect(NATIVE, SECRET, "sslmode=require")) {
      assertThat(RealDoor.query(connection, "SELECT current_user")).isEqualTo(NATIVE);
    }
    door.nativeLogin = false;
    try {
      refused(NATIVE, SECRET, "28000").hasMessageContaining("enable_pg_native_login");
    } finally {
      door.nativeLogin = true;
    }
  }

  @Test
  void aWrongPasswordLooksTheSameWithAndWithoutAVerifier() {
    door.roles.put("empty", new Gate.LoginRole("empty", Gate.Method.PASSWORD, Optional.empty()));
    refused(NATIVE, "wrong", "28P01")
        .hasMessageContaining("password authentication failed for user \"native\"");
    refused("empty", "wrong", "28P01")
        .hasMessageContaining("password authentication failed for user \"empty\"");
  }

  @Test
  void plaintextIsRefusedAsPostgresqlDoes() {
    assertThatThrownBy(() -> door.connect(ROLE, door.token(), "sslmode=disable"))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28000"))
        .hasMessageContaining("no pg_hba.conf entry for host \"127.")
        .hasMessageContaining("user \"" + ROLE + "\", database \"postgres\", no encryption");
  }

  @Test
  void theAuthorityVerifiesTheAddress() throws Exception {
    String options = "sslmode=verify-full&sslrootcert=" + door.certificates.authorityFile();
    door.connect(ROLE, door.token(), options).close();
  }

  @Test
  void tlsCanBeginAtOnce() throws Exception {
    door.connect(ROLE, door.token(), "sslmode=require&sslNegotiation=direct").close();
  }

  @Test
  void theServerNegotiatesTheProtocolsVersion() throws Exception {
    door.connect(ROLE, door.token(), "sslmode=require&protocolVersion=3.2").close();
  }

  @Test
  void theServersOwnRefusalPassesUnchanged() throws Exception {
    String url = "sslmode=require&options=-c%20no.such%3D1%20-c%20work_mem=x";
    assertThatThrownBy(() -> door.connect(ROLE, door.token(), url))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("22023"))
        .hasMessageContaining("work_mem");
  }

  private static AbstractThrowableAssert<?, ?> refused(
      String user, String password, String sqlState) {
    return assertThatThrownBy(() -> door.connect(user, password, "sslmode=require"))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(sqlState));
  }
}
