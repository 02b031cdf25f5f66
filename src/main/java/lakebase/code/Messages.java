package lakebase.code;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lakebase.code.Type.Choice;
import lakebase.code.Type.ListOf;
import lakebase.code.Type.Message;
import lakebase.code.Type.Scalar;
import lakebase.code.Type.TextMap;

/** What the official clients' structures hold, of all that can be sent (contract §2.1 to §2.6). */
final class Messages {

  private static final Map<String, Type> SIZE =
      Map.of("autoscaling_limit_min_cu", Scalar.NUMBER, "autoscaling_limit_max_cu", Scalar.NUMBER);

  private static final Map<String, Type> SUSPENSION =
      Map.of("no_suspension", Scalar.FLAG, "suspend_timeout_duration", Scalar.DURATION);

  private static final Message GROUP =
      new Message(
          "EndpointGroupSpec",
          Map.of(
              "min", Scalar.INTEGER,
              "max", Scalar.INTEGER,
              "enable_readable_secondaries", Scalar.FLAG));

  /** A project. */
  private static final Message PROJECT =
      new Message(
          "Project",
          Map.of(
              "spec", projectSpec(),
              "initial_branch_spec",
                  new Message("InitialBranchSpec", Map.of("is_protected", Scalar.FLAG)),
              "initial_endpoint_spec",
                  new Message(
                      "InitialEndpointSpec", joined(SIZE, SUSPENSION, Map.of("group", GROUP)))));

  /** A branch. */
  private static final Message BRANCH =
      resource(
          "Branch",
          new Message(
              "BranchSpec",
              Map.of(
                  "expire_time", Scalar.TIME,
                  "ttl", Scalar.DURATION,
                  "no_expiry", Scalar.FLAG,
                  "is_protected", Scalar.FLAG,
                  "source_branch", Scalar.TEXT,
                  "source_branch_lsn", Scalar.TEXT,
                  "source_branch_time", Scalar.TIME)));

  /** The field of an endpoint that the Go and Python clients demand, and that cannot be changed. */
  static final String ENDPOINT_TYPE = "endpoint_type";

  /** An endpoint. */
  private static final Message ENDPOINT =
      resource(
          "Endpoint",
          new Message(
              "EndpointSpec",
              joined(
                  SIZE,
                  SUSPENSION,
                  Map.of(
                      ENDPOINT_TYPE,
                      new Choice(
                          "EndpointType",
                          List.of("ENDPOINT_TYPE_READ_ONLY", "ENDPOINT_TYPE_READ_WRITE")),
                      "disabled",
                      Scalar.FLAG,
                      "group",
                      GROUP,
                      "settings",
                      new Message("EndpointSettings", Map.of("pg_settings", new TextMap()))))));

  /** A role. */
  private static final Message ROLE = resource("Role", roleSpec());

  /** A database. */
  private static final Message DATABASE =
      resource(
          "Database",
          new Message(
              "DatabaseDatabaseSpec",
              Map.of("postgres_database", Scalar.TEXT, "role", Scalar.TEXT)));

  /** What a credential is asked for by. */
  static final Message CREDENTIAL =
      new Message(
          "GenerateDatabaseCredentialRequest",
          Map.of("endpoint", Scalar.TEXT, "ttl", Scalar.DURATION, "expire_time", Scalar.TIME));

  /** What permissions are given by. */
  static final Message ACCESS =
      new Message("ObjectPermissions", Map.of("access_control_list", new ListOf(accessEntry())));

  private Messages() {}

  /** The resource in its spec form. */
  static Message of(Noun noun) {
    return switch (noun) {
      case PROJECT -> PROJECT;
      case BRANCH -> BRANCH;
      case ENDPOINT -> ENDPOINT;
      case ROLE -> ROLE;
      case DATABASE -> DATABASE;
    };
  }

  private static Message projectSpec() {
    return new Message(
        "ProjectSpec",
        Map.of(
            "display_name", Scalar.TEXT,
            "pg_version", Scalar.INTEGER,
            "history_retention_duration", Scalar.DURATION,
            "default_endpoint_settings",
                new Message(
                    "ProjectDefaultEndpointSettings",
                    joined(SIZE, SUSPENSION, Map.of("pg_settings", new TextMap()))),
            "default_branch", Scalar.TEXT,
            "enable_pg_native_login", Scalar.FLAG,
            "budget_policy_id", Scalar.TEXT,
            "custom_tags",
                new ListOf(
                    new Message(
                        "ProjectCustomTag", Map.of("key", Scalar.TEXT, "value", Scalar.TEXT)))));
  }

  private static Message roleSpec() {
    return new Message(
        "RoleRoleSpec",
        Map.of(
            "postgres_role",
            Scalar.TEXT,
            "identity_type",
            new Choice("RoleIdentityType", List.of("USER", "SERVICE_PRINCIPAL", "GROUP")),
            "auth_method",
            new Choice(
                "RoleAuthMethod",
                List.of("LAKEBASE_OAUTH_V1", "PG_PASSWORD_SCRAM_SHA_256", "NO_LOGIN")),
            "membership_roles",
            new ListOf(new Choice("RoleMembershipRole", List.of("DATABRICKS_SUPERUSER"))),
            "attributes",
            new Message(
                "RoleAttributes",
                Map.of(
                    "createdb", Scalar.FLAG,
                    "createrole", Scalar.FLAG,
                    "bypassrls", Scalar.FLAG))));
  }

  private static Message accessEntry() {
    return new Message(
        "AccessControlRequest",
        Map.of(
            "user_name",
            Scalar.TEXT,
            "group_name",
            Scalar.TEXT,
            "service_principal_name",
            Scalar.TEXT,
            "permission_level",
            new Choice("PermissionLevel", List.of("CAN_USE", "CAN_MANAGE"))));
  }

  private static Message resource(String name, Message spec) {
    return new Message(name, Map.of("spec", spec));
  }

  @SafeVarargs
  private static Map<String, Type> joined(Map<String, Type>... parts) {
    Map<String, Type> all = new HashMap<>();
    for (Map<String, Type> part : parts) {
      all.putAll(part);
    }
    return Map.copyOf(all);
  }
}
