package lakebase.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The service's rules for updates (contract §2.8), applied to JSON and knowing no model. */
final class MaskedServer {

  /** The leaf paths that contract §2.8 lists as accepted. */
  private static final Set<String> ACCEPTED =
      Set.of(
          "spec.budget_policy_id",
          "spec.custom_tags",
          "spec.default_branch",
          "spec.default_endpoint_settings.autoscaling_limit_max_cu",
          "spec.default_endpoint_settings.autoscaling_limit_min_cu",
          "spec.default_endpoint_settings.pg_settings",
          "spec.default_endpoint_settings.suspension",
          "spec.display_name",
          "spec.enable_pg_native_login",
          "spec.history_retention_duration",
          "spec.is_protected",
          "spec.expiration",
          "spec.autoscaling_limit_max_cu",
          "spec.autoscaling_limit_min_cu",
          "spec.disabled",
          "spec.group.enable_readable_secondaries",
          "spec.group.max",
          "spec.group.min",
          "spec.settings.pg_settings",
          "spec.suspension",
          "spec.attributes.createdb",
          "spec.attributes.createrole",
          "spec.attributes.bypassrls",
          "spec.membership_roles",
          "spec.postgres_database",
          "spec.role");

  private static final Map<String, List<String>> ONEOFS =
      Map.of(
          "suspension", List.of("no_suspension", "suspend_timeout_duration"),
          "expiration", List.of("expire_time", "ttl", "no_expiry"));

  private MaskedServer() {}

  /** The resource after the update; fails as the service would. */
  static ObjectNode apply(ObjectNode resource, ObjectNode body, Set<String> mask) {
    ObjectNode updated = resource.deepCopy();
    for (String path : mask) {
      if (!ACCEPTED.contains(path)) {
        throw new AssertionError("Unknown field path in update_mask: '" + path + "'");
      }
      ObjectNode from = parent(body, path);
      ObjectNode to = parent(updated, path);
      List<String> members = members(path);
      to.remove(members);
      List<String> given = members.stream().filter(from::hasNonNull).toList();
      if (given.size() != 1) {
        throw new AssertionError("Field '" + path + "': the request has " + given);
      }
      to.set(given.getFirst(), from.get(given.getFirst()));
    }
    return updated;
  }

  /** The value at that path; of a oneof the member with its value. */
  static Optional<String> value(ObjectNode resource, String path) {
    ObjectNode parent = parent(resource.deepCopy(), path);
    return members(path).stream()
        .filter(parent::has)
        .map(member -> member + "=" + parent.get(member))
        .findFirst();
  }

  private static List<String> members(String path) {
    String leaf = path.substring(path.lastIndexOf('.') + 1);
    return ONEOFS.getOrDefault(leaf, List.of(leaf));
  }

  private static ObjectNode parent(ObjectNode top, String path) {
    ObjectNode at = top;
    String[] names = path.split("\\.", -1);
    for (int i = 0; i < names.length - 1; i++) {
      @Nullable JsonNode next = at.get(names[i]);
      at = next instanceof ObjectNode object ? object : at.putObject(names[i]);
    }
    return at;
  }
}
