package lakebase.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import lakebase.model.BranchSpec;
import lakebase.model.DatabaseSpec;
import lakebase.model.EndpointSpec;
import lakebase.model.Expiration;
import lakebase.model.ProjectSpec;
import lakebase.model.RoleSpec;
import lakebase.model.SizeRange;
import lakebase.model.Spec;
import lakebase.model.Suspension;
import org.jspecify.annotations.Nullable;

/** What the service holds of a resource, every changeable field in its place. Written for tests. */
final class SpecForm {

  private SpecForm() {}

  static ObjectNode of(Spec spec) {
    ObjectNode top = Json.object();
    ObjectNode to = top.putObject("spec");
    switch (spec) {
      case ProjectSpec project -> project(to, project);
      case BranchSpec branch -> {
        to.put("is_protected", branch.isProtected());
        switch (branch.expiration()) {
          case Expiration.Never _ -> to.put("no_expiry", true);
          case Expiration.At(Instant time) -> to.put("expire_time", time.toString());
          case Expiration.After(Duration ttl) -> to.put("ttl", ttl.toSeconds() + "s");
        }
      }
      case EndpointSpec endpoint -> endpoint(to, endpoint);
      case RoleSpec role -> {
        role.membershipRoles().forEach(to.putArray("membership_roles")::add);
        to.putObject("attributes")
            .put("createdb", role.attributes().createdb())
            .put("createrole", role.attributes().createrole())
            .put("bypassrls", role.attributes().bypassrls());
      }
      case DatabaseSpec database -> {
        to.put("postgres_database", database.postgresDatabase());
        if (database.owner() != null) {
          to.put("role", database.owner().toString());
        }
      }
    }
    return top;
  }

  private static void project(ObjectNode to, ProjectSpec project) {
    to.put("display_name", project.displayName());
    if (project.historyRetention() != null) {
      to.put("history_retention_duration", Durations.format(project.historyRetention()));
    }
    if (project.defaultBranch() != null) {
      to.put("default_branch", project.defaultBranch().toString());
    }
    to.put("enable_pg_native_login", project.pgNativeLogin());
    to.put("budget_policy_id", project.budgetPolicyId() == null ? "" : project.budgetPolicyId());
    var tags = to.putArray("custom_tags");
    project
        .customTags()
        .forEach(tag -> tags.addObject().put("key", tag.key()).put("value", tag.value()));
    ObjectNode settings = to.putObject("default_endpoint_settings");
    size(settings, project.computeDefaults().size());
    suspension(settings, project.computeDefaults().suspension());
    map(settings, project.computeDefaults().pgSettings());
  }

  private static void endpoint(ObjectNode to, EndpointSpec endpoint) {
    size(to, endpoint.size());
    suspension(to, endpoint.suspension());
    to.put("disabled", endpoint.disabled());
    ObjectNode group = to.putObject("group");
    if (endpoint.group() != null) {
      group.put("min", endpoint.group().min());
      group.put("max", endpoint.group().max());
      group.put("enable_readable_secondaries", endpoint.group().readableSecondaries());
    }
    map(to.putObject("settings"), endpoint.pgSettings());
  }

  private static void size(ObjectNode to, @Nullable SizeRange size) {
    if (size != null) {
      cu(to, "autoscaling_limit_min_cu", size.minCu());
      cu(to, "autoscaling_limit_max_cu", size.maxCu());
    }
  }

  private static void cu(ObjectNode to, String name, double value) {
    if (value % 1 == 0) {
      to.put(name, (int) value);
    } else {
      to.put(name, value);
    }
  }

  private static void suspension(ObjectNode to, Suspension suspension) {
    switch (suspension) {
      case Suspension.Never _ -> to.put("no_suspension", true);
      case Suspension.After(Duration timeout) ->
          to.put("suspend_timeout_duration", Durations.format(timeout));
    }
  }

  private static void map(ObjectNode to, Map<String, String> settings) {
    ObjectNode map = to.putObject("pg_settings");
    settings.forEach(map::put);
  }
}
