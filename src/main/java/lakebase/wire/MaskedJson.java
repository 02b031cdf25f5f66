package lakebase.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import lakebase.model.BranchSpec;
import lakebase.model.ComputeDefaults;
import lakebase.model.DatabaseSpec;
import lakebase.model.EndpointGroup;
import lakebase.model.EndpointSpec;
import lakebase.model.Expiration;
import lakebase.model.ProjectSpec;
import lakebase.model.RoleSpec;
import lakebase.model.SizeRange;
import lakebase.model.Spec;
import lakebase.model.UpdateMask;
import org.jspecify.annotations.Nullable;

/**
 * The bodies of updates: only the leaves that the mask names, a oneof as its member, what is
 * cleared as its empty value (contract §2.8, §10.3).
 */
public final class MaskedJson {

  private MaskedJson() {}

  /**
   * The body that goes with the mask.
   *
   * @throws IllegalArgumentException when the mask names a field that the kind does not have, or
   *     one that has no value and cannot be cleared
   */
  public static ObjectNode write(Spec edited, UpdateMask mask) {
    ObjectNode top = Json.object();
    ObjectNode spec = top.putObject("spec");
    for (String path : mask.paths()) {
      switch (edited) {
        case ProjectSpec project -> write(project, path, spec);
        case BranchSpec branch -> write(branch, path, spec);
        case EndpointSpec endpoint -> write(endpoint, path, spec);
        case RoleSpec role -> write(role, path, spec);
        case DatabaseSpec database -> write(database, path, spec);
      }
    }
    return top;
  }

  /** The member of the oneof that the value is. */
  static void writeExpiration(ObjectNode to, Expiration expiration) {
    switch (expiration) {
      case Expiration.Never _ -> to.put("no_expiry", true);
      case Expiration.At(Instant time) -> Writing.put(to, "expire_time", time);
      case Expiration.After(Duration ttl) -> Writing.put(to, "ttl", ttl);
    }
  }

  private static void write(ProjectSpec project, String path, ObjectNode spec) {
    switch (path) {
      case "spec.display_name" -> spec.put("display_name", project.displayName());
      case "spec.history_retention_duration" ->
          Writing.put(
              spec, "history_retention_duration", present(project.historyRetention(), path));
      case "spec.default_branch" ->
          Writing.putText(spec, "default_branch", present(project.defaultBranch(), path));
      case "spec.enable_pg_native_login" ->
          spec.put("enable_pg_native_login", project.pgNativeLogin());
      case "spec.budget_policy_id" ->
          spec.put("budget_policy_id", Objects.requireNonNullElse(project.budgetPolicyId(), ""));
      case "spec.custom_tags" -> spec.set("custom_tags", Writing.tags(project.customTags()));
      default ->
          write(
              project.computeDefaults(),
              path,
              spec.withObjectProperty("default_endpoint_settings"));
    }
  }

  private static void write(ComputeDefaults defaults, String path, ObjectNode settings) {
    switch (path) {
      case "spec.default_endpoint_settings.autoscaling_limit_min_cu" ->
          ComputeJson.writeMin(settings, present(defaults.size(), path));
      case "spec.default_endpoint_settings.autoscaling_limit_max_cu" ->
          ComputeJson.writeMax(settings, present(defaults.size(), path));
      case "spec.default_endpoint_settings.suspension" ->
          ComputeJson.writeSuspension(settings, defaults.suspension());
      case "spec.default_endpoint_settings.pg_settings" ->
          settings.set("pg_settings", Writing.texts(defaults.pgSettings()));
      default -> throw noSuchField(path);
    }
  }

  private static void write(BranchSpec branch, String path, ObjectNode spec) {
    switch (path) {
      case "spec.is_protected" -> spec.put("is_protected", branch.isProtected());
      case "spec.expiration" -> writeExpiration(spec, branch.expiration());
      default -> throw noSuchField(path);
    }
  }

  private static void write(EndpointSpec endpoint, String path, ObjectNode spec) {
    @Nullable SizeRange size = endpoint.size();
    switch (path) {
      case "spec.autoscaling_limit_min_cu" -> ComputeJson.writeMin(spec, present(size, path));
      case "spec.autoscaling_limit_max_cu" -> ComputeJson.writeMax(spec, present(size, path));
      case "spec.suspension" -> ComputeJson.writeSuspension(spec, endpoint.suspension());
      case "spec.disabled" -> spec.put("disabled", endpoint.disabled());
      case "spec.group.min", "spec.group.max", "spec.group.enable_readable_secondaries" ->
          write(present(endpoint.group(), path), path, spec.withObjectProperty("group"));
      case "spec.settings.pg_settings" ->
          spec.withObjectProperty("settings")
              .set("pg_settings", Writing.texts(endpoint.pgSettings()));
      default -> throw noSuchField(path);
    }
  }

  /** A group is not valid without both its ends (contract §2.3), so they go along unmasked. */
  private static void write(EndpointGroup group, String path, ObjectNode to) {
    to.put("min", group.min()).put("max", group.max());
    if (path.endsWith("enable_readable_secondaries")) {
      to.put("enable_readable_secondaries", group.readableSecondaries());
    }
  }

  private static void write(RoleSpec role, String path, ObjectNode spec) {
    switch (path) {
      case "spec.membership_roles" ->
          spec.set("membership_roles", Writing.texts(role.membershipRoles()));
      case "spec.attributes.createdb" ->
          spec.withObjectProperty("attributes").put("createdb", role.attributes().createdb());
      case "spec.attributes.createrole" ->
          spec.withObjectProperty("attributes").put("createrole", role.attributes().createrole());
      case "spec.attributes.bypassrls" ->
          spec.withObjectProperty("attributes").put("bypassrls", role.attributes().bypassrls());
      default -> throw noSuchField(path);
    }
  }

  private static void write(DatabaseSpec database, String path, ObjectNode spec) {
    switch (path) {
      case "spec.postgres_database" -> spec.put("postgres_database", database.postgresDatabase());
      case "spec.role" -> Writing.putText(spec, "role", present(database.owner(), path));
      default -> throw noSuchField(path);
    }
  }

  private static <T> T present(@Nullable T value, String path) {
    if (value == null) {
      throw new IllegalArgumentException(path + " cannot be cleared");
    }
    return value;
  }

  private static IllegalArgumentException noSuchField(String path) {
    return new IllegalArgumentException("no changeable field " + path);
  }
}
