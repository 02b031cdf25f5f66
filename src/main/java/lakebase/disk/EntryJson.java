package lakebase.disk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import lakebase.model.Branch;
import lakebase.model.Database;
import lakebase.model.Endpoint;
import lakebase.model.Expiration;
import lakebase.model.Role;
import lakebase.state.BranchEntry;
import lakebase.state.Listing;
import lakebase.state.ProjectEntry;
import lakebase.wire.BranchJson;
import lakebase.wire.DatabaseJson;
import lakebase.wire.EndpointJson;
import lakebase.wire.ProjectJson;
import lakebase.wire.RoleJson;
import lakebase.wire.WireException;

/**
 * What is known of a project, as JSON: each resource as the service writes it, each list with the
 * moment that it was read. A list that was never read is left out.
 */
final class EntryJson {

  private static final String AS_OF = "_as_of";

  private EntryJson() {}

  static ObjectNode write(ProjectEntry entry) {
    ObjectNode json = JsonFile.object();
    json.set("project", ProjectJson.write(entry.project()));
    put(json, "branches", entry.branches(), EntryJson::write);
    return json;
  }

  /** The entry, without what cannot be understood in it. */
  static Optional<ProjectEntry> project(JsonNode json) {
    return understood(json.path("project"), ProjectJson::read)
        .map(project ->
            ProjectEntry.of(project)
                .withBranches(
                    list(json, "branches", EntryJson::branch, entry -> entry.branch().name())));
  }

  private static ObjectNode write(BranchEntry entry) {
    ObjectNode json = JsonFile.object();
    json.set("branch", BranchJson.write(dated(entry.branch())));
    put(json, "endpoints", entry.endpoints(), EndpointJson::write);
    put(json, "roles", entry.roles(), RoleJson::write);
    put(json, "databases", entry.databases(), DatabaseJson::write);
    return json;
  }

  /** A time to live means nothing without the time that it began. */
  private static Branch dated(Branch branch) {
    boolean undated =
        branch.spec().expiration() instanceof Expiration.After
            && branch.metadata().createTime() == null;
    return undated ? branch.withSpec(branch.spec().withExpiration(Expiration.never())) : branch;
  }

  private static Optional<BranchEntry> branch(JsonNode json) {
    return understood(json.path("branch"), BranchJson::read)
        .map(branch ->
            BranchEntry.of(branch)
                .withEndpoints(
                    list(
                        json,
                        "endpoints",
                        each -> understood(each, EndpointJson::read),
                        Endpoint::name))
                .withRoles(
                    list(json, "roles", each -> understood(each, RoleJson::read), Role::name))
                .withDatabases(
                    list(
                        json,
                        "databases",
                        each -> understood(each, DatabaseJson::read),
                        Database::name)));
  }

  private static <N, T> void put(
      ObjectNode json, String member, Listing<N, T> listing, Function<T, ObjectNode> write) {
    Instant asOf = listing.asOf();
    if (asOf == null && listing.items().isEmpty()) {
      return;
    }
    if (asOf != null) {
      json.put(member + AS_OF, asOf.toString());
    }
    ArrayNode items = json.putArray(member);
    listing.values().forEach(item -> items.add(write.apply(item)));
  }

  private static <N, T> Listing<N, T> list(
      JsonNode json, String member, Function<JsonNode, Optional<T>> read, Function<T, N> name) {
    Map<N, T> items = new LinkedHashMap<>();
    for (JsonNode each : json.path(member)) {
      read.apply(each).ifPresent(item -> items.put(name.apply(item), item));
    }
    return Listing.remembered(
        items, Json.parsed(json, member + AS_OF, Instant::parse).orElse(null));
  }

  private static <T> Optional<T> understood(JsonNode json, Function<JsonNode, T> read) {
    try {
      return Optional.of(read.apply(json));
    } catch (WireException strange) {
      return Optional.empty();
    }
  }
}
