package lakebase.local.engine;

import java.util.List;
import java.util.Map;

/**
 * What an {@code update_mask} of one kind of resource may name (contract §2.8).
 *
 * @param accepted every accepted path
 * @param leaves what {@code *} stands for, a oneof as its group
 * @param groups the members of each oneof, as paths in the body, by the group's path
 * @param enclosing the group that a nested message directly encloses, by the message's path
 * @param companions fields that a masked message must hold, by the message's path
 * @param exclusive whether naming a message and a field of it together is refused
 */
record MaskSchema(
    List<String> accepted,
    List<String> leaves,
    Map<String, List<String>> groups,
    Map<String, String> enclosing,
    Map<String, List<String>> companions,
    boolean exclusive) {

  private static final String DEFAULTS = "spec.default_endpoint_settings";

  static final MaskSchema PROJECT =
      new MaskSchema(
          List.of(
              "spec",
              "initial_branch_spec",
              "initial_endpoint_spec",
              "spec.budget_policy_id",
              "spec.custom_tags",
              "spec.default_branch",
              DEFAULTS,
              DEFAULTS + ".autoscaling_limit_max_cu",
              DEFAULTS + ".autoscaling_limit_min_cu",
              DEFAULTS + ".pg_settings",
              DEFAULTS + ".suspension",
              "spec.display_name",
              "spec.enable_pg_native_login",
              "spec.history_retention_duration"),
          List.of(
              "spec.budget_policy_id",
              "spec.custom_tags",
              "spec.default_branch",
              DEFAULTS + ".autoscaling_limit_max_cu",
              DEFAULTS + ".autoscaling_limit_min_cu",
              DEFAULTS + ".pg_settings",
              DEFAULTS + ".suspension",
              "spec.display_name",
              "spec.enable_pg_native_login",
              "spec.history_retention_duration"),
          Map.of(
              DEFAULTS + ".suspension",
              List.of(DEFAULTS + ".suspend_timeout_duration", DEFAULTS + ".no_suspension")),
          Map.of(DEFAULTS, DEFAULTS + ".suspension"),
          Map.of(),
          false);

  static final MaskSchema BRANCH =
      new MaskSchema(
          List.of("spec", "spec.is_protected", "spec.expiration"),
          List.of("spec.is_protected", "spec.expiration"),
          Map.of("spec.expiration", List.of("spec.expire_time", "spec.ttl", "spec.no_expiry")),
          Map.of(),
          Map.of(),
          false);

  static final MaskSchema ENDPOINT =
      new MaskSchema(
          List.of(
              "spec",
              "spec.autoscaling_limit_max_cu",
              "spec.autoscaling_limit_min_cu",
              "spec.disabled",
              "spec.group",
              "spec.group.enable_readable_secondaries",
              "spec.group.max",
              "spec.group.min",
              "spec.settings",
              "spec.settings.pg_settings",
              "spec.suspension"),
          List.of(
              "spec.autoscaling_limit_max_cu",
              "spec.autoscaling_limit_min_cu",
              "spec.disabled",
              "spec.group.enable_readable_secondaries",
              "spec.group.max",
              "spec.group.min",
              "spec.settings.pg_settings",
              "spec.suspension"),
          Map.of("spec.suspension", List.of("spec.suspend_timeout_duration", "spec.no_suspension")),
          Map.of(),
          Map.of("spec.group", List.of("spec.group.max", "spec.group.min")),
          false);

  static final MaskSchema ROLE =
      new MaskSchema(
          List.of(
              "spec",
              "spec.attributes",
              "spec.attributes.createdb",
              "spec.attributes.createrole",
              "spec.attributes.bypassrls",
              "spec.membership_roles"),
          List.of(
              "spec.attributes.createdb",
              "spec.attributes.createrole",
              "spec.attributes.bypassrls",
              "spec.membership_roles"),
          Map.of(),
          Map.of(),
          Map.of(),
          true);

  static final MaskSchema DATABASE =
      new MaskSchema(
          List.of("spec", "spec.postgres_database", "spec.role"),
          List.of("spec.postgres_database", "spec.role"),
          Map.of(),
          Map.of(),
          Map.of(),
          false);
}
