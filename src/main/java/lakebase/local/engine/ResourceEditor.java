package lakebase.local.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lakebase.local.store.Shelf;
import lakebase.local.store.Writing;
import lakebase.model.Branch;
import lakebase.model.Database;
import lakebase.model.Endpoint;
import lakebase.model.Project;
import lakebase.model.ResourceKind;
import lakebase.model.ResourceName;
import lakebase.model.Role;
import lakebase.wire.BranchJson;
import lakebase.wire.DatabaseJson;
import lakebase.wire.EndpointJson;
import lakebase.wire.Json;
import lakebase.wire.ProjectJson;
import lakebase.wire.RoleJson;

/**
 * The stored resources within one transaction.
 *
 * <p>{@link #now} is the same moment for everything that the transaction does.
 */
final class ResourceEditor extends Resources {

  private final Writing writing;
  private final Instant now;

  ResourceEditor(Writing writing, Instant now) {
    super(writing);
    this.writing = writing;
    this.now = now;
  }

  Writing writing() {
    return writing;
  }

  Instant now() {
    return now;
  }

  ObjectNode put(Project project) {
    return put(project.name(), ProjectJson.write(project));
  }

  ObjectNode put(Branch branch) {
    return put(branch.name(), BranchJson.write(branch));
  }

  ObjectNode put(Endpoint endpoint) {
    return put(endpoint.name(), EndpointJson.write(endpoint));
  }

  ObjectNode put(Role role) {
    return put(role.name(), RoleJson.write(role));
  }

  ObjectNode put(Database database) {
    return put(database.name(), DatabaseJson.write(database));
  }

  /** Marks it as soft-deleted until that moment, when it is purged. */
  void markDeleted(ResourceName name, Instant purgeTime) {
    writing.put(Shelf.DELETED, name.toString(), purgeTime.toString());
    Agenda.add(writing, purgeTime, Chore.PURGE, name.toString());
  }

  void unmarkDeleted(ResourceName name) {
    writing.remove(Shelf.DELETED, name.toString());
  }

  /** Removes it and everything in it for good. */
  void removeTree(ResourceName name) {
    for (ResourceKind kind : ResourceKind.values()) {
      removeAll(shelf(kind), name + "/");
    }
    removeAll(Shelf.DELETED, name + "/");
    writing.remove(shelf(name.kind()), name.toString());
    writing.remove(Shelf.DELETED, name.toString());
    if (name.kind() == ResourceKind.PROJECT) {
      writing.remove(Shelf.ACCESS, name.toString());
    }
  }

  private void removeAll(Shelf shelf, String prefix) {
    List<String> keys = new ArrayList<>();
    reading().scan(shelf, prefix, "", entry -> keys.add(entry.getKey()));
    keys.forEach(key -> writing.remove(shelf, key));
  }

  private ObjectNode put(ResourceName name, ObjectNode json) {
    writing.put(shelf(name.kind()), name.toString(), Json.text(json));
    return json;
  }
}
