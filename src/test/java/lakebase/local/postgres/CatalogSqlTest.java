package lakebase.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import lakebase.local.engine.Catalog;
import lakebase.local.engine.Catalog.PgDatabase;
import lakebase.local.engine.Catalog.PgRole;
import lakebase.local.engine.CatalogChange;
import lakebase.local.engine.CatalogChange.DropDatabase;
import lakebase.local.engine.CatalogChange.DropRole;
import lakebase.local.engine.CatalogChange.PutDatabase;
import lakebase.local.engine.CatalogChange.PutRole;
import lakebase.local.engine.CatalogChange.RenameDatabase;
import lakebase.local.engine.DataPlaneException;
import lakebase.local.engine.DataPlaneException.Kind;
import lakebase.model.AuthMethod;
import lakebase.model.IdentityType;
import lakebase.model.RoleAttributes;
import lakebase.model.RoleSpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Roles and databases of a real server: made by changes they exist in SQL, and the reverse. */
class CatalogSqlTest {

  private static final String OWNER = "jane.o'neil+\"x\"@example.com";
  private static final RoleAttributes ALL = new RoleAttributes(true, true, true);
  private static final RoleSpec PLAIN = new RoleSpec(List.of(), RoleAttributes.NONE);

  @TempDir private static Path directory;
  private static PostgresServer server;

  @BeforeAll
  static void start() throws Exception {
    server = Servers.start(directory);
    CatalogSql.setUp(server::connect);
    CatalogSql.setUp(server::connect);
    apply(
        new PutRole(
            new PgRole(
                OWNER,
                IdentityType.USER,
                AuthMethod.OAUTH,
                new RoleSpec(List.of("DATABRICKS_SUPERUSER"), ALL))),
        new PutDatabase(new PgDatabase("databricks_postgres", OWNER)));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void rolesComeBackAsTheyWerePut() throws Exception {
    List<PgRole> roles =
        List.of(
            new PgRole(
                "r-all",
                IdentityType.UNSPECIFIED,
                AuthMethod.PASSWORD,
                new RoleSpec(List.of("DATABRICKS_SUPERUSER"), ALL)),
            new PgRole("r-group", IdentityType.GROUP, AuthMethod.OAUTH, PLAIN),
            new PgRole("r-none", IdentityType.UNSPECIFIED, AuthMethod.NO_LOGIN, PLAIN),
            new PgRole("r-sp", IdentityType.SERVICE_PRINCIPAL, AuthMethod.OAUTH, PLAIN));
    for (PgRole role : roles) {
      apply(new PutRole(role), new PutRole(role));
    }
    assertThat(read().roles()).containsAll(roles);
    for (PgRole role : roles.reversed()) {
      PgRole other = new PgRole("r-all", role.identity(), role.method(), role.spec());
      apply(new PutRole(other));
      assertThat(read().roles()).contains(other);
    }
  }

  @Test
  void whatIsMadeInSqlAppears() throws Exception {
    asOwner("CREATE ROLE sql_role LOGIN PASSWORD 'secret' CREATEDB");
    asOwner("CREATE ROLE sql_plain LOGIN");
    asOwner("CREATE DATABASE sql_database");
    Catalog catalog = read();
    assertThat(catalog.roles())
        .contains(
            new PgRole(
                "sql_role",
                IdentityType.UNSPECIFIED,
                AuthMethod.PASSWORD,
                new RoleSpec(List.of(), new RoleAttributes(true, false, false))),
            new PgRole("sql_plain", IdentityType.UNSPECIFIED, AuthMethod.NO_LOGIN, PLAIN));
    assertThat(catalog.databases()).contains(new PgDatabase("sql_database", OWNER));
    assertThat(catalog.databases()).contains(new PgDatabase("databricks_postgres", OWNER));
    assertThat(catalog.databases())
        .extracting(PgDatabase::name)
        .doesNotContain("postgres", "template0", "template1");
    assertThat(catalog.roles())
        .extracting(PgRole::name)
        .noneMatch(name -> name.matches("(pg|lakebase|databricks)_.*"));
  }

  @Test
  void theOwnerCanWorkAndManage() throws Exception {
    apply(new PutRole(plain("managed")));
    asOwner("CREATE TABLE things (id int)");
    asOwner("CREATE EXTENSION hstore");
    asOwner("ALTER ROLE managed PASSWORD 'secret'");
    asOwner("GRANT SELECT ON things TO managed");
    asOwner("CREATE ROLE colleague LOGIN CREATEDB CREATEROLE BYPASSRLS");
    asOwner("GRANT databricks_superuser TO colleague");
    asOwner("GRANT pg_monitor TO managed");
    asOwner("CREATE DATABASE of_managed OWNER managed");
    assertThat(read().roles())
        .filteredOn(role -> role.name().equals("colleague"))
        .singleElement()
        .satisfies(
            role -> assertThat(role.spec().membershipRoles()).contains("DATABRICKS_SUPERUSER"));
    assertThatThrownBy(() -> asOwner("ALTER ROLE lakebase_admin PASSWORD 'x'"))
        .hasMessageContaining("permission denied");
    assertThatThrownBy(() -> asOwner("GRANT databricks_auth_user TO managed"))
        .hasMessageContaining("permission denied");
    asOwner("DROP DATABASE of_managed", "SET ROLE managed");
    asOwner("REVOKE ALL ON things FROM managed");
    asOwner("DROP ROLE managed");
  }

  @Test
  void theExtensionMakesRolesForIdentities() throws Exception {
    asOwner("CREATE EXTENSION IF NOT EXISTS databricks_auth");
    asOwner("SELECT databricks_create_role('joe@example.com', 'USER')");
    asOwner("SELECT databricks_create_role('data team', 'group')");
    assertThat(read().roles())
        .contains(
            new PgRole("joe@example.com", IdentityType.USER, AuthMethod.OAUTH, PLAIN),
            new PgRole("data team", IdentityType.GROUP, AuthMethod.OAUTH, PLAIN));
    assertThatThrownBy(() -> asOwner("SELECT databricks_create_role('a@b', 'ROBOT')"))
        .hasMessageContaining("identity type must be");
    assertThatThrownBy(() -> asOwner("SELECT databricks_create_role('joe@example.com', 'USER')"))
        .hasMessageContaining("already exists");
    assertThatThrownBy(() -> asOwner("SELECT databricks_create_role('lakebase_x', 'USER')"))
        .hasMessageContaining("reserved");
    assertThatThrownBy(
            () -> as("joe@example.com", "SELECT databricks_create_role('mallory', 'USER')"))
        .hasMessageContaining("permission denied");
    assertThatThrownBy(() ->
            asOwner(
                "SET ROLE sql_less; SELECT databricks_create_role('mallory', 'USER')",
                "CREATE ROLE sql_less ROLE CURRENT_USER"))
        .hasMessageContaining("permission denied");
    asOwner("DROP ROLE \"data team\"");
  }

  @Test
  void anHeirGetsWhatARoleOwnsInEveryDatabase() throws Exception {
    apply(new PutRole(plain("leaver")), new PutRole(plain("heir")));
    apply(new PutDatabase(new PgDatabase("leavers", "leaver")));
    as("leaver", "leavers", "CREATE TABLE kept (id int)");
    asOwner("CREATE SCHEMA leaving AUTHORIZATION leaver");
    assertThatThrownBy(() -> apply(new DropRole("leaver", null)))
        .isInstanceOfSatisfying(
            DataPlaneException.class, e -> assertThat(e.kind()).isEqualTo(Kind.INVALID))
        .hasMessageContaining("cannot be dropped because some objects depend on it")
        .hasMessageContaining("owner of database leavers");
    apply(new DropRole("leaver", "heir"), new DropRole("leaver", "heir"));
    assertThat(read().databases()).contains(new PgDatabase("leavers", "heir"));
    as("heir", "leavers", "INSERT INTO kept VALUES (1)");
    assertThat(read().roles()).extracting(PgRole::name).doesNotContain("leaver");
  }

  @Test
  void databasesAreRenamedAndDroppedUnderTheirUsers() throws Exception {
    apply(new PutRole(plain("other")), new PutDatabase(new PgDatabase("old", OWNER)));
    try (Connection user = connect(OWNER, "old")) {
      apply(new RenameDatabase("old", "new"), new RenameDatabase("old", "new"));
      assertThat(user.isValid(1)).isFalse();
    }
    apply(new PutDatabase(new PgDatabase("new", "other")));
    assertThat(read().databases()).contains(new PgDatabase("new", "other"));
    try (Connection user = connect(OWNER, "new")) {
      apply(new DropDatabase("new"), new DropDatabase("new"));
      assertThat(user.isValid(1)).isFalse();
    }
    assertThat(read().databases())
        .extracting(PgDatabase::name)
        .doesNotContain("new", "old")
        .contains("databricks_postgres");
    assertInvalid(new RenameDatabase("old", "newer"), "database \"old\" does not exist");
  }

  @Test
  void whatPostgresCannotHaveIsRefused() {
    assertInvalid(new PutRole(plain("é".repeat(32))), "PostgreSQL takes 1 to 63");
    assertInvalid(new PutRole(plain("lakebase_admin")), "is reserved");
    assertInvalid(new DropRole("databricks_superuser", null), "is reserved");
    assertInvalid(new PutDatabase(new PgDatabase("postgres", OWNER)), "is reserved");
    assertInvalid(
        new PutDatabase(new PgDatabase("fine", "nobody")), "role \"nobody\" does not exist");
    assertInvalid(
        new PutRole(new PgRole("x", IdentityType.USER, AuthMethod.PASSWORD, PLAIN)), "OAuth");
  }

  private static void assertInvalid(CatalogChange change, String message) {
    assertThatThrownBy(() -> apply(change))
        .isInstanceOfSatisfying(
            DataPlaneException.class, e -> assertThat(e.kind()).isEqualTo(Kind.INVALID))
        .hasMessageContaining(message);
  }

  private static PgRole plain(String name) {
    return new PgRole(name, IdentityType.UNSPECIFIED, AuthMethod.PASSWORD, PLAIN);
  }

  private static void apply(CatalogChange... changes) throws InterruptedException {
    CatalogSql.apply(server::connect, List.of(changes));
  }

  private static Catalog read() throws InterruptedException {
    return CatalogSql.read(server::connect);
  }

  private static Connection connect(String role, String database) throws SQLException {
    return ServerConnection.open(server.socket(), database, role);
  }

  private static void asOwner(String sql, String... before) throws SQLException {
    try (Connection session = connect(OWNER, "databricks_postgres")) {
      for (String statement : before) {
        Servers.execute(session, statement);
      }
      Servers.execute(session, sql);
    }
  }

  private static void as(String role, String sql) throws SQLException {
    as(role, "databricks_postgres", sql);
  }

  private static void as(String role, String database, String sql) throws SQLException {
    try (Connection session = connect(role, database)) {
      Servers.execute(session, sql);
    }
  }
}
