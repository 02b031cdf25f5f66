package lakebase.local.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import lakebase.local.proxy.Gate.LoginRole;
import lakebase.local.proxy.Gate.Method;

/** How PostgreSQL's roles log in. */
final class Roles {

  /** Whoever is a member of one of these itself has its password in the identity provider. */
  private static final String SELECT =
      """
      SELECT rolcanlogin, rolpassword, EXISTS (
        SELECT FROM pg_auth_members m JOIN pg_roles marker ON marker.oid = m.roleid
        WHERE m.member = r.oid AND marker.rolname IN (
          'databricks_auth_user', 'databricks_auth_service_principal', 'databricks_auth_group'))
      FROM pg_authid r WHERE rolname = ?
      """;

  private static final String SCRAM = "SCRAM-SHA-256$";

  private Roles() {}

  /** The role of that name; empty when there is none, or it is the local workspace's own. */
  static Optional<LoginRole> login(Connection connection, String name) throws SQLException {
    if (name.equals(Installation.SUPERUSER)) {
      return Optional.empty();
    }
    try (PreparedStatement select = connection.prepareStatement(SELECT)) {
      select.setString(1, name);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(read(row, name)) : Optional.empty();
      }
    }
  }

  private static LoginRole read(ResultSet row, String name) throws SQLException {
    Optional<String> verifier =
        Optional.ofNullable(row.getString(2)).filter(text -> text.startsWith(SCRAM));
    if (!row.getBoolean(1)) {
      return new LoginRole(name, Method.NO_LOGIN, Optional.empty());
    }
    return row.getBoolean(3)
        ? new LoginRole(name, Method.OAUTH, Optional.empty())
        : new LoginRole(name, verifier.isPresent() ? Method.PASSWORD : Method.NO_LOGIN, verifier);
  }
}
